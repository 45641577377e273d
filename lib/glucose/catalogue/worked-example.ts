// A half that binary fractions cannot hold exactly.
const ROUNDING = 1e-9;

/** One reading as the page prints it; `at` is a time or a day, null where the order does not matter. */
export interface ExampleReading {
  readonly at: string | null;
  readonly mgDl: number;
}

/** Readings that belong together, such as those of one day. */
export interface ExampleRow {
  readonly label: string;
  readonly readings: readonly ExampleReading[];
}

/** A number worked out twice: by hand, as the steps write it, and by the engine. A test holds them together. */
export interface ExampleResult {
  readonly name: string;
  readonly byHand: number;
  /** What the engine returns for the example's readings, unrounded. */
  readonly computed: number | null;
  readonly decimals: number;
  /** Empty for a number without a unit. */
  readonly unit: string;
}

/** A figure worked out on a few readings, too few for Hindsight to show it. */
export interface WorkedExample {
  /** Empty where the example begins with counts. */
  readonly rows: readonly ExampleRow[];
  readonly steps: readonly string[];
  readonly results: readonly ExampleResult[];
}

/** Whether both ways to a number agree, to the last digit that is written. */
export function agrees({ byHand, computed, decimals }: ExampleResult): boolean {
  return computed !== null && Math.abs(computed - byHand) <= 0.5 * 10 ** -decimals + ROUNDING;
}
