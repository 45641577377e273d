import { ChartFrame } from "@/components/charts/chart-frame";
import { ProfilePairChart } from "@/components/charts/profile-pair-chart";
import { furthestApart, type ProfilePairRow, pairRows } from "@/components/charts/profile-pair-rows";
import { withheldReason } from "@/components/reports/verdict-words";
import { formatDateRange, formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import type { ComparedSide } from "./compared-side";

interface Writing {
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** The two medians with the middle half of the readings around them, over each other. */
export function ProfileComparison({
  before,
  after,
  ranges,
  unit,
  words,
}: Writing & {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** Whose target range lies behind the curves. */
  readonly ranges: RangeSetChoice;
}) {
  const { t } = words;
  const writing = { unit, words };
  const dates = ({ period }: ComparedSide) => formatDateRange(period.from, period.to, words);
  const withheld = [before, after].flatMap((side) =>
    side.profile.verdict.status === "insufficient"
      ? [`${dates(side)}: ${withheldReason(side.profile.verdict, words)}`]
      : [],
  );
  if (withheld.length > 0)
    return (
      <section aria-labelledby="compare-profiles">
        <h2 id="compare-profiles">{t("compare.profile.title")}</h2>
        {withheld.map((reason) => (
          <p key={reason} className="muted">
            {reason}
          </p>
        ))}
      </section>
    );
  const rows = pairRows(after.profile.points, before.profile.points);
  return (
    <ChartFrame
      title={t("compare.profile.title")}
      unit={unit}
      size="profile"
      note={t("compare.profile.note")}
      summary={furthestSentence(furthestApart(rows), writing)}
      table={profilesTable(rows, writing)}
      words={words}
    >
      <ProfilePairChart
        first={{ name: dates(after), points: after.profile.points }}
        second={{ name: dates(before), points: before.profile.points }}
        ranges={ranges}
        unit={unit}
      />
    </ChartFrame>
  );
}

function furthestSentence(row: ProfilePairRow | null, { unit, words }: Writing): string {
  const { t, locale } = words;
  const [after, before] = [row?.first?.p50 ?? null, row?.second?.p50 ?? null];
  if (row === null || after === null || before === null) return t("compare.profile.none");
  return t("compare.profile.summary", {
    time: formatMinuteOfDay(row.minuteOfDay, { locale }),
    after: formatGlucose(after, unit, locale),
    before: formatGlucose(before, unit, locale),
    unit,
  });
}

function profilesTable(rows: readonly ProfilePairRow[], { unit, words: { t, locale } }: Writing) {
  const write = (value: number | null | undefined) =>
    value === null || value === undefined ? "—" : formatGlucose(value, unit, locale);
  const [earlier, later] = [t("compare.sides.before"), t("compare.sides.after")];
  return {
    columns: [
      t("compare.profile.time"),
      t("compare.profile.median", { side: earlier }),
      t("compare.profile.half", { side: earlier }),
      t("compare.profile.median", { side: later }),
      t("compare.profile.half", { side: later }),
    ],
    rows: rows.map(({ minuteOfDay, first, second }) => [
      formatMinuteOfDay(minuteOfDay, { locale }),
      write(second?.p50),
      `${write(second?.p25)}–${write(second?.p75)}`,
      write(first?.p50),
      `${write(first?.p25)}–${write(first?.p75)}`,
    ]),
  };
}
