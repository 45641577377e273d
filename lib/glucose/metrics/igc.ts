import type { Distribution } from "../distribution";
import { hyperIndex } from "./hyper-index";
import { hypoIndex } from "./hypo-index";

/**
 * Index of glycaemic control of mg/dL readings: hypoglycaemia index (80) + hyperglycaemia index (140); null without
 * readings. Rodbard 2009, doi 10.1089/dia.2008.0132.
 */
export function igc(distribution: Distribution): number | null {
  const hypo = hypoIndex(distribution);
  const hyper = hyperIndex(distribution);
  return hypo === null || hyper === null ? null : hypo + hyper;
}
