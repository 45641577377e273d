import { BANDS_FROM_TOP, bandName, bandRange } from "@/components/charts/band-words";
import { cautionSentence, withheldReason } from "@/components/reports/verdict-words";
import { formatDateRange, formatDateTime } from "@/lib/format/date";
import { formatBandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Freshness, Summary } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import type { FigureRow } from "./figure-row";
import type { GroupRows } from "./figure-rows";

interface Writing {
  readonly unit: GlucoseUnit;
  readonly freshness: Freshness;
  readonly words: Words;
}

/** The page as lines for a message or a record: the bands, then every figure as it is shown, with its verdict. */
export function plainText(
  summary: Summary,
  groups: readonly GroupRows[],
  { unit, freshness, words }: Writing,
): string {
  const { t } = words;
  const { from, to, days } = summary.period;
  const sections = [
    [
      `Hindsight · ${formatDateRange(from, to, words)} · ${t("overview.days", { count: days })}`,
      ...dataThrough(freshness, words),
      t.markup("states.notice", { help: (text) => text }),
    ],
    [t("statistics.sets.title"), ...bandLines(summary, unit, words)],
    ...groups.map(({ metrics }) =>
      metrics.flatMap(({ rows }) =>
        rows
          .filter(({ figure }) => !figure.startsWith("timeInRanges."))
          .map((row) => `${row.name}: ${valueText(row, words)}`),
      ),
    ),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function dataThrough({ dataThrough: at, displayOffsetMinutes }: Freshness, words: Words): string[] {
  if (at === null) return [];
  return [`${words.t("statistics.text.dataThrough")}: ${formatDateTime(at, displayOffsetMinutes, words)}`];
}

function bandLines({ bands, sufficiency }: Summary, unit: GlucoseUnit, words: Words): string[] {
  const verdict = sufficiency.timeInRanges;
  if (verdict.status === "insufficient") return [`— (${withheldReason(verdict, words)})`];
  const caution = cautionSentence(verdict, words);
  return [
    ...BANDS_FROM_TOP.flatMap((band) => bands.filter((one) => one.band === band)).map(
      (share) =>
        `${bandName(share.band, words)} (${bandRange(share.band, unit, words)} ${unit}): ${formatBandPercent(share)}`,
    ),
    ...(caution === null ? [] : [caution]),
  ];
}

function valueText({ value, verdict }: FigureRow, words: Words): string {
  if (verdict.status === "insufficient") return `— (${withheldReason(verdict, words)})`;
  const doubt = verdict.status === "caution" ? ` (${words.t("states.verdict.cautionShort")})` : "";
  return `${value ?? words.t("statistics.noValue")}${doubt}`;
}
