import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { markByHand, REASON_CHARACTERS_MAX } from "../exclusions/by-hand";
import { COMPRESSION_LOW, suspectedCompressionLows } from "../exclusions/compression-lows";
import type { Exclusion } from "../exclusions/exclusion";
import { sensorStartExclusions } from "../exclusions/sensor-start";
import { glucoseInBothUnits } from "./both-units";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { type ExampleStretch, FIRST_MIDNIGHT, rowsOf, seriesOf } from "./example-readings";
import type { MetricGroup } from "./metric";

const PRESSED: readonly ExampleStretch[] = [
  {
    day: 0,
    fromMinute: 120,
    stepMinutes: 5,
    values: [110, 110, 110, 110, 110, 110, 110, 110, 85, 62, 58, 60, 64, 88, 108, 112, 110],
  },
];
const [suspected] = suspectedCompressionLows(seriesOf(PRESSED));
const [started] = sensorStartExclusions([{ transmitterId: "example", at: FIRST_MIDNIGHT + 7 * HOUR_MS }], 12);
const marked = markByHand({
  from: FIRST_MIDNIGHT + 14 * HOUR_MS,
  to: FIRST_MIDNIGHT + 14 * HOUR_MS + 45 * MINUTE_MS,
  reason: "Sensor came loose",
  markedBy: "example",
});

const minutesOf = (exclusion: Exclusion | null | undefined) =>
  exclusion === null || exclusion === undefined ? null : (exclusion.to - exclusion.from) / MINUTE_MS;

const ON_REQUEST = { figure: null, formula: null, needs: "request", goal: null } as const;
const {
  lowMgDl,
  changeMgDlMin,
  fallMinutesMax,
  lowMinutesMax,
  riseMinutesMax,
  steadyMinutes,
  levelTolerance,
} = COMPRESSION_LOW;

export function exclusionsGroup({ t, entry, group }: CatalogueWords): MetricGroup {
  const minutes = t("metrics.units.minutes");
  return group("exclusions", [
    entry("exclusion-sensor-start", {
      ...ON_REQUEST,
      citations: [CITATIONS.shah2018],
      rows: [],
      results: [
        {
          name: t("metrics.entries.exclusion-sensor-start.results.leftOut"),
          byHand: 720,
          computed: minutesOf(started),
          decimals: 0,
          unit: minutes,
        },
      ],
    }),
    entry("exclusion-compression-low", {
      ...ON_REQUEST,
      definitionValues: {
        steadyMinutes,
        tolerance: 100 * levelTolerance,
        change: glucoseInBothUnits(changeMgDlMin),
        fallMinutes: fallMinutesMax,
        low: glucoseInBothUnits(lowMgDl),
        lowMinutes: lowMinutesMax,
        riseMinutes: riseMinutesMax,
      },
      citations: [CITATIONS.baysal2014],
      rows: rowsOf(PRESSED, [t("metrics.rows.night")]),
      results: [
        {
          name: t("metrics.entries.exclusion-compression-low.results.suspected"),
          byHand: 25,
          computed: minutesOf(suspected),
          decimals: 0,
          unit: minutes,
        },
      ],
    }),
    entry("exclusion-by-hand", {
      ...ON_REQUEST,
      definitionValues: { characters: REASON_CHARACTERS_MAX },
      citations: [],
      rows: [],
      results: [
        {
          name: t("metrics.entries.exclusion-by-hand.results.leftOut"),
          byHand: 45,
          computed: marked.ok ? minutesOf(marked.value) : null,
          decimals: 0,
          unit: minutes,
        },
      ],
    }),
  ]);
}
