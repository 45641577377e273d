import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { formatDateTime } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import type { WearGap } from "@/lib/glucose/wear";
import type { Words } from "@/lib/i18n/translate";
import { gapMinutes } from "./gap-minutes";
import table from "./stacked-table.module.css";

const GAPS_SHOWN = 10;

/** The stretches without a reading, longest first; the first ten unless all were asked for. */
export function GapList({
  gaps,
  cadenceMinutes,
  isAll,
  allHref,
  fewerHref,
  words,
}: {
  readonly gaps: readonly WearGap[];
  readonly cadenceMinutes: number;
  readonly isAll: boolean;
  readonly allHref: string;
  readonly fewerHref: string;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const minutes = gapMinutes(cadenceMinutes, locale);
  const shown = isAll ? gaps : gaps.slice(0, GAPS_SHOWN);
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t("devices.gaps.title")}</h2>
      <p className={table.note}>
        {t(gaps.length === 0 ? "devices.gaps.none" : "devices.gaps.rule", { minutes })}
      </p>
      {gaps.length === 0 ? null : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t("devices.gaps.columns.length")}</th>
              <th scope="col">{t("devices.gaps.columns.began")}</th>
              <th scope="col">{t("devices.gaps.columns.ended")}</th>
              <th scope="col">{t("devices.gaps.columns.note")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ from, to, minutes: length, displayOffsetMinutes, sensorStarted }) => (
              <tr key={from}>
                <th scope="row">{formatDuration(length)}</th>
                <td data-label={t("devices.gaps.columns.began")} className={table.when}>
                  {formatDateTime(from, displayOffsetMinutes, { locale })}
                </td>
                <td data-label={t("devices.gaps.columns.ended")} className={table.when}>
                  {formatDateTime(to, displayOffsetMinutes, { locale })}
                </td>
                <td data-label={t("devices.gaps.columns.note")} data-empty={sensorStarted ? undefined : ""}>
                  {sensorStarted ? t("devices.gaps.sensorStarted") : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {gaps.length > GAPS_SHOWN ? (
        <p>
          <Link href={isAll ? fewerHref : allHref} scroll={false} className={buttonLook({ tone: "quiet" })}>
            {isAll ? t("devices.gaps.fewer") : t("devices.gaps.all", { count: gaps.length })}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
