import { inFigureUnit } from "@/components/figures/figure-writing";
import { cautionSentence, withheldReason } from "@/components/reports/verdict-words";
import type { FileReport } from "@/lib/cli/report-file";
import { formatDuration } from "@/lib/format/duration";
import { formatNumber, LOCALE_DEFAULT } from "@/lib/format/number";
import { type GlucoseUnit, inUnit } from "@/lib/format/unit";
import type { BandShare } from "@/lib/glucose/bands";
import { FIGURES_TO_COMPARE, type FigureToCompare } from "@/lib/glucose/compare/compared-figures";
import type { Coverage, ProfilePoint, Summary } from "@/lib/glucose/figures";
import { patternWords } from "@/lib/glucose/patterns/pattern-words";
import { quantitiesFor } from "@/lib/glucose/patterns/quantity-writing";
import { RANGE_BOUNDS } from "@/lib/glucose/ranges";
import type { Verdict } from "@/lib/glucose/verdict";
import { ENGLISH } from "@/lib/i18n/english";
import { TREATMENT_NOTICE } from "@/lib/notice";

/** The reports for somebody at a terminal: glucose in the unit of the file, every figure with its verdict. */
export function textOf(reports: readonly FileReport[]): string {
  return `${reports.map(reportText).join("\n\n\n")}\n`;
}

