import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { defaultCast } from "@/lib/simulator/people/cast";
import { readingsFromCsv } from "@/lib/simulator/people/csv-readings";
import { reportedValue } from "@/lib/simulator/people/readings";
import { type Realism, realismOf, type WallClockReading } from "@/lib/simulator/people/realism.test-support";

const DATA = path.resolve(import.meta.dirname, "../../../../shared/data");
const FILES = ["hupa-ucm", "hall2018-19", "iglu-example5"] as const;
const ENDS_AT = Date.UTC(2026, 8, 1);
const DAYS = 90;

const csvOf = (file: string) => readFileSync(path.join(DATA, "cgm", `${file}.csv`), "utf8");
const subjectsOf = (csv: string) =>
  new Set(
    csv
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(",")[0] ?? ""),
  );

const realPeople = FILES.flatMap((file) => {
  const csv = csvOf(file);
  return [...subjectsOf(csv)].map((subject) => ({
    file,
    subject,
    readings: readingsFromCsv(csv, subject).readings,
  }));
});

/** Real values as Dexcom would have reported them, so that both sides are rounded alike. */
const reported = (readings: readonly WallClockReading[]) =>
  readings.map(({ at, glucose }) => ({ at, glucose: reportedValue(glucose) }));

const cast = defaultCast({ endsAt: ENDS_AT }).map((person) => {
  const from = Math.max(person.historyStart, ENDS_AT - DAYS * DAY_MS);
  const readings = person.egvs(from, ENDS_AT).map((egv) => ({
    at: egv.systemTime + egv.displayOffsetMinutes * MINUTE_MS,
    glucose: egv.value,
  }));
  return { name: person.name, realism: realismOf(readings) };
});

describe("the yardsticks", () => {
  test.each(FILES)("agree with the published values for everyone in %s", (file) => {
    const oracle = JSON.parse(readFileSync(path.join(DATA, "oracles", `independent-${file}.json`), "utf8"));
    const off = realPeople
      .filter((person) => person.file === file)
      .filter(({ subject, readings }) => {
        const measured = realismOf(readings);
        const { raw, gridMetrics, mage } = oracle.subjects[subject];
        const pairs = [
          [measured.mean, raw.mean],
          [measured.sd, raw.sd],
          [measured.modd, gridMetrics.modd],
          [measured.mage, mage.avg],
        ];
        return pairs.some(([own, published]) => !(Math.abs(own / published - 1) < 1e-9));
      });
    expect(off.map((person) => person.subject)).toEqual([]);
  });
});

describe("the cast lies within the range of real people", () => {
  const real = realPeople.map(({ readings }) => realismOf(reported(readings)));
  const measures: (keyof Realism)[] = [
    "mean",
    "sd",
    "fiveMinuteMean",
    "fiveMinute95",
    "fiveMinuteZero",
    "modd",
    "mage",
  ];

  test.each(measures)("in %s", (measure) => {
    const values = real.map((realism) => realism[measure]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    const outside = cast.filter(({ realism }) => !(realism[measure] >= least && realism[measure] <= most));
    expect(outside.map(({ name, realism }) => [name, realism[measure], least, most])).toEqual([]);
  });
});
