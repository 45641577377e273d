import { fullReadings, NOW } from "@/components/testing/fixtures";
import type { Pattern, PatternId } from "@/lib/glucose/patterns/pattern";
import { buildSeries } from "@/lib/glucose/series";
import { summarize } from "@/lib/glucose/summary";
import { freshAt } from "@/lib/glucose/testing/readings";

const { patterns } = summarize({
  series: buildSeries(fullReadings()),
  period: { from: "2026-11-08", to: "2026-11-21", days: 14 },
  freshness: freshAt(NOW),
});

/** What a rule says about fourteen days that are each lowest, at 45 mg/dL, at 3 in the morning. */
export function patternOf<Id extends PatternId>(id: Id): Extract<Pattern, { readonly id: Id }> {
  const isIt = (pattern: Pattern): pattern is Extract<Pattern, { readonly id: Id }> => pattern.id === id;
  const pattern = [...patterns.found, ...patterns.notFound].find(isIt);
  if (!pattern) throw new Error(`The fixture does not judge ${id}`);
  return pattern;
}
