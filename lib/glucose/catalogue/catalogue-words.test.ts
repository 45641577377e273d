import { describe, expect, it } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { EPISODE_DEFINITIONS, type EpisodeDefinition } from "../episode-definitions";
import { EXCLUSION_RULES } from "../exclusions/exclusion-rules";
import { glucoseInBothUnits } from "./both-units";
import { catalogueFor } from "./catalogue";
import type { Metric } from "./metric";

const metricsFor = (locale: string) =>
  new Map(
    catalogueFor(wordsFor(locale))
      .flatMap(({ metrics }) => metrics)
      .map((metric) => [metric.id, metric]),
  );
const english = metricsFor("en-US");
// Mexico writes numbers as the United States do, so that texts can be compared number for number.
const spanish = metricsFor("es-MX");

/** Every text of an entry that a person reads. */
function textsOf({
  name,
  shortName,
  meaning,
  definition,
  formula,
  goal,
  example,
  ...rest
}: Metric): string[] {
  return [
    name,
    shortName,
    meaning,
    definition,
    formula ?? "",
    goal?.text ?? "",
    rest.variant,
    rest.unit,
    rest.edgeCases,
    rest.needs,
    ...example.rows.flatMap(({ label, readings }) => [label, ...readings.map(({ at }) => at ?? "")]),
    ...example.steps,
    ...example.results.flatMap((result) => [result.name, result.unit]),
  ];
}

const numbersIn = (metric: Metric) =>
  textsOf(metric)
    .join(" ")
    .match(/\d+(?:[.,]\d+)*/g)
    ?.sort();

describe("the catalogue in Spanish", () => {
  it("has the same entries with the same numbers", () => {
    expect([...spanish.keys()]).toEqual([...english.keys()]);
    for (const [id, metric] of english)
      expect({ id, numbers: numbersIn(spanish.get(id) ?? metric) }).toEqual({
        id,
        numbers: numbersIn(metric),
      });
  });

  it("leaves no sentence in English", () => {
    const left = [...english].flatMap(([id, metric]) => {
      const known = new Set(textsOf(metric).filter((text) => /[a-z]{3,} [a-z]{2,}/i.test(text)));
      return textsOf(spanish.get(id) ?? metric).filter((text) => known.has(text));
    });
    expect(left).toEqual([]);
  });

  it("writes decimals and thousands as the reader's country does", () => {
    expect(metricsFor("es-ES").get("lability")?.example.steps.at(-1)).toContain("10.400 / 8 = 1300");
    expect(metricsFor("es-AR").get("lability")?.example.steps.at(-1)).toContain("10.400 / 8 = 1.300");
    expect(metricsFor("es-ES").get("gmi")?.formula).toContain("3,31 + 0,02392");
    expect(metricsFor("es-ES").get("exclusion-compression-low")?.definition).toContain(
      "70 mg/dL (3,9 mmol/L)",
    );
    expect(metricsFor("es-ES").get("night-lows")?.definition).toContain("70 mg/dL (3,9 mmol/L)");
    expect(metricsFor("es-ES").get("auc")?.variant).toContain("iglu 4.3.0");
  });

  it("has 24 hours in its rules wherever it is read", () => {
    expect(spanish.get("night-lows")?.definition).toContain("entre 00:00 y 06:00");
  });
});

describe("the catalogue in English", () => {
  it.each(Object.entries(EXCLUSION_RULES))("defines %s as the rule states itself", (kind, { name, rule }) => {
    const inWords = rule
      .map((part) => (typeof part === "string" ? part : glucoseInBothUnits(part.mgDl)))
      .join("");
    expect(english.get(`exclusion-${kind}`)).toMatchObject({ name, definition: inWords });
  });

  it.each([
    ["low-episodes", EPISODE_DEFINITIONS.hypo],
    ["high-episodes", EPISODE_DEFINITIONS.hyper],
  ] as const)("defines %s as the engine counts them", (id, definitions) => {
    const lines = Object.values<EpisodeDefinition>(definitions).map(
      ({ name, rule }) => `${name}: ${rule.charAt(0).toLowerCase()}${rule.slice(1)}`,
    );
    expect(english.get(id)?.definition.split("\n")).toEqual(lines);
    expect(spanish.get(id)?.definition.split("\n")).toHaveLength(lines.length);
  });
});

it("a catalogue is put into words once for all regions that read the same", () => {
  expect(catalogueFor(wordsFor("es-CO"))).toBe(catalogueFor(wordsFor("es-AR")));
  expect(catalogueFor(wordsFor("es-MX"))).not.toBe(catalogueFor(wordsFor("es-AR")));
  expect(catalogueFor(wordsFor("es-MX"))).not.toBe(catalogueFor(wordsFor("en-US")));
});
