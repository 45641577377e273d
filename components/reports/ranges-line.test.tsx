import { expect, test } from "vitest";
import { htmlOf, textOf } from "@/components/testing/markup";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import { wordsFor } from "@/lib/i18n/words";
import { VIEWS, type View } from "@/lib/routes";
import { RangesLine } from "./ranges-line";

function line(
  view: View,
  {
    ranges = "pregnancy",
    name = null,
    unit = "mg/dL",
    locale = "en-US",
  }: {
    ranges?: Exclude<RangeSetChoice, "standard">;
    name?: string | null;
    unit?: "mg/dL" | "mmol/L";
    locale?: string;
  } = {},
) {
  return (
    <RangesLine
      ranges={ranges}
      view={view}
      name={name}
      standardHref={`/${view}?days=30`}
      unit={unit}
      words={wordsFor(locale)}
    />
  );
}

test("a view that follows the ranges says which they are, and whether goals belong to them", () => {
  expect(textOf(line("overview"))).toBe(
    "Ranges: Pregnancy with type 1 diabetes. In range: 63–140 mg/dL, with goals of their own. This changes nothing for anybody else. Standard ranges",
  );
  expect(textOf(line("profile", { ranges: "older" }))).toContain(
    "Older adults and adults at high risk. In range: 70–180 mg/dL, as in the standard ones; the goals differ.",
  );
  expect(textOf(line("profile", { ranges: "pregnancy-type-2", unit: "mmol/L" }))).toContain(
    "In range: 3.5–7.8 mmol/L; there are no common goals.",
  );
});

test("whoever looks at somebody else's data reads that nothing changes for them", () => {
  const text = textOf(line("overview", { name: "Mara Ahlberg" }));
  expect(text).toContain("This changes nothing for Mara Ahlberg.");
  expect(text).not.toContain("anybody else");
});

test("a view that goes on with the standard ranges says so, and one without any, too", () => {
  const said = (view: View) => textOf(line(view));
  for (const view of ["patterns", "logbook"] as const)
    expect(said(view)).toContain(
      "This view shows the standard ranges. In range on most other views: 63–140 mg/dL (Pregnancy with type 1 diabetes).",
    );
  for (const view of ["overview", "daily", "overlay", "profile", "compare", "calendar"] as const)
    expect(said(view)).toContain("Ranges: Pregnancy with type 1 diabetes. In range: 63–140 mg/dL,");
  for (const view of ["notes", "a1c", "devices"] as const)
    expect(said(view)).toContain("This view has no ranges.");
  expect(said("statistics")).toContain("They stand beside the standard ones");
});

test("every view leads back to the standard ranges, in English and Spanish", () => {
  for (const view of VIEWS) expect(htmlOf(line(view))).toContain(`href="/${view}?days=30"`);
  expect(textOf(line("patterns", { locale: "es-MX", name: "Mara" }))).toBe(
    "Esta vista muestra los rangos estándar. En rango en la mayoría de las demás: 63–140 mg/dL (Embarazo con diabetes tipo 1). Esto no cambia nada para Mara. Rangos estándar",
  );
});
