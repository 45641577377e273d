import { createHash } from "node:crypto";
import { DAY_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { type CsvReading, readingsFromCsv } from "@/lib/simulator/people/csv-readings";
import { g6Phone } from "@/lib/simulator/people/devices";
import { reportedValue, statusOf } from "@/lib/simulator/people/readings";
import { sliceByTime } from "@/lib/simulator/people/slice-by-time";
import { trendAt } from "@/lib/simulator/people/trend";
import type { SimulatedEgv, SimulatedPerson } from "@/lib/simulator/person";

export interface CsvPersonOptions {
  readonly name: string;
  /** Columns `subject`, `time` (naive wall clock, taken as UTC) and `glucose_mg_dl`, in any order. */
  readonly csv: string;
  /** May be left out when the file holds one subject only. */
  readonly subject?: string;
  readonly endsAt: Instant;
}

export interface RealPerson extends SimulatedPerson {
  /** `systemTime` minus the time in the file: whole minutes. */
  readonly shiftMs: number;
}

const TRANSMITTER_MS = 90 * DAY_MS;

/**
 * A person made of real readings. All of them are moved by the same whole number of minutes, so that the last one lies
 * within the minute that ends at `endsAt` (inclusive); the wall clock is UTC. Values are rounded half up to whole mg/dL,
 * then below 40 is 39 `low` and above 400 is 401 `high`. Of readings with the same time the last in the file counts.
 * Real people have no entries, calibrations or alerts.
 *
 * @throws AppError `bad_request` when a column, the subject or every reading is missing, or a row cannot be read; the
 * message names the line.
 */
export function personFromCsv(options: CsvPersonOptions): RealPerson {
  const { subject, readings } = readingsFromCsv(options.csv, options.subject);
  const first = readings[0];
  const last = readings.at(-1);
  if (!first || !last) throw new Error("readingsFromCsv never answers without a reading.");
  const shiftMs = Math.floor((options.endsAt - last.at) / MINUTE_MS) * MINUTE_MS;
  const egvs = egvsOf(readings, subject, shiftMs);
  return {
    name: options.name,
    story: `Real readings of ${subject}, moved to end at the present.`,
    device: { ...g6Phone("iOS", { low: 70, high: 250 }), alertSettings: [] },
    historyStart: first.at + shiftMs,
    historyEnd: last.at + shiftMs,
    shiftMs,
    egvs: (from, to) => sliceByTime(egvs, from, to),
    events: () => [],
    calibrations: () => [],
    alerts: () => [],
    uploadedAt: (systemTime) => systemTime,
    displayOffsetMinutes: () => 0,
  };
}

function egvsOf(readings: readonly CsvReading[], subject: string, shiftMs: number): SimulatedEgv[] {
  const origin = (readings[0]?.at ?? 0) + shiftMs;
  const ids = new Map<number, string>();
  const reported = readings.map(({ at, glucose }) => ({
    systemTime: at + shiftMs,
    value: reportedValue(glucose),
  }));
  return reported.map(({ systemTime, value }, index) => {
    const transmitter = Math.floor((systemTime - origin) / TRANSMITTER_MS);
    const transmitterId =
      ids.get(transmitter) ?? createHash("sha256").update(`csv/${subject}/${transmitter}`).digest("hex");
    ids.set(transmitter, transmitterId);
    return {
      systemTime,
      displayOffsetMinutes: 0,
      value,
      status: statusOf(value),
      ...trendAt(reported, index),
      transmitterId,
      transmitterTicks: Math.floor((systemTime - origin - transmitter * TRANSMITTER_MS) / SECOND_MS),
    };
  });
}
