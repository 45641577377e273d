import type { ReactNode } from "react";
import { ClinicShell, type ClinicTab } from "@/components/clinics/clinic-shell";
import type { ClinicPage } from "@/lib/clinics/loaders";
import { API_PATHS, clinicPath, clinicTeamPath, PATHS, reportPath } from "@/lib/routes";

/** The frame of a clinic's pages, filled from what their loader found. */
export function ClinicFrame({
  page: { page, access, name, clinics, unit, delayMinutes },
  current,
  controls = null,
  wide = false,
  children,
}: {
  readonly page: ClinicPage;
  /** The worklist is about glucose: it has units, and says how old its figures are and what they are not for. */
  readonly current: ClinicTab;
  /** What is chosen in the bar, such as the days. */
  readonly controls?: ReactNode;
  /** For a table that takes all the room that there is. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const { account, words } = page;
  const { clinicId } = access;
  return (
    <ClinicShell
      clinic={name}
      tabs={{ worklist: clinicPath(clinicId), team: clinicTeamPath(clinicId) }}
      current={current}
      others={clinics
        .filter(({ id }) => id !== clinicId)
        .map((other) => ({ id: other.id, name: other.name, href: clinicPath(other.id) }))}
      elsewhere={{
        allClinics: PATHS.allClinics,
        people: PATHS.people,
        own: account.hasDexcom ? reportPath.overview("me") : null,
        help: PATHS.help,
      }}
      reader={{
        kind: "person",
        subject: account.name ?? words.t("accounts.account.unnamed"),
        settingsHref: PATHS.security,
        signOutAction: API_PATHS.signOut,
        signedOutHref: PATHS.home,
        languageAction: API_PATHS.language,
      }}
      unit={unit}
      unitAction={API_PATHS.preferences}
      delayMinutes={delayMinutes}
      controls={controls}
      wide={wide}
      words={words}
    >
      {children}
    </ClinicShell>
  );
}
