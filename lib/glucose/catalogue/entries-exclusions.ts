import { HOUR_MS, MINUTE_MS } from "@/lib/clock";
import { markByHand } from "../exclusions/by-hand";
import { suspectedCompressionLows } from "../exclusions/compression-lows";
import type { Exclusion, ExclusionKind } from "../exclusions/exclusion";
import { EXCLUSION_RULES } from "../exclusions/exclusion-rules";
import { sensorStartExclusions } from "../exclusions/sensor-start";
import { ruleInBothUnits } from "./both-units";
import { CITATIONS } from "./citations";
import { type ExampleStretch, FIRST_MIDNIGHT, rowsOf, seriesOf } from "./example-readings";
import type { Metric, MetricGroup } from "./metric";

const PRESSED: readonly ExampleStretch[] = [
  {
    label: "Readings at night in mg/dL, five minutes apart",
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

const VARIANT =
  "Never unasked. Nothing is deleted: every figure can be shown with these readings and without, and says how many were " +
  "left out. Sensor active counts them all the same, since the sensor was worn.";

function entryOf(
  kind: ExclusionKind,
  own: Pick<Metric, "meaning" | "edgeCases" | "citations" | "example">,
): Metric {
  const { name, rule } = EXCLUSION_RULES[kind];
  return {
    id: `exclusion-${kind}`,
    figure: null,
    name,
    shortName: name,
    definition: ruleInBothUnits(rule),
    formula: null,
    variant: VARIANT,
    unit: "readings left out",
    needs: "Somebody asks for it.",
    goal: null,
    ...own,
  };
}

export const EXCLUSIONS: MetricGroup = {
  id: "exclusions",
  name: "Readings left out",
  about: "Readings that can be left out of the figures on request, and by which rule.",
  metrics: [
    entryOf("sensor-start", {
      meaning: "The first hours of a new sensor, when it is a little less exact.",
      edgeCases: "None where the start of the sensor cannot be told.",
      citations: [CITATIONS.shah2018],
      example: {
        rows: [],
        steps: [
          "A sensor that started at 07:00, with the choice of 12 hours: 07:00 to 19:00, which is 12 · 60 = 720 minutes.",
        ],
        results: [
          { name: "Left out", byHand: 720, computed: minutesOf(started), decimals: 0, unit: "minutes" },
        ],
      },
    }),
    entryOf("compression-low", {
      meaning: "A short low at night that looks as if somebody lay on the sensor.",
      edgeCases: "None is found where the half hour before was not seen or not steady.",
      citations: [CITATIONS.baysal2014],
      example: {
        rows: rowsOf(PRESSED),
        steps: [
          "Steady at 110, then 48 mg/dL down in 10 minutes to 62, below 70 for 20 minutes, and back at 108 within 10 minutes.",
          "80 % of 110 is 88: left out from the first reading below 88 (85 at 02:40) to the first back at it (88 at 03:05), 25 minutes.",
        ],
        results: [
          { name: "Suspected", byHand: 25, computed: minutesOf(suspected), decimals: 0, unit: "minutes" },
        ],
      },
    }),
    entryOf("by-hand", {
      meaning: "A stretch of time that somebody marked, with the reason.",
      edgeCases: "Needs an end after its start, a reason, and who marked it.",
      citations: [],
      example: {
        rows: [],
        steps: ["“Sensor came loose” from 14:00 to before 14:45: 45 minutes, readings of 14:00 to 14:40."],
        results: [
          {
            name: "Left out",
            byHand: 45,
            computed: marked.ok ? minutesOf(marked.value) : null,
            decimals: 0,
            unit: "minutes",
          },
        ],
      },
    }),
  ],
};
