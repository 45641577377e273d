import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import type { ActingFor, Disclosed } from "@/lib/sharing/policy";
import type { OwnedShare } from "@/lib/sharing/status";
import styles from "./activity.module.css";
import { lookerInWords, viewName } from "./activity-words";

export interface ActivityFilterProps {
  /** People by their id; a link by that of its share, without a name. */
  readonly viewers: readonly { readonly id: string; readonly name: string | null }[];
  /** Those on whose behalf somebody looked. */
  readonly clinics: readonly ActingFor[];
  /** All that looks and moves are of. */
  readonly shares: readonly OwnedShare[];
  readonly views: readonly Disclosed[];
  /** A person, a link or a clinic; null for everybody, and for every view. */
  readonly viewerId: string | null;
  readonly what: Disclosed | null;
  readonly path: string;
  readonly words: Words;
}

/** Whose looks, and which view's; what is chosen stands in the address. */
export function ActivityFilter({
  viewers,
  clinics,
  shares,
  views,
  viewerId,
  what,
  path,
  words,
}: ActivityFilterProps) {
  const { t } = words;
  return (
    <form action={path} method="get" className={styles.filter} aria-label={t("activity.filter.label")}>
      <div className={styles.choice}>
        <label htmlFor="who">{t("activity.filter.who")}</label>
        <select id="who" name="who" defaultValue={viewerId ?? ""}>
          <option value="">{t("activity.filter.everybody")}</option>
          {viewers.map(({ id, name }) => (
            <option key={id} value={id}>
              {lookerInWords(
                { name },
                shares.find((share) => share.id === id),
                words,
              )}
            </option>
          ))}
          {clinics.map(({ id, name }) => (
            <option key={id} value={id}>
              {t("activity.filter.everybodyAt", { clinic: name })}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.choice}>
        <label htmlFor="what">{t("activity.filter.what")}</label>
        <select id="what" name="what" defaultValue={what ?? ""}>
          <option value="">{t("activity.filter.everything")}</option>
          {views.map((one) => (
            <option key={one} value={one}>
              {viewName(one, words)}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className={buttonLook({})}>
        {t("activity.filter.show")}
      </button>
      {viewerId === null && what === null ? null : (
        <Link href={path} className={styles.clear}>
          {t("activity.filter.clear")}
        </Link>
      )}
    </form>
  );
}
