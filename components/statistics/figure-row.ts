import type { WrittenGoal } from "@/components/reports/written-goal";
import type { Verdict } from "@/lib/glucose/verdict";

/** One figure as a row: what it is called, its value with unit, whether it may be shown, its goal. */
export interface FigureRow {
  readonly figure: string;
  readonly name: string;
  /** Null where nothing can be computed. */
  readonly value: string | null;
  readonly verdict: Verdict;
  readonly goal: WrittenGoal | null;
}
