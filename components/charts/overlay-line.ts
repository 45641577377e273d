import type { TraceRun } from "@/lib/glucose/day-traces";
import type { LocalDate } from "@/lib/glucose/local-time";

/** One day on its way to the browser. */
export interface OverlayLine {
  readonly date: LocalDate;
  /** `fromMinute:value,value,,value;…`, nothing between two commas where a reading is missing. */
  readonly readings: string;
}

/** Packs a day as text: a page is sent value by value, and 26,000 readings are worth one step each day, not each reading. */
export function packLine({
  date,
  runs,
}: {
  readonly date: LocalDate;
  readonly runs: readonly TraceRun[];
}): OverlayLine {
  const packed = runs.map(({ fromMinute, values }) => `${fromMinute}:${values.join(",")}`);
  return { date, readings: packed.join(";") };
}

export function unpackRuns({ readings }: OverlayLine): TraceRun[] {
  if (readings === "") return [];
  return readings.split(";").map((run) => {
    const [fromMinute = "", values = ""] = run.split(":");
    return {
      fromMinute: Number(fromMinute),
      values: values.split(",").map((value) => (value === "" ? null : Number(value))),
    };
  });
}
