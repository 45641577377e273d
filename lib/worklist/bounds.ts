import { z } from "zod";
import type { GlucoseUnit } from "@/lib/format/unit";
import { mmolLToMgDl } from "@/lib/glucose/units";
import { err, ok, type Result } from "@/lib/result";

/** Columns whose numbers a list can be narrowed by, in the order of the table. */
export const BOUNDED = ["in-range", "change", "average", "gmi", "cv", "newest", "worn", "episodes"] as const;
export type Bounded = (typeof BOUNDED)[number];

/**
 * What the number of a column has to be, both ends included; one of them is never null. Percent for `in-range`, `gmi`, `cv`
 * and `worn`, points for `change`, mg/dL for `average`, days since the newest reading for `newest`, low episodes for
 * `episodes`.
 */
export interface Bound {
  readonly column: Bounded;
  readonly from: number | null;
  readonly to: number | null;
}

/** The least and the most that can be asked for, in the numbers of `Bound`: what lies beyond is a slip of a finger. */
export const BOUND_LIMITS: Readonly<Record<Bounded, { readonly min: number; readonly max: number }>> = {
  "in-range": { min: 0, max: 100 },
  change: { min: -100, max: 100 },
  average: { min: 0, max: 500 },
  gmi: { min: 0, max: 20 },
  cv: { min: 0, max: 200 },
  newest: { min: 0, max: 3_650 },
  worn: { min: 0, max: 100 },
  episodes: { min: 0, max: 1_000 },
};

/** The name that an end of a bound has in an address and in a form. */
export function endName(column: Bounded, end: "from" | "to"): `${Bounded}-${"from" | "to"}` {
  return `${column}-${end}`;
}

const END_NAMES: readonly string[] = BOUNDED.flatMap((column) => [
  endName(column, "from"),
  endName(column, "to"),
]);

export const isEndName = (name: string) => END_NAMES.includes(name);

/**
 * The bounds among what an address gives, an average in `unit`; which end is the greater does not matter. The error is the
 * column of which something is asked that cannot be.
 */
export function boundsIn(
  given: Readonly<Record<string, unknown>>,
  unit: GlucoseUnit,
): Result<Bound[], Bounded> {
  const bounds: Bound[] = [];
  for (const column of BOUNDED) {
    const end = endOf(column, unit);
    const from = end.safeParse(given[endName(column, "from")] ?? null);
    const to = end.safeParse(given[endName(column, "to")] ?? null);
    if (!from.success || !to.success) return err(column);
    if (from.data !== null || to.data !== null) bounds.push(inTheirOrder(column, from.data, to.data));
  }
  return ok(bounds);
}

/** What a field for numbers sends. */
const DECIMAL = /^-?(\d+|\d*\.\d+)(e[-+]?\d+)?$/i;

function endOf(column: Bounded, unit: GlucoseUnit) {
  const { min, max } = BOUND_LIMITS[column];
  const compared = column === "average" && unit === "mmol/L" ? mmolLToMgDl : (typed: number) => typed;
  return z
    .string()
    .regex(DECIMAL)
    .transform((text) => Number(compared(Number(text)).toFixed(decimalsMax(column))))
    .pipe(z.number().min(min).max(max))
    .nullable();
}

/** Two, as a bound is written for its reader; so many of mg/dL that what was typed in mmol/L comes back. */
function decimalsMax(column: Bounded): number {
  return column === "average" ? 4 : 2;
}

function inTheirOrder(column: Bounded, from: number | null, to: number | null): Bound {
  const isReversed = from !== null && to !== null && from > to;
  return isReversed ? { column, from: to, to: from } : { column, from, to };
}
