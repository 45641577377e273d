import { describe, expect, it } from "vitest";
import { LAST_DATE, NOW } from "@/components/testing/fixtures";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import { DAY_MS } from "@/lib/clock";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Egv } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { datesFrom, freshAt, stream } from "@/lib/glucose/testing/readings";
import { wordsFor } from "@/lib/i18n/words";
import { compareFrom } from "@/lib/reports/compare";
import { CompareReport } from "./compare-report";

const AFTER = datesFrom("2026-11-08", 14);
const BEFORE = datesFrom("2026-10-25", 14);

/** Days that differ by up to 16 mg/dL from one another, and the later fortnight by `step` from the earlier. */
function readings(step: number, from = "2026-10-24T00:00:00Z"): Egv[] {
  const change = Date.parse("2026-11-08T00:00:00Z");
  return stream(from, NOW - 180 * 60_000, (at) => {
    const swing = 40 * Math.sin((at % DAY_MS) / DAY_MS / 0.16);
    const ofDay = 4 * (Math.floor(at / DAY_MS) % 5);
    return Math.round(140 + swing + ofDay + (at < change ? 0 : step));
  });
}

function report(from: readonly Egv[], locale = "en-US", other = BEFORE, ranges: RangeSetChoice = "standard") {
  const input = { series: buildSeries(from), freshness: freshAt(NOW) };
  return (
    <CompareReport
      {...compareFrom({ ...input, period: AFTER }, { ...input, period: other }, ranges)}
      picker={{
        path: "/patients/me/compare",
        kept: { days: "14" },
        other,
        comparedWith: "before",
        lastDate: LAST_DATE,
      }}
      ranges={ranges}
      unit="mg/dL"
      words={wordsFor(locale)}
    />
  );
}

describe("two periods compared", () => {
  it("begin with what changed more than usual, and what did not", () => {
    expect(textOf(report(readings(40)))).toContain(
      "Changed by more than the usual day-to-day variation: time in range",
    );
    expect(textOf(report(readings(40)))).toMatch(/average glucose \((39|40) mg\/dL higher\)/);
    expect(textOf(report(readings(0)))).toContain(
      "None of the main figures changed by more than the usual day-to-day variation.",
    );
  });

  it("say both values, the difference and how it stands to the usual variation", () => {
    const row = tableRows(htmlOf(report(readings(40)))).find(([name]) => name === "Average glucose");
    expect(row?.slice(1, 3).every((value) => /^\d{3} mg\/dL$/.test(value))).toBe(true);
    expect(row?.[3]).toMatch(/^(39|40) mg\/dL higher$/);
    expect(row?.[4]).toMatch(/^More than usual 95 %: \d+ to \d+ higher$/);
  });

  it("have no column for intervals where none of the figures has one, but say why", () => {
    const [, ofNight = ""] = htmlOf(report(readings(40))).split("Night and day</h3>");
    const table = ofNight.slice(0, ofNight.indexOf("</details>"));
    expect(table).toContain("There is no interval for these figures");
    expect(tableRows(table)[0]).toHaveLength(4);
  });

  it("never say that a figure is better or worse", () => {
    for (const step of [40, -40])
      expect(textOf(report(readings(step)))).not.toMatch(/\b(better|worse|improve\w*|good|bad)\b/i);
  });

  it("keep every figure of the engine, the less usual ones behind a disclosure", () => {
    const html = htmlOf(report(readings(40)));
    for (const name of ["Median glucose", "MAGE", "Time in range at night", "Low blood glucose index"])
      expect(html.split("<details").slice(1).join("")).toContain(name);
  });

  it("with a short earlier period say what it lacks instead of its figures", () => {
    const text = textOf(report(readings(0, "2026-11-07T12:00:00Z")));
    expect(text).toContain("Needs 24 hours of readings, 12 are there.");
    expect(text).toContain("There is not enough data on both sides yet to say what is usual.");
    expect(text).toContain("Not comparable: the earlier days have too little data");
  });

  it("without readings on a side say which side, and nothing else", () => {
    const text = textOf(report(readings(0, "2026-11-08T00:00:00Z")));
    expect(text).toContain("No readings in Oct 25 – Nov 7, 2026");
    expect(text).not.toContain("Main figures");
  });

  it("that overlap say so", () => {
    const text = textOf(report(readings(0), "en-US", datesFrom("2026-11-01", 14)));
    expect(text).toContain("7 days are in both periods.");
  });

  it("speak Spanish to who reads Spanish", () => {
    const text = textOf(report(readings(40), "es-MX"));
    expect(text).toContain("Cambió más que la variación habitual de un día a otro: tiempo en rango");
    expect(text).not.toMatch(/\b(higher|lower|usual day)\b/);
  });
});

describe("two periods against other ranges", () => {
  const against = (ranges: RangeSetChoice) => htmlOf(report(readings(40), "en-US", BEFORE, ranges));
  const bandsOf = (html: string) => tableRows(html.split("</table>", 1).join()).map(([band]) => band);

  it("have the bands of the set, and none that it lacks, at night neither", () => {
    expect(bandsOf(against("pregnancy"))).toEqual([
      "High above 140 mg/dL",
      "In range 63–140 mg/dL",
      "Low 54–62 mg/dL",
      "Very low below 54 mg/dL",
    ]);
    expect(against("pregnancy")).not.toMatch(/time very high/i);
    expect(bandsOf(against("older"))).toEqual(bandsOf(against("standard")));
    expect(bandsOf(against("standard"))).toHaveLength(5);
    expect(against("standard")).toContain("Time very high at night");
  });

  it("have their curves over the target range of the set, and keep everything that is of no ranges", () => {
    const rowOf = (ranges: RangeSetChoice, name: string) =>
      tableRows(against(ranges)).find(([figure]) => figure === name);
    for (const name of ["Average glucose", "Rate of high episodes", "Time in tight range"])
      expect(rowOf("pregnancy", name)).toEqual(rowOf("standard", name));
    expect(rowOf("pregnancy", "Time in range at night")).not.toEqual(
      rowOf("standard", "Time in range at night"),
    );
  });

  it("say what keeps to the standard ranges, in either language, and nothing of it where those are shown", () => {
    expect(textOf(report(readings(40), "en-US", BEFORE, "pregnancy"))).toContain(
      "Episodes are counted with the standard ranges; the tight range, risk and scores keep to the thresholds",
    );
    expect(textOf(report(readings(40), "es-MX", BEFORE, "pregnancy"))).toContain(
      "Los episodios se cuentan con los rangos estándar;",
    );
    expect(against("standard")).not.toContain("standard ranges");
  });
});
