import { describe, expect, it } from "vitest";
import { figuresAgainst } from "@/lib/glucose/held-against";
import { type Period, periodBefore } from "@/lib/glucose/period";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import { buildSeries } from "@/lib/glucose/series";
import { freshAt, stream, twelfths } from "@/lib/glucose/testing/readings";
import { workingsOf } from "@/lib/glucose/workings";
import { overviewFrom } from "./overview";

const NOW = Date.parse("2026-11-22T00:00:00Z");
const period: Period = { from: "2026-11-08", to: "2026-11-21", days: 14 };
const readings = stream("2026-10-25T00:00:00Z", NOW - 3 * 3_600_000, twelfths);
const input = { series: buildSeries(readings), period, freshness: freshAt(NOW) };
const before = { ...input, period: periodBefore(period) };

describe("an overview with other ranges", () => {
  const pregnancy = overviewFrom(input, before, "pregnancy");

  it("changes what the ranges decide, and neither verdicts nor anything else", () => {
    const { summary, facts, sparklines } = overviewFrom(input, before);
    const { bands, timeInRanges, days, ...rest } = pregnancy.summary;
    expect({ bands, timeInRanges, days }).toEqual(figuresAgainst(workingsOf(input), RANGE_SETS.pregnancy));
    const { bands: _, timeInRanges: __, days: ___, ...standardRest } = summary;
    expect(rest).toEqual(standardRest);
    expect(pregnancy.sparklines).toEqual(sparklines);
    expect(pregnancy.facts.lows).toEqual(facts.lows);
  });

  it("compares with the period before in the same range", () => {
    const { change } = pregnancy.facts;
    expect([change.difference.before, change.difference.after]).toEqual([50, 50]);
    const standardChange = overviewFrom(input, before).facts.change.difference;
    expect(standardChange.after).toBeCloseTo(500 / 12, 9);
  });

  it("is the same object for the standard set as without any", () => {
    expect(overviewFrom(input, before, "standard")).toEqual(overviewFrom(input, before));
  });
});
