import { SharePart } from "@/components/sharing/share-card";
import { Link } from "@/components/ui/link";
import type { OwnClinic } from "@/lib/clinics/status";
import type { Words } from "@/lib/i18n/translate";
import styles from "./clinics.module.css";

/** The clinics in which the reader works, and as what. */
export function OwnClinics({
  clinics,
  clinicHref,
  words: { t },
}: {
  readonly clinics: readonly OwnClinic[];
  readonly clinicHref: (id: string) => string;
  readonly words: Words;
}) {
  if (clinics.length === 0) return null;
  return (
    <SharePart id="clinics" title={t("clinics.own.title")}>
      <ul className={styles.list}>
        {clinics.map(({ id, name, role }) => (
          <li key={id}>
            <Link href={clinicHref(id)}>{name}</Link>
            <span className="muted">
              <span className="visually-hidden">{t("clinics.own.role")}: </span>
              {t(`clinics.roles.${role}`)}
            </span>
          </li>
        ))}
      </ul>
    </SharePart>
  );
}
