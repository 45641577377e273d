import { existsSync, readFileSync } from "node:fs";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { latestPeriod } from "@/lib/glucose/period";
import { summarize } from "@/lib/glucose/summary";
import { freshnessAt } from "@/tests/bench/series";

// Alone in its process, so that the largest resident size is that of one summary: prints it in MB.

const STATUS = "/proc/self/status";
const DAYS = 3_650;
const STEP_MS = 5 * MINUTE_MS;
const NOW = Date.UTC(2026, 10, 25);

function readings(length: number) {
  const end = NOW - 180 * MINUTE_MS;
  const series = {
    length,
    systemTime: new Float64Array(length),
    displayOffsetMinutes: new Int16Array(length),
    value: new Float64Array(length),
    status: new Uint8Array(length),
    trend: new Uint8Array(length),
    transmitter: new Uint16Array(length),
    transmitters: [null],
  };
  for (let i = 0; i < length; i += 1) {
    series.systemTime[i] = end - (length - 1 - i) * STEP_MS;
    // Two to three excursions a day, as people have them.
    series.value[i] = Math.round(150 + 70 * Math.sin(i / 90) + 30 * Math.sin(i / 1_013));
  }
  return series;
}

const freshness = freshnessAt(NOW, 0);
// What the code and its compilers take is not the engine's appetite: short summaries come first, until all is compiled.
for (let round = 0; round < 30; round += 1) {
  summarize({ series: readings(25_920), period: latestPeriod(90, freshness), freshness });
}
const before = process.memoryUsage().rss;
summarize({ series: readings((DAYS * DAY_MS) / STEP_MS), period: latestPeriod(DAYS, freshness), freshness });
console.log((peakBytes() - before) / 1e6);

/** The largest resident size so far. `maxRSS` would do, but Linux lets it begin at the size of the parent process. */
function peakBytes(): number {
  const kilobytes = existsSync(STATUS)
    ? /VmHWM:\s+(\d+) kB/.exec(readFileSync(STATUS, "utf8"))?.[1]
    : undefined;
  return 1_024 * (kilobytes === undefined ? process.resourceUsage().maxRSS : Number(kilobytes));
}
