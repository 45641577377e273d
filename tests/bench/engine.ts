import { DAY_MS, MINUTE_MS, systemClock } from "@/lib/clock";
import { RESAMPLES_DEFAULT } from "@/lib/glucose/compare/bootstrap";
import { type ComparedSide, compareSides, sideOf } from "@/lib/glucose/compare/compare-periods";
import { keyFigures } from "@/lib/glucose/key-figures";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { summarize } from "@/lib/glucose/summary";
import type { SummaryInput } from "@/lib/glucose/workings";
import { measureBlocks } from "@/tests/bench/engine-blocks";
import { measureEngineMemory } from "@/tests/bench/engine-memory";
import { METRICS, prepare } from "@/tests/bench/engine-metrics";
import { type Figure, figureOf, rounded } from "@/tests/bench/figure";
import { benchPeople } from "@/tests/bench/people";
import { measureReportFiles } from "@/tests/bench/report-file";
import { differingInputs } from "@/tests/bench/series";

// V8 compiles the last of it around the fifteenth call.
const WARM_UP = 20;
const ROUNDS = 30;
const SPANS_DAYS = [14, 90, 365, 3_650];

type Target = NonNullable<Figure["target"]>;
const atMost = (max: number): Target => ({ max, of: "median" });

/** The glucose engine alone: from typed arrays, in this process, on one core, no input twice. */
export function measureEngine(seed: number): Figure[] {
  const now = systemClock.now();
  const year = yearOf(seed, now);
  const inputs = (days: number, rounds = ROUNDS) =>
    differingInputs(year, { days, count: 1 + WARM_UP + rounds, now });
  // Other processes first: starting one from a process that has grown large takes longer.
  const elsewhere = [...measureReportFiles(year), measureEngineMemory()];
  const everything: Readonly<Record<number, Target>> = { 90: atMost(8), 365: atMost(40) };
  return [
    ...SPANS_DAYS.map((days) =>
      over(`engine: every figure of ${days} days`, inputs(days), summarize, everything[days]),
    ),
    over("engine: figures of a report page, 90 days", inputs(90), keyFigures, atMost(3)),
    ...compared(inputs(90)),
    buildingSeries(year, now),
    ...linearity(year, now),
    ...elsewhere,
    ...measureBlocks(year),
  ];
}

/** A simulated person whom no earlier run has seen. */
function yearOf(seed: number, now: number): Egv[] {
  const [person] = benchPeople(seed, 1, now);
  if (!person) throw new Error("one person was asked for");
  const to = now - 180 * MINUTE_MS;
  return person
    .egvs(to - 370 * DAY_MS, to)
    .map((egv) => ({ ...egv, displayDevice: "iOS", transmitterGeneration: "g7" }));
}

function over(
  name: string,
  inputs: Iterable<SummaryInput>,
  compute: (input: SummaryInput) => unknown,
  target?: Target,
): Figure {
  let cold: number | null = null;
  const all: number[] = [];
  let readings = 0;
  for (const input of inputs) {
    readings = input.series.length;
    const began = performance.now();
    compute(input);
    const ms = performance.now() - began;
    if (cold === null) cold = ms;
    else all.push(ms);
  }
  const detail = { readings };
  return figureOf(name, "ms", {
    samples: all.slice(WARM_UP),
    ...(cold === null ? {} : { cold }),
    ...(target === undefined ? {} : { target }),
    detail,
  });
}

/** Two periods of 90 days, from their columns to every difference with its interval of 2,000 resamples. */
function compared(inputs: Iterable<SummaryInput>): Figure[] {
  const sides: ComparedSide[] = [];
  for (const input of inputs) sides.push(sideOf(input));
  const samples = sides.slice(1).map((after, i) => {
    const before = sides[i] ?? after;
    const began = performance.now();
    compareSides({ before, after });
    return performance.now() - began;
  });
  const [cold = 0, ...warm] = samples;
  return [
    figureOf("engine: bootstrap of a comparison, 90 with 90 days", "ms", {
      samples: warm.slice(WARM_UP),
      cold,
      target: atMost(50),
      detail: { resamples: RESAMPLES_DEFAULT },
    }),
  ];
}

/** From stored records to columns: what comes before every figure in the app. */
function buildingSeries(year: readonly Egv[], now: number): Figure {
  const samples: number[] = [];
  for (let round = 0; round < 1 + WARM_UP + ROUNDS; round += 1) {
    const to = now - (180 + round * 5) * MINUTE_MS;
    const egvs = year.filter(({ systemTime }) => systemTime > to - 92 * DAY_MS && systemTime <= to);
    const began = performance.now();
    buildSeries(egvs);
    samples.push(performance.now() - began);
  }
  const [cold = 0, ...warm] = samples;
  return figureOf("engine: records of 92 days into columns", "ms", { samples: warm.slice(WARM_UP), cold });
}

/**
 * Each metric by itself over 14, 90, 365 and 3,650 days. The figure is the time per reading over ten years as a
 * multiple of that over 90 days: about 1 for linear time, whatever the machine.
 */
function linearity(year: readonly Egv[], now: number): Figure[] {
  const prepared = SPANS_DAYS.map((days) => {
    const count = days > 1_000 ? 3 : 6;
    return { days, periods: [...differingInputs(year, { days, count, now })].map(prepare) };
  });
  return Object.entries(METRICS).map(([name, metric]) => {
    const perSpan = prepared.map(({ days, periods }) => {
      const rounds = Math.max(3, Math.round(2_000 / days));
      const samples: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        for (const period of periods) {
          const began = performance.now();
          metric(period);
          samples.push(performance.now() - began);
        }
      }
      const ms = samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)] ?? 0;
      return { days, ms, nsPerReading: (1e6 * ms) / (periods[0]?.covered.readings.length ?? 1) };
    });
    const nsOver = (days: number) => perSpan.find((one) => one.days === days)?.nsPerReading ?? Number.NaN;
    return figureOf(`linear: ${name}`, "× ns per reading of 90 days", {
      samples: [nsOver(3_650) / nsOver(90)],
      detail: Object.fromEntries(perSpan.map(({ days, ms }) => [`msOver${days}Days`, rounded(ms)])),
    });
  });
}
