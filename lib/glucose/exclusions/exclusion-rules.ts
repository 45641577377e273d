import { REASON_CHARACTERS_MAX } from "./by-hand";
import { COMPRESSION_LOW } from "./compression-lows";
import type { ExclusionKind } from "./exclusion";

/** Text, or a glucose value in mg/dL that the page writes in the reader's own unit. */
export type RulePart = string | { readonly mgDl: number };

const {
  lowMgDl,
  changeMgDlMin,
  fallMinutesMax,
  lowMinutesMax,
  riseMinutesMax,
  steadyMinutes,
  levelTolerance,
} = COMPRESSION_LOW;
const tolerance = `${levelTolerance * 100} %`;

/** Each rule in words, for people, with the numbers that the rules use. `citation` is null where none exists. */
export const EXCLUSION_RULES: Readonly<
  Record<
    ExclusionKind,
    { readonly name: string; readonly rule: readonly RulePart[]; readonly citation: string | null }
  >
> = {
  "sensor-start": {
    name: "Start of a sensor",
    rule: [
      "The first 12 or 24 hours of each sensor, counted from its start, and only its own readings. The start is known " +
        "for sensors in one piece with their transmitter, such as Dexcom G7. For others it is unknown, and nothing is " +
        "left out.",
    ],
    citation: "Shah 2018, doi 10.1089/dia.2018.0143",
  },
  "compression-low": {
    name: "Suspected compression low",
    rule: [
      `At night (00:00–06:00 unless set), after ${steadyMinutes} minutes within ${tolerance} of one level, glucose ` +
        "falls by at least ",
      { mgDl: changeMgDlMin },
      ` within ${fallMinutesMax} minutes to below `,
      { mgDl: lowMgDl },
      `, is back at or above it within ${lowMinutesMax} minutes, and rises by at least `,
      { mgDl: changeMgDlMin },
      ` within ${riseMinutesMax} minutes to within ${tolerance} of the level before. Sensors that report every 15 ` +
        "minutes are too slow to tell. This is a suspicion of pressure on the sensor, not a finding: a true low that " +
        "was treated at once can look the same. Nothing is left out unless somebody asks for it.",
    ],
    citation: "Baysal 2014, doi 10.1177/1932296814553267, for the idea; the rule and its numbers are our own",
  },
  "by-hand": {
    name: "Marked by hand",
    rule: [
      `A stretch of time that a person marked, with a reason of up to ${REASON_CHARACTERS_MAX} characters. Readings ` +
        "are kept, and the mark can be taken back.",
    ],
    citation: null,
  },
};
