import { spanWords } from "@/components/reports/day-words";
import { MINUTE_MS } from "@/lib/clock";
import type { DayChart } from "@/lib/glucose/day";
import type { Words } from "@/lib/i18n/translate";
import type { HandExclusion } from "@/lib/journal/schema";
import { API_PATHS } from "@/lib/routes";
import styles from "./day-lists.module.css";
import { TakeBack } from "./take-back";

/** What the person left out of this day's figures, each with its reason, where it is told, and its way back. */
export function ExclusionList({
  day,
  exclusions,
  patient,
  words,
}: {
  readonly day: DayChart;
  readonly exclusions: readonly HandExclusion[];
  /** As in the address; null for a reader who may not take anything back. */
  readonly patient: string | null;
  readonly words: Words;
}) {
  const { t } = words;
  if (exclusions.length === 0) return null;
  return (
    <section aria-labelledby="day-exclusions">
      <h2 id="day-exclusions">{t("daily.exclusions.title")}</h2>
      <ul className={styles.exclusions}>
        {exclusions.map(({ id, from, to, reason }) => {
          const within = { from: Math.max(from, day.start), to: Math.min(to, day.end) };
          const span = spanWords(
            day,
            { ...within, fromMinutes: (within.from - day.start) / MINUTE_MS },
            words,
          );
          const count = day.points.filter(({ instant }) => instant >= from && instant < to).length;
          return (
            <li key={id}>
              <span>
                <strong>{span}</strong> · {t("daily.exclusions.readings", { count })}
                {reason === "" ? null : (
                  <>
                    <br />
                    <span className="muted">{reason}</span>
                  </>
                )}
              </span>
              {patient === null ? null : <TakeBack url={API_PATHS.exclusion(patient, id)} span={span} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
