import { mage } from "../metrics/mage";
import type { CatalogueWords } from "./catalogue-words";
import { CITATIONS } from "./citations";
import { type ExampleStretch, exampleGrid } from "./example-readings";
import type { Metric } from "./metric";

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
  return { day: 0, fromMinute: CORNERS[0].minute, stepMinutes: STEP_MINUTES, values };
}

const EXCURSIONS = mage(exampleGrid([straightLines()], STEP_MINUTES));

export function mageEntry({ t, entry }: CatalogueWords): Metric {
  return entry("mage", {
    figure: "mage",
    formula: t("metrics.entries.mage.formula"),
    needs: "level",
    goal: null,
    citations: [CITATIONS.service1970, CITATIONS.fernandes2022],
    rows: [{ label: t("metrics.rows.corners"), readings: CORNERS.map(({ at, mgDl }) => ({ at, mgDl })) }],
    results: [
      { byHand: 77.5, computed: EXCURSIONS.avg, decimals: 1, unit: "mg/dL" },
      { name: "MAGE+", byHand: 80, computed: EXCURSIONS.plus, decimals: 1, unit: "mg/dL" },
      { name: "MAGE−", byHand: 75, computed: EXCURSIONS.minus, decimals: 1, unit: "mg/dL" },
    ],
  });
}