function reportText({ file, read, summary }: FileReport): string {
  const { from, to, days } = summary.period;
  const { unit, format, subject } = read;
  const notes = new Notes();
  const sections = [
    [
      subject === null ? file : `${file}, ${subject}`,
      `${format === "clarity" ? "Clarity export" : "Table"} in ${unit}, ${from} to ${to}, ${days} ${days === 1 ? "day" : "days"}`,
      TREATMENT_NOTICE,
    ],
    coverageLines(summary.coverage, summary.readings),
    bandLines(summary, unit, notes),
    figureLines(summary, unit, notes),
    profileLines(summary.profile.points, unit, notes.markOf(summary.profile.verdict)),
    patternLines(summary, unit),
    exclusionLines(summary),
    notes.lines(),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

/** Verdicts that are not "sufficient" recur on many figures: each is written once, under a number. */
class Notes {
  readonly #sentences: string[] = [];

  /** "" for a sufficient figure, else " [1]". */
  markOf(verdict: Verdict): string {
    const sentence = sentenceOf(verdict);
    if (sentence === null) return "";
    if (!this.#sentences.includes(sentence)) this.#sentences.push(sentence);
    return ` [${this.#sentences.indexOf(sentence) + 1}]`;
  }

  lines(): string[] {
    return this.#sentences.map((sentence, i) => `[${i + 1}] ${sentence}`);
  }
}

function sentenceOf(verdict: Verdict): string | null {
  if (verdict.status === "insufficient")
    return `Too little data for this figure: ${withheldReason(verdict, ENGLISH)}`;
  return cautionSentence(verdict, ENGLISH);
}

function coverageLines(coverage: Coverage, used: number): string[] {
  const { observed, cadenceMinutes, activePercent, activePercentOfWornSpan, daysWithReadings, gaps } =
    coverage;
  const longest = gaps.reduce((most, { minutes }) => Math.max(most, minutes), 0);
  const every = cadenceMinutes === null ? "" : `, one every ${cadenceMinutes} min`;
  const kept = used === observed ? "" : ` (${formatNumber(used, 0)} used)`;
  const left = [
    [coverage.excluded, "excluded as asked"],
    [coverage.implausible, "outside 20–600 mg/dL and left out"],
    [coverage.lowSentinels, "LOW, counted as 39 mg/dL"],
    [coverage.highSentinels, "HIGH, counted as 401 mg/dL"],
  ] as const;
  return [
    `${formatNumber(observed, 0)} readings${kept}${every}, on ${daysWithReadings} days`,
    `Sensor active ${formatNumber(activePercent, 1)} % of these dates, ${formatNumber(activePercentOfWornSpan, 1)} % from first to last reading`,
    gaps.length === 0 ? "No gaps" : `${gaps.length} gaps, the longest ${formatDuration(longest)}`,
    ...left.filter(([count]) => count > 0).map(([count, what]) => `${formatNumber(count, 0)} ${what}`),
  ];
}

const BAND_NAMES: Readonly<Record<BandShare["band"], string>> = {
  veryHigh: "Very high",
  high: "High",
  target: "In range",
  low: "Low",
  veryLow: "Very low",
};

function bandLines({ bands, sufficiency }: Summary, unit: GlucoseUnit, notes: Notes): string[] {
  const { low2, low1, high1, high2 } = RANGE_BOUNDS[unit];
  const ranges: Readonly<Record<BandShare["band"], string>> = {
    veryHigh: `above ${high2}`,
    high: `above ${high1}`,
    target: `${low1}–${high1}`,
    low: `below ${low1}`,
    veryLow: `below ${low2}`,
  };
  const rows = bands
    .toReversed()
    .map(({ band, share, minutesPerDay, goal }) => [
      BAND_NAMES[band],
      ranges[band],
      `${formatNumber(100 * share, 2)} %`,
      `${formatDuration(minutesPerDay)} a day`,
      goalText(goal),
    ]);
  return [`Time in ranges (${unit})${notes.markOf(sufficiency.timeInRanges)}`, ...aligned(rows, [2, 3])];
}

function goalText(goal: BandShare["goal"]): string {
  if (goal === null) return "";
  const met = goal.met === null ? "" : goal.met ? ", met" : ", not met";
  const together = goal.includes === null ? "" : ` with ${BAND_NAMES[goal.includes].toLowerCase()}`;
  return `goal ${goal.comparison} ${goal.bound} %${together}${met}`;
}

function figureLines(summary: Summary, unit: GlucoseUnit, notes: Notes): string[] {
  const rows = FIGURES_TO_COMPARE.filter(({ figure }) => !figure.startsWith("timeInRanges.")).map((row) => [
    ENGLISH.t(`figures.names.${row.figure}`),
    ...figureText(row, summary, unit),
    notes.markOf(summary.sufficiency[row.judgedBy]).trim(),
  ]);
  return ["Figures", ...aligned(rows, [1])];
}

function figureText(
  { unit: of, of: valueOf }: FigureToCompare,
  summary: Summary,
  unit: GlucoseUnit,
): [string, string] {
  const value = valueOf(summary);
  if (value === null) return ["—", ""];
  return [formatNumber(inFigureUnit(value, of, unit), 2), of.replace("mg/dL", unit)];
}

function profileLines(points: readonly ProfilePoint[], unit: GlucoseUnit, mark: string): string[] {
  const written = (value: number | null) =>
    value === null ? "—" : formatNumber(inUnit(value, unit), unit === "mmol/L" ? 1 : 0);
  const rows = points.map(({ minuteOfDay, p5, p25, p50, p75, p95, readings, days }) => [
    clock(minuteOfDay),
    ...[p5, p25, p50, p75, p95].map(written),
    String(readings),
    String(days),
  ]);
  const head = ["at", "5 %", "25 %", "50 %", "75 %", "95 %", "readings", "days"];
  return [
    `Glucose profile by time of day, smoothed (${unit})${mark}`,
    ...aligned([head, ...rows], [1, 2, 3, 4, 5, 6, 7]),
  ];
}

function clock(minuteOfDay: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

function patternLines({ patterns }: Summary, unit: GlucoseUnit): string[] {
  const { found, lookedFor, tooLittleData } = patterns;
  const { title, finding, rule, method } = patternWords(ENGLISH, quantitiesFor(unit, LOCALE_DEFAULT));
  const chance = (probability: number | null) =>
    probability === null ? "" : `probability by chance alone ${formatNumber(probability, 3)}. `;
  return [
    `Patterns: ${found.length} found of ${lookedFor} looked for${tooLittleData.length === 0 ? "" : `, ${tooLittleData.length} with too little data`}`,
    ...found.flatMap((pattern) => [
      `  ${title(pattern)}: ${finding(pattern)}`,
      `    Rule: ${rule(pattern)}`,
      `    Chance: ${chance(pattern.chance.probability)}${method(pattern)}`,
    ]),
  ];
}

function exclusionLines({ exclusions }: Summary): string[] {
  if (exclusions.length === 0) return [];
  const readings = exclusions.reduce((sum, one) => sum + one.readings, 0);
  return [
    `Excluded: ${exclusions.length} stretches with ${readings} readings. The figures are without them.`,
  ];
}

/** Rows as columns two spaces apart, those of `right` flush right. */
function aligned(rows: readonly (readonly string[])[], right: readonly number[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? "").length)),
  );
  return rows.map((row) =>
    `  ${row
      .map((cell, column) =>
        right.includes(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")}`.trimEnd(),
  );
}
