import { describe, expect, it } from "vitest";
import { formatClock, formatDate, formatDateTime } from "@/lib/format/date";
import { endingOnce, withFullStop } from "./full-stop";
import { en } from "./messages/en";
import { es } from "./messages/es";
import { needsOf, textsOf } from "./text-needs.test-support";
import { wordsFrom } from "./translate";
import { wordsFor } from "./words";

/** Regions of all ways to write "p. m." and short months; Spain and Britain have 24 hours. */
const LOCALES = ["es-MX", "es-CO", "es-CU", "es-PE", "es-PY", "es-ES", "es-419", "en-CA", "en-US", "en-GB"];
const NIGHT = Date.parse("2026-09-10T00:00:00Z");

const BEFORE_A_STOP = /\{(\w+)\}(?:<\/\w+>)*\./g;
const CATALOGUES = { en, es };

describe.each(LOCALES)("a time or a date at the end of a sentence in %s", (locale) => {
  const catalogue = locale.startsWith("es") ? es : en;
  const { t } = wordsFrom<string>(locale, catalogue);
  const ends = [
    formatClock(NIGHT, 0, { locale }),
    formatDateTime(NIGHT, 0, { locale }),
    formatDate("2026-09-10", { locale }),
  ];

  it("is followed by one full stop in every text", () => {
    const said = textsOf(catalogue).flatMap(([key, text]) => {
      const atEnd = new Set([...text.matchAll(BEFORE_A_STOP)].map(([, name]) => name));
      return atEnd.size === 0 ? [] : ends.map((end) => t.markup(key, valuesFor(text, atEnd, end)));
    });
    expect(said.length).toBeGreaterThan(30);
    expect(said.filter((text) => text.includes(".."))).toEqual([]);
  });
});

/** `end` for the values before a full stop, a number for the others, nothing around what is between tags. */
function valuesFor(text: string, atEnd: ReadonlySet<string | undefined>, end: string) {
  return Object.fromEntries(
    needsOf(text).map((need) => [
      need.replaceAll(/[<>]/g, ""),
      need.startsWith("<") ? (inside: string) => inside : atEnd.has(need) ? end : 3,
    ]),
  );
}

describe("where the clock says p. m.", () => {
  const { t } = wordsFor("es-CO");

  it("one full stop ends the sentence, and the abbreviation keeps its own elsewhere", () => {
    const [from, to] = ["11:30 a. m.", "12:00 p. m."];
    expect(t("forms.exclude.done", { from, to })).toBe("Excluido: 11:30 a. m. a 12:00 p. m.");
    expect(t("daily.about.span", { from, to })).toBe("11:30 a. m. a 12:00 p. m.");
  });

  it("what a person wrote is not cut short", () => {
    expect(t("forms.removal.removed", { what: "¿Dos cenas?.." })).toBe("Borrado: ¿Dos cenas?..");
    expect(t("forms.removal.removed", { what: "Cena" })).toBe("Borrado: Cena.");
  });

  it("texts with tags do the same", () => {
    const text = { x: "Hasta <b>{time}</b>. Fin" };
    const said = wordsFrom<"x">("es-CO", text).t.markup("x", { time: "5 p. m.", b: (inside) => inside });
    expect(said).toBe("Hasta 5 p. m. Fin");
  });
});

it("a value that stands before a full stop stands nowhere else in its text", () => {
  const twice = Object.values(CATALOGUES)
    .flatMap((catalogue) => textsOf(catalogue))
    .filter(([, text]) =>
      [...text.matchAll(BEFORE_A_STOP)].some(
        ([, name = ""]) =>
          text.split(`{${name}}`).length - 1 !==
          [...text.matchAll(BEFORE_A_STOP)].filter(([, other]) => other === name).length,
      ),
    );
  expect(twice).toEqual([]);
});

it("values that end otherwise are left alone", () => {
  const values = { time: "19:05", count: 3 };
  expect(endingOnce("Hasta {time}. {count}.", values)).toEqual(values);
});

it("a text becomes a sentence with one full stop", () => {
  expect(["Comida · 7:05 p. m.", "Comida · 19:05"].map(withFullStop)).toEqual([
    "Comida · 7:05 p. m.",
    "Comida · 19:05.",
  ]);
});
