import { mage } from "../metrics/mage";
import { CITATIONS } from "./citations";
import { type ExampleStretch, exampleGrid } from "./example-readings";
import type { Metric } from "./metric";
import { NEEDS } from "./needs";

const STEP_MINUTES = 5;

const CORNERS = [
  { at: "08:00", minute: 480, mgDl: 100 },
  { at: "09:00", minute: 540, mgDl: 100 },
  { at: "10:00", minute: 600, mgDl: 180 },
  { at: "12:00", minute: 720, mgDl: 90 },
  { at: "13:00", minute: 780, mgDl: 170 },
  { at: "15:00", minute: 900, mgDl: 110 },
] as const;

function straightLines(): ExampleStretch {
  const values: number[] = [];
  CORNERS.forEach((corner, i) => {
    const next = CORNERS[i + 1];
    if (next === undefined) {
      values.push(corner.mgDl);
      return;
    }
    const steps = (next.minute - corner.minute) / STEP_MINUTES;
    for (let step = 0; step < steps; step += 1) {
      values.push(corner.mgDl + ((next.mgDl - corner.mgDl) * step) / steps);
    }
  });
  return { label: "", day: 0, fromMinute: CORNERS[0].minute, stepMinutes: STEP_MINUTES, values };
}

const EXCURSIONS = mage(exampleGrid([straightLines()], STEP_MINUTES));

export const MAGE: Metric = {
  id: "mage",
  figure: "mage",
  name: "Mean amplitude of glycemic excursions",
  shortName: "MAGE",
  meaning: "How high the large rises and falls are, small ones left out.",
  definition:
    "On a grid of five minutes, turning points are the extremes between crossings of two moving averages, over 5 and 32 " +
    "steps. A rise or fall counts from one standard deviation on. MAGE is the mean height of those that count: rises and " +
    "falls together, rises alone (MAGE+), falls alone (MAGE−), and whichever are higher.",
  formula: "mean height of rises and falls of at least 1 SD",
  variant:
    "The algorithm of iglu (Fernandes 2022), named because no two programs agree: AGATA works day by day and counts quiet " +
    "days as 0, rGV and cgmanalysis smooth first, GlucoStats pairs peaks in order. Never compare it across programs.",
  unit: "mg/dL or mmol/L",
  edgeCases:
    "The curve is cut at pauses of more than 3 hours; parts shorter than 32 steps or with an SD below 1 mg/dL are left out. " +
    "No value where nothing is left or no excursion counts.",
  needs: NEEDS.level,
  goal: null,
  citations: [CITATIONS.service1970, CITATIONS.fernandes2022],
  example: {
    rows: [
      {
        label: "Corners of a curve in mg/dL; in between a reading every five minutes on a straight line",
        readings: CORNERS.map(({ at, mgDl }) => ({ at, mgDl })),
      },
    ],
    steps: [
      "The SD of the 85 readings is 24.9, and all four excursions are larger.",
      "Rises: 100 to 180 and 90 to 170, so MAGE+ = (80 + 80) / 2 = 80.0.",
      "Falls: 180 to 90 and 170 to 110, so MAGE− = (90 + 60) / 2 = 75.0.",
      "Together: (80 + 75) / 2 = 77.5.",
    ],
    results: [
      { name: "MAGE", byHand: 77.5, computed: EXCURSIONS.avg, decimals: 1, unit: "mg/dL" },
      { name: "MAGE+", byHand: 80, computed: EXCURSIONS.plus, decimals: 1, unit: "mg/dL" },
      { name: "MAGE−", byHand: 75, computed: EXCURSIONS.minus, decimals: 1, unit: "mg/dL" },
    ],
  },
};
