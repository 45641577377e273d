import { BANDS_FROM_TOP, bandName, bandRange } from "@/components/charts/band-words";
import { changeSentence, type FactsToSay, lowsSentence } from "@/components/reports/fact-sentences";
import { goalWords } from "@/components/reports/goal-words";
import { type ShownFigure, shownFigures } from "@/components/reports/shown-figures";
import { goalClause, restClause } from "@/components/reports/summary-clauses";
import { cautionSentence, withheldReason, withheldUntil } from "@/components/reports/verdict-words";
import { bandGoal } from "@/components/reports/written-goal";
import { formatDateRange, formatDateTime, formatMinuteOfDay } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { formatGlucose } from "@/lib/format/glucose";
import { bandPercent, formatBandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { BandShare } from "@/lib/glucose/bands";
import type { Freshness, KeyFigures, Profile } from "@/lib/glucose/figures";
import type { Verdict } from "@/lib/glucose/verdict";
import type { Words } from "@/lib/i18n/translate";
import type { OfflineBand, OfflineFigure, OfflineOverview, OfflineTable } from "./offline-overview";

export interface OverviewToKeep {
  readonly summary: KeyFigures;
  readonly facts: Pick<FactsToSay, "change" | "lows">;
  readonly freshness: Pick<Freshness, "dataThrough" | "displayOffsetMinutes">;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

const PROFILE_EVERY_MINUTES = 120;
const DASH = "—";

/** Overview as texts, said by the same functions as the page; what the page withholds is withheld here, too. */
export function prepareOfflineOverview(overview: OverviewToKeep): OfflineOverview {
  const { summary, words } = overview;
  const { t, locale } = words;
  const { from, to, days } = summary.period;
  return {
    version: 1,
    locale,
    title: t("overview.title"),
    facts: [
      formatDateRange(from, to, { locale }),
      t("overview.days", { count: days }),
      t("overview.active", { percent: String(Math.floor(summary.coverage.activePercent)) }),
    ].join(" · "),
    dataThrough: dataThrough(overview),
    sentences: sentences(overview),
    range: range(overview),
    figures: {
      title: t("overview.figures.title"),
      rows: shownFigures(summary, overview.unit, words).map((figure) => figureRow(figure, words)),
    },
    profile: profileTable(summary.profile, overview),
  };
}

function dataThrough({
  freshness: { dataThrough: through, displayOffsetMinutes },
  words,
}: OverviewToKeep): string {
  return through === null
    ? words.t("states.noReadingsYet")
    : words.t.markup("states.dataThrough", {
        time: formatDateTime(through, displayOffsetMinutes, words),
        strong: plain,
      });
}

function sentences({ summary, facts, unit, words }: OverviewToKeep): string[] {
  const target = summary.bands.find(({ band }) => band === "target");
  if (summary.sufficiency.timeInRanges.status === "insufficient" || !target) return [];
  const inRange = words.t.markup("overview.summary.inRange", {
    time: formatDuration(target.minutesPerDay),
    percent: bandPercent(target),
    strong: plain,
  });
  const told = { ...facts, days: summary.coverage.daysWithReadings, unit, words };
  const change = changeSentence(told);
  return [
    `${inRange}${goalClause(target, words)} ${restClause(summary.bands, unit, words)}`,
    lowsSentence(told),
    ...(change === null ? [] : [change]),
  ];
}

function range({ summary, unit, words }: OverviewToKeep): OfflineTable<OfflineBand> {
  const { t } = words;
  const verdict = summary.sufficiency.timeInRanges;
  return {
    title: t("overview.range.title"),
    columns: [
      t("overview.range.range"),
      t("overview.range.share"),
      t("overview.range.time"),
      t("overview.range.goal"),
    ],
    rows: verdict.status === "insufficient" ? [] : summary.bands.toSorted(fromTop).map(bandRow),
    notes: verdictNotes(verdict, words),
  };

  function bandRow(share: BandShare): OfflineBand {
    const { band } = share;
    const goal = bandGoal(share, summary.bands, words);
    return {
      band,
      name: bandName(band, words),
      range: `${bandRange(band, unit, words)} ${unit}`,
      percent: formatBandPercent(share),
      time: t.markup("overview.range.aDay", { time: formatDuration(share.minutesPerDay), small: plain }),
      goal: goal ? goalWords(goal, words) : "",
    };
  }
}

function fromTop(a: BandShare, b: BandShare): number {
  return BANDS_FROM_TOP.indexOf(a.band) - BANDS_FROM_TOP.indexOf(b.band);
}

function figureRow({ name, value, verdict, unit, write, goal }: ShownFigure, words: Words): OfflineFigure {
  const { t } = words;
  const term = t(`overview.figures.${name}.name`);
  if (verdict.status === "insufficient") return { term, value: DASH, note: withheldReason(verdict, words) };
  if (value === null) return { term, value: DASH, note: t("overview.figures.noReadings") };
  const note = goal ? goalWords(goal, words) : t("states.goal.none");
  const caution = verdict.status === "caution" ? ` · ${t("states.verdict.cautionShort")}` : "";
  return { term, value: `${write(value)} ${unit}`, note: `${note}${caution}` };
}

/** Every two hours of the curve that the page draws. */
function profileTable(
  { points, binMinutes, verdict }: Profile,
  { unit, words }: OverviewToKeep,
): OfflineTable<readonly string[]> {
  const { t, locale } = words;
  const write = (mgDl: number | null) => (mgDl === null ? DASH : formatGlucose(mgDl, unit, locale));
  const between = (low: number | null, high: number | null) =>
    low === null || high === null ? DASH : `${write(low)}–${write(high)}`;
  const every = PROFILE_EVERY_MINUTES / binMinutes;
  return {
    title: t("offline.profile.title", { unit }),
    columns: [
      t("offline.profile.time"),
      t("offline.profile.median"),
      t("offline.profile.half"),
      t("offline.profile.most"),
    ],
    rows:
      verdict.status === "insufficient"
        ? []
        : points
            .filter((_, index) => index % every === 0)
            .map(({ minuteOfDay, p5, p25, p50, p75, p95 }) => [
              formatMinuteOfDay(minuteOfDay, { locale }),
              write(p50),
              between(p25, p75),
              between(p5, p95),
            ]),
    notes: verdictNotes(verdict, words),
  };
}

function verdictNotes(verdict: Verdict, words: Words): string[] {
  if (verdict.status === "insufficient")
    return [withheldReason(verdict, words), withheldUntil(verdict, words)];
  const caution = cautionSentence(verdict, words);
  return caution === null ? [] : [caution];
}

function plain(text: string): string {
  return text;
}
