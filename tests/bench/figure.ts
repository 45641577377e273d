/** One measured figure, as it stands in the JSON. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  /** Measurements after warm-up; `cold` is not among them. */
  readonly n: number;
  readonly median: number | null;
  /** Nearest rank: with fewer than 20 measurements it is the largest. */
  readonly p95: number | null;
  /** The very first measurement, before anything was warm; null where there is no such thing. */
  readonly cold: number | null;
  readonly target: Target | null;
  /** Null where no target was set. */
  readonly met: boolean | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What is promised, and of which statistic. All targets are upper bounds. */
interface Target {
  readonly max: number;
  readonly of: "median" | "p95";
}

/** Makes a figure of samples in the order of their taking, without the cold one. */
export function figureOf(
  name: string,
  unit: string,
  measured: {
    readonly samples: readonly number[];
    readonly cold?: number;
    readonly target?: Target;
    readonly detail?: Readonly<Record<string, unknown>>;
  },
): Figure {
  const { samples, cold = null, target = null, detail = {} } = measured;
  const statistics = { median: quantile(samples, 0.5), p95: quantile(samples, 0.95) };
  const judged = target && statistics[target.of];
  return {
    name,
    unit,
    n: samples.length,
    median: rounded(statistics.median),
    p95: rounded(statistics.p95),
    cold: rounded(cold),
    target,
    met: target === null || judged === null ? null : judged <= target.max,
    detail,
  };
}

/** Nearest-rank quantile of at least one number, the mean of the middle two for an even median; null without any. */
function quantile(samples: readonly number[], share: number): number | null {
  const sorted = samples.toSorted((a, b) => a - b);
  const upper = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (upper === undefined) return null;
  if (share !== 0.5 || sorted.length % 2 === 1) return upper;
  return (upper + (sorted[sorted.length / 2] ?? upper)) / 2;
}

export function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1000) / 1000;
}

/** Milliseconds that `work` takes, with what it returns. */
export async function timed<T>(
  work: () => Promise<T> | T,
): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}
