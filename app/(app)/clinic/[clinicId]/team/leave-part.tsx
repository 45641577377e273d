import styles from "@/components/clinics/clinics.module.css";
import { LeaveClinic } from "@/components/clinics/leave-clinic";
import { SharePart } from "@/components/sharing/share-card";
import { Disclosure } from "@/components/ui/disclosure";
import type { TeamPage } from "@/lib/clinics/loaders";
import { API_PATHS } from "@/lib/routes";

/** How somebody leaves, and what follows; a clinic's last administrator cannot while others work there. */
export function LeavePart({ team: { page, access, clinic, members } }: { readonly team: TeamPage }) {
  const { t } = page.words;
  const { clinicId, userId } = access;
  const others = members.filter((member) => member.userId !== userId && !member.isInactive);
  const isBound =
    access.role === "administrator" &&
    others.length > 0 &&
    others.every(({ role }) => role !== "administrator");
  return (
    <SharePart
      id="leave"
      title={t("clinics.leave.title")}
      empty={isBound ? t("clinics.leave.lastAdministrator") : null}
    >
      <Disclosure summary={t("clinics.leave.open")} className={styles.more}>
        <div className={styles.opened}>
          <p>{t(others.length === 0 ? "clinics.leave.lastMember" : "clinics.leave.text")}</p>
          <LeaveClinic
            url={API_PATHS.clinicMember(clinicId, userId)}
            words={{
              leave: t("clinics.leave.leave", { clinic: clinic.name }),
              leaving: t("clinics.leave.leaving"),
            }}
          />
        </div>
      </Disclosure>
    </SharePart>
  );
}
