import { ChartFrame } from "@/components/charts/chart-frame";
import { ProfilePairChart } from "@/components/charts/profile-pair-chart";
import { furthestApart, pairRows } from "@/components/charts/profile-pair-rows";
import {
  type ProfileReader,
  percentileNames,
  profileSentence,
  writePercentile,
} from "@/components/reports/glucose-profile-words";
import { cautionSentence } from "@/components/reports/verdict-words";
import { formatMinuteOfDay } from "@/lib/format/date";
import type { ProfilePoint } from "@/lib/glucose/figures";
import type { ProfileCurve } from "@/lib/glucose/profile-curve";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import styles from "./profile-report.module.css";

/** A curve with what it is called here. */
export interface NamedCurve {
  readonly name: string;
  readonly curve: ProfileCurve;
}

/** Two profiles over each other, each with its days and its doubts. */
export function ProfilePair({
  first,
  second,
  ranges,
  reader,
}: {
  readonly first: NamedCurve;
  readonly second: NamedCurve;
  readonly ranges: RangeSetChoice;
  readonly reader: ProfileReader;
}) {
  const { t } = reader.words;
  const drawn = [first, second].map(({ name, curve }) => ({ name, points: curve.profile.points }));
  const [firstDrawn, secondDrawn] = drawn;
  if (!firstDrawn || !secondDrawn) return null;
  return (
    <section>
      <ChartFrame
        title={t("profile.chartTitle")}
        unit={reader.unit}
        size="day"
        words={reader.words}
        note={t("profile.pair.note", {
          first: first.name,
          firstDays: first.curve.days,
          second: second.name,
          secondDays: second.curve.days,
        })}
        summary={pairSentence(first, second, reader)}
        table={pairTable(first, second, reader)}
      >
        <ProfilePairChart first={firstDrawn} second={secondDrawn} ranges={ranges} unit={reader.unit} />
      </ChartFrame>
      {[first, second].map(({ name, curve }) => {
        const caution = cautionSentence(curve.profile.verdict, reader.words);
        return caution ? (
          <p key={name} className={styles.caution}>
            {name}: {caution}
          </p>
        ) : null;
      })}
    </section>
  );
}

function pairSentence(first: NamedCurve, second: NamedCurve, reader: ProfileReader): string {
  const { t, locale } = reader.words;
  const row = furthestApart(pairRows(first.curve.profile.points, second.curve.profile.points));
  if (row === null) return profileSentence(first.curve.profile.points, reader);
  const write = (point: ProfilePoint | null) => `${writePercentile(point?.p50, reader)} ${reader.unit}`;
  return t("profile.pair.sentence", {
    time: formatMinuteOfDay(row.minuteOfDay, { locale }),
    first: write(row.first),
    firstName: first.name,
    second: write(row.second),
    secondName: second.name,
  });
}

/** What is drawn: the middle half and the median of both, time by time. */
function pairTable(first: NamedCurve, second: NamedCurve, reader: ProfileReader) {
  const { t, locale } = reader.words;
  const middle = percentileNames(reader.words).slice(1, 4);
  const columns = [first, second].flatMap(({ name }) =>
    middle.map((percentile) => t("profile.pair.columns", { name, percentile })),
  );
  return {
    columns: [t("profile.table.time"), ...columns],
    rows: pairRows(first.curve.profile.points, second.curve.profile.points).map((row) => [
      formatMinuteOfDay(row.minuteOfDay, { locale }),
      ...[row.first, row.second].flatMap((point) =>
        [point?.p25, point?.p50, point?.p75].map((value) => writePercentile(value, reader)),
      ),
    ]),
  };
}
