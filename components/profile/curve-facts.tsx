import { furthestApart, pairRows } from "@/components/charts/profile-pair-rows";
import type { ProfileReader } from "@/components/reports/glucose-profile-words";
import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucose, formatGlucoseRange } from "@/lib/format/glucose";
import { profileFacts, type WholePoint } from "@/lib/glucose/profile-facts";
import type { NamedCurve } from "./profile-pair";
import styles from "./profile-report.module.css";

/** What can be read off the drawn curves by a stated rule: where the median and the middle half are at their ends. */
export function CurveFacts({
  curves,
  reader,
}: {
  readonly curves: readonly NamedCurve[];
  readonly reader: ProfileReader;
}) {
  const { unit, words } = reader;
  const { t, locale } = words;
  const time = (minuteOfDay: number) => formatMinuteOfDay(minuteOfDay, { locale });
  const median = ({ minuteOfDay, p50 }: WholePoint) =>
    t("profile.at", { value: `${formatGlucose(p50, unit, locale)} ${unit}`, time: time(minuteOfDay) });
  const half = ({ minuteOfDay, p25, p75 }: WholePoint) =>
    t("profile.readings.range", {
      range: formatGlucoseRange({ low: p25, high: p75 }, unit, locale),
      time: time(minuteOfDay),
    });
  const facts = curves.map(({ name, curve }) => ({ name, facts: profileFacts(curve.profile.points) }));
  const rows = [
    { id: "lowest", write: median },
    { id: "highest", write: median },
    { id: "narrowest", write: half },
    { id: "widest", write: half },
  ] as const;
  const apart = apartWords(curves, reader);
  return (
    <section className={styles.part}>
      <h2>{t("profile.readings.title")}</h2>
      <p className={styles.note}>{t("profile.readings.rule")}</p>
      <table className={styles.facts}>
        <thead className={curves.length === 1 ? "visually-hidden" : undefined}>
          <tr>
            <th scope="col">{t("profile.readings.fact")}</th>
            {facts.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, write }) => (
            <tr key={id}>
              <th scope="row">{t(`profile.readings.${id}`)}</th>
              {facts.map(({ name, facts: of }) => (
                <td key={name}>{of === null ? t("profile.readings.none") : write(of[id])}</td>
              ))}
            </tr>
          ))}
          {apart === null ? null : (
            <tr>
              <th scope="row">{t("profile.readings.apart")}</th>
              <td colSpan={curves.length}>{apart}</td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

/** "By 32 mg/dL around 8:30 PM" of two curves, null for one alone. */
function apartWords([first, second]: readonly NamedCurve[], { unit, words }: ProfileReader): string | null {
  if (!first || !second) return null;
  const row = furthestApart(pairRows(first.curve.profile.points, second.curve.profile.points));
  const [a, b] = [row?.first?.p50 ?? null, row?.second?.p50 ?? null];
  if (row === null || a === null || b === null) return null;
  return words.t("profile.readings.apartBy", {
    difference: `${formatGlucose(Math.abs(a - b), unit, words.locale)} ${unit}`,
    time: formatMinuteOfDay(row.minuteOfDay, { locale: words.locale }),
  });
}
