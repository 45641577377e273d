import { writeEdge } from "@/components/charts/band-words";
import { formatDuration } from "@/lib/format/duration";
import { bandPercent } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Band, BandShare } from "@/lib/glucose/bands";
import type { KeyFigures } from "@/lib/glucose/figures";
import { RANGE_BOUNDS } from "@/lib/glucose/ranges";
import styles from "./plain-summary.module.css";

const MINUTES_A_DAY = 1_440;

/** Exact minutes a day of two bands together, and the words for their share. */
function together(bands: readonly BandShare[], names: readonly Band[]): { minutes: number; percent: string } {
  const parts = bands.filter(({ band }) => names.includes(band));
  const percent = parts.reduce((sum, { percent: whole }) => sum + whole, 0);
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return {
    minutes: parts.reduce((sum, { minutesPerDay }) => sum + minutesPerDay, 0),
    percent: percent === 0 && count > 0 ? "less than 1 %" : `${percent} %`,
  };
}

function goalClause(target: BandShare): string {
  if (!target.goal) return "";
  const goal = formatDuration((target.goal.bound / 100) * MINUTES_A_DAY);
  if (target.goal.met === null) return "";
  return target.goal.met ? `, above the common goal of ${goal}` : `; the common goal is ${goal}`;
}

/** Where the rest of the time was, in one clause for below and one for above. */
function restClause(bands: readonly BandShare[], unit: GlucoseUnit): string {
  const low1 = writeEdge(RANGE_BOUNDS[unit].low1, unit);
  const high1 = writeEdge(RANGE_BOUNDS[unit].high1, unit);
  const below = together(bands, ["veryLow", "low"]);
  const above = together(bands, ["high", "veryHigh"]);
  const part = (side: { minutes: number; percent: string }, words: string) =>
    `${side.percent} of readings, about ${formatDuration(side.minutes)} a day, were ${words} ${unit}`;
  if (below.minutes === 0 && above.minutes === 0) return "No reading was outside it.";
  if (below.minutes === 0) return `No reading was below ${low1} ${unit}; ${part(above, `above ${high1}`)}.`;
  if (above.minutes === 0) return `${upperFirst(part(below, `below ${low1}`))}; none was above ${high1}.`;
  return `${upperFirst(part(below, `below ${low1}`))}; ${part(above, `above ${high1}`)}.`;
}

function upperFirst(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** One or two sentences from fixed rules: facts first, no causes, no judgement. Null when bands are withheld. */
function plainSummary(
  { bands, sufficiency }: Pick<KeyFigures, "bands" | "sufficiency">,
  unit: GlucoseUnit,
): { readonly lead: string; readonly figure: string; readonly rest: string } | null {
  const target = bands.find(({ band }) => band === "target");
  if (sufficiency.timeInRanges.status === "insufficient" || !target) return null;
  return {
    lead: "Glucose was in range for about",
    figure: formatDuration(target.minutesPerDay),
    rest: `a day (${bandPercent(target)} %)${goalClause(target)}. ${restClause(bands, unit)}`,
  };
}

export function PlainSummary({
  summary,
  unit,
}: {
  readonly summary: Pick<KeyFigures, "bands" | "sufficiency">;
  readonly unit: GlucoseUnit;
}) {
  const words = plainSummary(summary, unit);
  if (!words) return null;
  return (
    <p className={styles.sentence}>
      {words.lead} <strong>{words.figure}</strong> {words.rest}
    </p>
  );
}
