import { MINUTE_MS } from "@/lib/clock";
import { csvLine } from "@/lib/format/csv";
import { formatGlucose } from "@/lib/format/glucose";
import type { Egv } from "@/lib/glucose/reading";
import { SHORT_TREATMENT_NOTICE } from "@/lib/notice";

/** What a browser saves it as: the name says what the first line says. */
export const READINGS_CSV_NAME = "hindsight-readings-not-for-treatment-decisions.csv";

const HEADER = [
  "time_utc",
  "time_displayed",
  "glucose_mg_dl",
  "glucose_mmol_l",
  "out_of_range",
  "trend",
  "rate_mg_dl_per_minute",
  "source",
  "sensor",
  "device",
  SHORT_TREATMENT_NOTICE,
];

/**
 * Readings as a file, part by part: one line for each, as they come. `source` is where they were fetched from.
 *
 * Times are ISO 8601: UTC, and the wall clock that the device displayed, which has no zone. mmol/L have one decimal. A
 * reading beyond the sensor's range is 39 or 401 mg/dL and says LOW or HIGH. What the upstream did not send is empty.
 *
 * The header comes with the first part and not before it: whoever may read nothing gets nothing.
 */
export async function* readingsCsv(
  parts: AsyncIterable<readonly Egv[]>,
  source: string,
): AsyncGenerator<string, void> {
  let head = csvLine(HEADER);
  for await (const egvs of parts) {
    yield head + egvs.map((egv) => lineOf(egv, source)).join("");
    head = "";
  }
}

function lineOf(egv: Egv, source: string): string {
  const { systemTime, displayOffsetMinutes, value, status, trend, trendRate } = egv;
  return csvLine([
    new Date(systemTime).toISOString(),
    new Date(systemTime + displayOffsetMinutes * MINUTE_MS).toISOString().slice(0, -1),
    value,
    formatGlucose(value, "mmol/L", "en-US"),
    status === null ? "" : status.toUpperCase(),
    trend ?? "",
    trendRate ?? "",
    source,
    egv.transmitterGeneration ?? "",
    egv.displayDevice ?? "",
    "",
  ]);
}
