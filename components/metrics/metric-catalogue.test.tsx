import { describe, expect, it } from "vitest";
import { htmlOf, textOf } from "@/components/testing/markup";
import { catalogueFor } from "@/lib/glucose/catalogue/catalogue";
import { wordsFor } from "@/lib/i18n/words";
import { TREATMENT_NOTICE } from "@/lib/notice";
import { MetricCatalogue } from "./metric-catalogue";

const pageFor = (locale: string) => (
  <MetricCatalogue words={wordsFor(locale)} groups={catalogueFor(wordsFor(locale))} />
);
const html = htmlOf(pageFor("en-US"));
const text = textOf(pageFor("en-US"));
const spanish = textOf(pageFor("es-ES"));
const GROUPS = catalogueFor(wordsFor("en-US"));
const METRICS = GROUPS.flatMap(({ metrics }) => metrics);
const articleOf = (id: string) => html.split(`<article id="${id}"`)[1]?.split("</article>")[0] ?? "";

describe("the catalogue of figures", () => {
  it("leads from its contents to every chapter and every figure", () => {
    const anchors = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(anchors).toEqual(GROUPS.flatMap(({ id, metrics }) => [id, ...metrics.map((metric) => metric.id)]));
    for (const id of anchors) expect(html).toContain(` id="${id}"`);
  });

  it("says that it is not for treatment decisions", () => expect(text).toContain(TREATMENT_NOTICE));

  it("gives each figure its unit, what it needs, its source and an example", () => {
    for (const { id } of METRICS)
      for (const term of ["Definition", "Variant", "Unit", "Edge cases", "Needs", "Goal", "Source"])
        expect(articleOf(id), id).toContain(`<dt>${term}</dt>`);
    expect(html.match(/<details/g)).toHaveLength(METRICS.length);
  });

  it("names the publication with its identifier, as a link", () => {
    expect(articleOf("gmi")).toContain('href="https://doi.org/10.2337/dc18-1581"');
    expect(articleOf("gmi")).toContain("doi 10.2337/dc18-1581");
  });

  it("writes what the engine computed, in both units where it is glucose", () => {
    expect(articleOf("average-glucose")).toContain("140 mg/dL (7.8 mmol/L)");
    expect(articleOf("difference")).toContain("−20 mg/dL (−1.1 mmol/L)");
    expect(articleOf("lability")).toContain("1,300 (mg/dL)² per hour");
  });

  it("uses no mark of somebody else for the profile", () => {
    expect(text).toContain("Glucose profile (AGP-style)");
    expect(text.replaceAll("AGP-style", "")).not.toContain("AGP");
    expect(spanish.replaceAll("estilo AGP", "")).not.toContain("AGP");
  });

  it("is in the reader's language, with the same anchors and with their numbers", () => {
    expect(spanish).toContain("Cómo se calcula cada cifra");
    expect(spanish).toContain("Ejemplo resuelto de GMI");
    expect(spanish).toContain("1 mmol/L son 18,01559 mg/dL");
    expect(spanish).toContain("140 mg/dL (7,8 mmol/L)");
    const own = htmlOf(pageFor("es-ES"))
      .replaceAll(/<span lang="en">.*?<\/span>/g, "")
      .replaceAll(/<[^>]+>/g, " ");
    expect(own).not.toMatch(/\b(the|and|with|days|readings|range|average|below|above)\b/i);
    const idsOf = (markup: string) => [...markup.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(idsOf(htmlOf(pageFor("es-ES")))).toEqual(idsOf(html));
  });
});
