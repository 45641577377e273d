import { describe, expect, it } from "vitest";
import { formatNumber } from "@/lib/format/number";
import { wordsFor } from "@/lib/i18n/words";
import { EXCLUSION_RULES } from "../exclusions/exclusion-rules";
import { PATTERN_IDS } from "../patterns/pattern";
import { type Evidence, isShowable } from "../sufficiency";
import { JUDGED_FIGURES, type JudgedFigure } from "../verdict";
import { catalogueFor } from "./catalogue";
import { CITATIONS } from "./citations";
import { agrees } from "./worked-example";

const metricsFor = (locale: string) => catalogueFor(wordsFor(locale)).flatMap(({ metrics }) => metrics);
const METRICS = metricsFor("en-US");
const RESULTS = METRICS.flatMap(({ id, example }) => example.results.map((result) => ({ id, result })));

describe("the catalogue", () => {
  it.each(JUDGED_FIGURES)("explains %s", (figure) => {
    expect(METRICS.some((metric) => metric.figure === figure)).toBe(true);
  });

  it("explains every pattern and every reason to leave readings out", () => {
    const ids = METRICS.map(({ id }) => id);
    expect(PATTERN_IDS.filter((id) => !ids.includes(id))).toEqual([]);
    expect(Object.keys(EXCLUSION_RULES).filter((kind) => !ids.includes(`exclusion-${kind}`))).toEqual([]);
  });

  it("gives every group and metric an anchor of its own", () => {
    const anchors = [...catalogueFor(wordsFor("en-US")).map(({ id }) => id), ...METRICS.map(({ id }) => id)];
    expect(anchors.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it.each(["en-US", "es-ES"])("leaves nothing unsaid in %s", (locale) => {
    for (const { id, formula, goal, figure: _, citations: __, example, ...texts } of metricsFor(locale)) {
      for (const [name, text] of Object.entries(texts)) expect(text.trim(), `${id}: ${name}`).not.toBe("");
      expect(formula, id).not.toBe("");
      expect(goal?.text, id).not.toBe("");
      expect(example.steps.length, id).toBeGreaterThan(0);
      expect(example.results.length, id).toBeGreaterThan(0);
    }
  });

  it.each([
    [
      "en-US",
      /\b(bad|good|poor|fail\w*|well[- ]controlled|non-?complian\w+|sufferer\w*|should|must eat|insulin dose)\b/i,
    ],
    [
      "es-ES",
      /\b(mal[oa]s?|buen[oa]s?|pobres?|fracas\w*|mal control\w*|bien controlad\w+|incumpl\w+|debería\w*|debes?|dosis)\b/i,
    ],
  ])("is free of judgement and advice in %s", (locale, words) => {
    const judging = metricsFor(locale).filter((metric) => words.test(JSON.stringify(metric)));
    expect(judging.map(({ id }) => id)).toEqual([]);
  });
});

describe("a worked example", () => {
  it.each(RESULTS.map(({ id, result }) => [`${id}: ${result.name}`, result] as const))(
    "of %s comes out as the engine computes it",
    (_, result) => expect(agrees(result)).toBe(true),
  );

  it.each(["en-US", "es-ES", "es-MX", "es-AR"])("arrives at its results in its steps, in %s", (locale) => {
    for (const { id, example } of metricsFor(locale))
      for (const { byHand, decimals } of example.results)
        expect(example.steps.join(" "), id).toContain(
          formatNumber(byHand, decimals, locale).replace("-", "−"),
        );
  });

  it("does not come out when one digit drifts or nothing was computed", () => {
    for (const { result } of RESULTS) {
      expect(agrees({ ...result, byHand: result.byHand + 2 * 10 ** -result.decimals })).toBe(false);
      expect(agrees({ ...result, computed: null })).toBe(false);
    }
  });
});

/** The author, the year and the identifier of every source that the definitions name. */
const SOURCES: Readonly<Record<string, string>> = {
  "10.2337/dci19-0028": "Battelino 2019",
  "10.1016/S2213-8587(22)00319-9": "Battelino 2023",
  "10.2337/dc16-1769": "Monnier 2017",
  "10.2337/dc18-1581": "Bergenstal 2018",
  "10.1055/s-2007-979906": "Wojcicki 1995",
  "10.2337/diacare.20.11.1655": "Kovatchev 1997",
  "10.1177/1932296815599177": "Fabris 2016",
  "10.2337/dc06-1085": "Kovatchev 2006",
  "10.1177/19322968221085273": "Klonoff 2023",
  "10.1111/j.1464-5491.2007.02119.x": "Hill 2007",
  "10.1111/j.0954-6820.1965.tb01810.x": "Schlichtkrull 1965",
  "10.1089/dia.2008.0132": "Rodbard 2009",
  "10.1177/1932296819838525": "Leelarathna 2020",
  "10.2337/diabetes.53.4.955": "Ryan 2004",
  "10.1007/BF01218495": "Molnar 1972",
  "10.2337/diacare.3.1.58": "Service 1980",
  "10.1089/dia.2005.7.253": "McDonnell 2005",
  "10.1097/CCM.0b013e3181cc4be9": "Hermanides 2010",
  "10.1089/dia.2017.0187": "Peyser 2018",
  "10.1089/dia.2008.0138": "Clarke and Kovatchev 2009",
  "10.1089/dia.2009.0015": "Rodbard 2009",
  "10.1016/j.amjms.2018.09.010": "Umpierrez 2018",
  "10.2337/diab.19.9.644": "Service 1970",
  "10.1177/19322968211061165": "Fernandes 2022",
  "10.1089/dia.2013.0051": "Bergenstal 2013",
  "10.1089/dia.2019.0034": "Johnson 2019",
  "10.2337/dc17-1600": "Danne 2017",
  "10.1371/journal.pone.0248560": "Broll 2021",
  "10.1089/dia.2017.0455": "Riddlesworth 2018",
};

describe("a citation", () => {
  it("is one of those that the definitions name, with its author and year", () => {
    const rules = Object.values(EXCLUSION_RULES).map(({ citation }) => citation ?? "");
    const unknown = Object.values(CITATIONS).filter(
      ({ text, doi }) =>
        !text.startsWith(SOURCES[doi] ?? "\0") && !rules.some((rule) => rule.includes(`${text}, doi ${doi}`)),
    );
    expect(unknown).toEqual([]);
  });

  it("stands on every figure that a summary judges", () => {
    expect(METRICS.filter(({ figure, citations }) => figure !== null && citations.length === 0)).toEqual([]);
  });

  it("is kept only while something cites it", () => {
    const cited = new Set(
      METRICS.flatMap(({ citations, goal }) => [...citations, ...(goal ? [goal.source] : [])]),
    );
    expect(Object.values(CITATIONS).filter((citation) => !cited.has(citation))).toEqual([]);
  });
});

type Kind = "level" | "spread" | "dayToDay" | "gmi" | "profile";

const LEAST: Evidence = {
  hours: 24,
  readings: 0,
  days: 0,
  activePercent: 0,
  profileDays: 0,
  consecutiveDays: 0,
};
const LEAST_FOR: Readonly<Record<Kind, Evidence>> = {
  level: LEAST,
  spread: { ...LEAST, readings: 30 },
  dayToDay: { ...LEAST, consecutiveDays: 2 },
  gmi: { ...LEAST, days: 14, activePercent: 70 },
  profile: { ...LEAST, profileDays: 7 },
};
const KINDS = Object.keys(LEAST_FOR) as Kind[];

describe.each(["en-US", "es-ES"])("what a figure needs, in %s", (locale) => {
  const { t } = wordsFor(locale);
  const judged = metricsFor(locale).flatMap(({ id, figure, needs }) =>
    figure === null ? [] : [{ id, figure, needs }],
  );

  it.each(judged.map(({ id, figure, needs }) => [id, figure, needs] as const))(
    "is told of %s as the engine judges it",
    (_, figure: JudgedFigure, needs) => {
      const kind = KINDS.find((one) => t(`metrics.needs.${one}`) === needs);
      if (kind === undefined) throw new Error("these words have no rule behind them");
      const least = LEAST_FOR[kind];
      expect(isShowable(figure, least)).toBe(true);
      const amounts = Object.entries(least) as [keyof Evidence, number][];
      for (const [name, amount] of amounts) {
        if (amount > 0) expect(isShowable(figure, { ...least, [name]: amount - 1 }), name).toBe(false);
      }
    },
  );
});

describe("the rules of sufficiency in words", () => {
  it.each([
    ["en-US", "level", ["24 hours"]],
    ["en-US", "spread", ["24 hours", "30 readings"]],
    ["en-US", "dayToDay", ["24 hours", "2 days in a row"]],
    ["en-US", "gmi", ["24 hours", "14 days", "70 %"]],
    ["en-US", "profile", ["24 hours", "7 days with at least 12 hours"]],
    ["es-ES", "level", ["24 horas"]],
    ["es-ES", "spread", ["24 horas", "30 lecturas"]],
    ["es-ES", "dayToDay", ["24 horas", "2 días seguidos"]],
    ["es-ES", "gmi", ["24 horas", "14 días", "70 %"]],
    ["es-ES", "profile", ["24 horas", "7 días con al menos 12 horas"]],
  ] as const)("name in %s for %s the numbers that the engine uses", (locale, kind, numbers) => {
    for (const number of numbers) expect(wordsFor(locale).t(`metrics.needs.${kind}`)).toContain(number);
  });
});
