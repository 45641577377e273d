import type { JudgedFigure } from "../verdict";
import type { Citation } from "./citations";
import type { WorkedExample } from "./worked-example";

/** What Hindsight computes under one name, for people to read. Text is plain; formulas are Unicode in one line. */
export interface Metric {
  /** Kebab-case and unique: the page's anchor. */
  readonly id: string;
  /** Under which name a summary judges it; null for what is always shown or judged by a rule of its own. */
  readonly figure: JudgedFigure | null;
  readonly name: string;
  readonly shortName: string;
  /** One sentence that needs no training. */
  readonly meaning: string;
  readonly definition: string;
  /** Null where words are the exact form. */
  readonly formula: string | null;
  /** Which of the variants in circulation this is, and what other programs do differently where that is known. */
  readonly variant: string;
  readonly unit: string;
  /** When there is no value, and what happens at the edges. */
  readonly edgeCases: string;
  /** The sufficiency rule in words. */
  readonly needs: string;
  readonly goal: MetricGoal | null;
  /** Empty where the rule is Hindsight's own. */
  readonly citations: readonly Citation[];
  readonly example: WorkedExample;
}

export interface MetricGoal {
  readonly text: string;
  readonly source: Citation;
}

/** A chapter of the catalogue. */
export interface MetricGroup {
  /** Kebab-case and unique among groups and metrics. */
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly metrics: readonly Metric[];
}
