import {
  type ProfileReader,
  percentileNames,
  writePercentile,
} from "@/components/reports/glucose-profile-words";
import { formatMinuteOfDay } from "@/lib/format/date";
import { sampledPoints } from "@/lib/glucose/profile-facts";
import type { NamedCurve } from "./profile-pair";
import styles from "./profile-report.module.css";

/** The five percentiles at six times of day, of one curve or of two under each other. */
export function TimesOfDay({
  curves,
  reader,
}: {
  readonly curves: readonly NamedCurve[];
  readonly reader: ProfileReader;
}) {
  const { t, locale } = reader.words;
  const [first] = curves;
  if (!first) return null;
  const { binMinutes } = first.curve.profile;
  const sampled = curves.map(({ name, curve }) => ({ name, points: sampledPoints(curve.profile) }));
  const write = (minuteOfDay: number) => formatMinuteOfDay(minuteOfDay, { locale });
  return (
    <section className={styles.part}>
      <h2>
        {t("profile.times.title")} <span className={styles.unit}>{reader.unit}</span>
      </h2>
      <p className={styles.note}>{t("profile.times.note")}</p>
      {/* A wide table scrolls inside itself, and the keyboard can reach it to do so. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t("profile.times.title")}>
        <table className={styles.times}>
          <thead>
            <tr>
              <th scope="col">{t("profile.table.time")}</th>
              {curves.length > 1 ? <th scope="col">{t("profile.times.curve")}</th> : null}
              {percentileNames(reader.words).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          {sampledPoints(first.curve.profile).map(({ minuteOfDay }, i) => (
            <tbody key={minuteOfDay}>
              {sampled.map(({ name, points }, curve) => (
                <tr key={name}>
                  {curve === 0 ? (
                    <th scope="rowgroup" rowSpan={curves.length}>
                      {t("profile.times.span", {
                        from: write(minuteOfDay - binMinutes / 2),
                        to: write(minuteOfDay + binMinutes / 2),
                      })}
                    </th>
                  ) : null}
                  {curves.length > 1 ? <th scope="row">{name}</th> : null}
                  {[points[i]?.p5, points[i]?.p25, points[i]?.p50, points[i]?.p75, points[i]?.p95].map(
                    (value, percentile) => (
                      <td key={percentileNames(reader.words)[percentile]}>
                        {writePercentile(value, reader)}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}
