import { ChartFrame } from "@/components/charts/chart-frame";
import { ProfileChart } from "@/components/charts/profile-chart";
import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Profile, ProfilePoint } from "@/lib/glucose/figures";
import styles from "./glucose-profile.module.css";
import { cautionSentence } from "./verdict-words";
import { Withheld } from "./withheld";

const TITLE = "Glucose profile";

interface Words {
  readonly unit: GlucoseUnit;
  readonly locale: string;
}

/** "Median between 108 mg/dL around 6:30 AM and 162 mg/dL around 2:30 PM." */
function profileSentence(points: readonly ProfilePoint[], { unit, locale }: Words): string {
  const known = points.flatMap(({ minuteOfDay, p50 }) => (p50 === null ? [] : [{ minuteOfDay, p50 }]));
  const [first, ...rest] = known;
  if (!first) return "No time of day has readings from enough days.";
  const lowest = rest.reduce((low, point) => (point.p50 < low.p50 ? point : low), first);
  const highest = rest.reduce((high, point) => (point.p50 > high.p50 ? point : high), first);
  const at = ({ minuteOfDay, p50 }: { minuteOfDay: number; p50: number }) =>
    `${formatGlucose(p50, unit, locale)} ${unit} around ${formatMinuteOfDay(minuteOfDay, { locale })}`;
  return `The median lies between ${at(lowest)} and ${at(highest)}.`;
}

/** The curve as rows: time of day and the five percentiles, exactly what is drawn. */
function profileTable(points: readonly ProfilePoint[], { unit, locale }: Words) {
  const write = (value: number | null) => (value === null ? "—" : formatGlucose(value, unit, locale));
  return {
    columns: ["Time of day", "5 %", "25 %", "Median", "75 %", "95 %", "Days"],
    rows: points.map(({ minuteOfDay, p5, p25, p50, p75, p95, days }) => [
      formatMinuteOfDay(minuteOfDay, { locale }),
      ...[p5, p25, p50, p75, p95].map(write),
      String(days),
    ]),
  };
}

/** All days laid over one another: where glucose usually is at each time of day, and how much it varies. */
export function GlucoseProfile({
  profile,
  days,
  unit,
  locale,
}: Words & {
  readonly profile: Profile;
  /** Days of the period that have readings. */
  readonly days: number;
}) {
  if (profile.verdict.status === "insufficient")
    return (
      <section aria-labelledby="profile">
        <h2 id="profile">{TITLE}</h2>
        <Withheld verdict={profile.verdict} locale={locale} />
      </section>
    );
  const caution = cautionSentence(profile.verdict);
  return (
    <section className={styles.report}>
      <ChartFrame
        title={TITLE}
        unit={unit}
        size="profile"
        note={`${days} days laid over one another: half of all readings fall in the inner area, nine in ten in the outer one.`}
        summary={profileSentence(profile.points, { unit, locale })}
        table={profileTable(profile.points, { unit, locale })}
      >
        <ProfileChart points={profile.points} unit={unit} locale={locale} />
      </ChartFrame>
      {caution ? <p className={styles.caution}>{caution}</p> : null}
    </section>
  );
}
