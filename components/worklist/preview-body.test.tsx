import { describe, expect, test } from "vitest";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, textOf } from "@/components/testing/markup";
import { BANDS, type Band, type BandShare } from "@/lib/glucose/bands";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import { type Catalogue, type TextKey, wordsFrom } from "@/lib/i18n/translate";
import { previewTexts } from "@/lib/i18n/words";
import type { PreviewAnswer } from "@/lib/worklist/preview";
import type { ListedFigures } from "@/lib/worklist/row";
import { PreviewBody, type PreviewBodyProps } from "./preview-body";
import { linesOf } from "./preview-days";
import { previewKey } from "./preview-keys";
import { noteIn } from "./preview-note";
import { placingIn } from "./preview-placing";
import { profileInWords } from "./preview-profile";
import { flagInWords } from "./preview-words";
import { isPreview } from "./use-preview";
import { markedAt } from "./use-review";

/** Exactly what the page sends: a text that is not among it throws. */
const sent = (locale: string) => wordsFrom<TextKey<Catalogue>>(locale, previewTexts(locale));
const words = sent("en-US");
const AT = Date.parse("2026-11-23T12:00:00Z");

const SUFFICIENT = { status: "sufficient" } as const;
const PERCENT: Readonly<Record<Band, number>> = { veryLow: 2, low: 5, target: 61, high: 20, veryHigh: 12 };

function bandsOf(targets: PreviewAnswer["targets"]): BandShare[] {
  const { goals } = RANGE_SETS[targets];
  return BANDS.filter((band) => goals[band] !== undefined).map((band) => ({
    band,
    count: PERCENT[band] * 40,
    share: PERCENT[band] / 100,
    percent: PERCENT[band],
    underOne: false,
    minutesPerDay: PERCENT[band] * 14.4,
    goal: goals[band] ? { ...goals[band], met: false } : null,
  }));
}

const figuresOf = (targets: PreviewAnswer["targets"]): ListedFigures => ({
  readings: 4_000,
  activePercent: 99.6,
  daysWithReadings: 14,
  bands: bandsOf(targets),
  inRange: 61,
  mean: 153.6,
  cv: 41.2,
  gmi: 7,
  episodes: { low: 6, veryLow: 2, high: 9, veryHigh: 3 },
  verdicts: {
    timeInRanges: SUFFICIENT,
    mean: SUFFICIENT,
    cv: SUFFICIENT,
    gmi: SUFFICIENT,
    episodes: SUFFICIENT,
  },
});

const PREVIEW: PreviewAnswer = {
  patientId: "p",
  name: "Mara Vogel",
  scope: "reports",
  sharedFrom: null,
  sharedDays: 90,
  expiresAt: AT,
  targets: "standard",
  placing: { revision: 1, targets: null, siteId: "s1", tagIds: ["t2"] },
  note: { revision: 3, text: "Asks for a pump." },
  mayWork: true,
  period: { from: "2026-11-10", to: "2026-11-23" },
  dataThrough: AT,
  displayOffsetMinutes: 60,
  connection: "active",
  figures: figuresOf("standard"),
  change: -7.6,
  flags: [{ flag: "very-low", value: 2.04 }],
  profile: {
    verdict: SUFFICIENT,
    points: Array.from({ length: 24 }, (_, hour) => ({
      minuteOfDay: hour * 60 + 30,
      p5: 60,
      p25: 90,
      p50: 100 + hour,
      p75: 160,
      p95: 220,
    })),
  },
  days: [
    { date: "2026-11-22", values: Array.from({ length: 96 }, () => 120), inRange: 82.4 },
    { date: "2026-11-23", values: Array.from({ length: 96 }, () => null), inRange: null },
  ],
  reviews: [
    { id: "r2", at: AT, by: "Dr. Ana Ruiz", canBeUndone: true },
    { id: "r1", at: AT, by: null, canBeUndone: false },
  ],
  text: "…",
};

const nothing = () => undefined;

function body(preview: Partial<PreviewAnswer> = {}, more: Partial<PreviewBodyProps> = {}) {
  return inBrowserWords(
    <PreviewBody
      preview={{ ...PREVIEW, ...preview }}
      noteUrl="/note"
      placingUrl="/placing"
      canWork
      labels={{ sites: [{ id: "s1", name: "Northside" }], tags: [{ id: "t2", name: "Pump" }] }}
      unit="mg/dL"
      draft={null}
      onDraft={nothing}
      onNote={nothing}
      onPlaced={nothing}
      noteField={null}
      words={words}
      {...more}
    />,
  );
}

describe("one patient beside the list", () => {
  test("is all that a visit needs: what is shared, how old, why to look, figures with goals, days, who looked", () => {
    const text = textOf(body());
    for (const said of [
      "Shares reports, always the last 90 days, until Nov 23, 2026",
      "Nov 10 – 23, 2026",
      "Data through Mon, Nov 23, 1:00 PM · Not for treatment decisions",
      "Very low 2.0 %",
      "Low 54–69 mg/dL 5 %",
      "In range 61 % Goal above 70 % not met −8 points against the period before",
      "Average 154 mg/dL",
      "GMI 7.0 % Goal below 7.0 %",
      "Sensor worn 99 %",
      "Low episodes 6 2 of them very low",
      "Asks for a pump.",
      "Site Northside Tags Pump",
      "by Dr. Ana Ruiz",
      "by a former member",
    ])
      expect(text).toContain(said);
  });

  test("is nothing more than figures where only the summary is shared, and says why", () => {
    const html = htmlOf(body({ scope: "summary", profile: null, days: [] }));
    expect(html).toContain("Only the summary is shared");
    expect(html).toContain("Average");
    expect(html).not.toContain("Glucose profile");
    expect(html).not.toContain("Days, newest first");
  });

  test("has the ranges and goals of the patient’s own targets, and none that nobody published for them", () => {
    const text = textOf(body({ targets: "pregnancy", figures: figuresOf("pregnancy") }));
    expect(text).toContain("In range 63–140 mg/dL");
    expect(text).toContain("High above 140 mg/dL");
    expect(text).not.toContain("70–180");
    expect(text).not.toContain("Very high");
    expect(text).toContain("GMI 7.0 % CV");
  });

  test("is written in the reader’s unit", () =>
    expect(textOf(body({}, { unit: "mmol/L" }))).toContain("In range 3.9–10.0 mmol/L"));

  test("has the newest day on top, with its share of readings in range", () =>
    expect(textOf(body())).toMatch(/Mon, Nov 23 no readings Sun, Nov 22 82 % 82 % in range/));

  test("withholds what the data does not carry, and says what is missing", () => {
    const insufficient = {
      status: "insufficient",
      reasons: [{ rule: "days", days: 3, daysMin: 14 }],
      availableOn: null,
    } as const;
    const { verdicts, ...figures } = figuresOf("standard");
    const text = textOf(
      body({ figures: { ...figures, gmi: null, verdicts: { ...verdicts, gmi: insufficient } } }),
    );
    expect(text).toContain("GMI — Needs 14 days with readings, 3 are there.");
  });

  test("without readings says so and why, and shows no empty curves", () => {
    const text = textOf(
      body({ figures: null, flags: [{ flag: "no-data", value: 9 }], connection: "broken" }),
    );
    expect(text).toContain("No readings for 9 days");
    expect(text).toContain("The connection to Dexcom is interrupted");
    expect(text).not.toContain("Glucose profile");
  });

  test("can be read but not changed by whoever only looks", () => {
    const html = htmlOf(body({}, { canWork: false, draft: "typed" }));
    expect(html).not.toContain("<button");
    expect(html).not.toContain("<textarea");
  });

  test("shows what is typed, not what was saved, while somebody writes", () => {
    const html = htmlOf(body({}, { draft: "Half a sent" }));
    expect(html).toContain(">Half a sent</textarea>");
  });

  test("can be said in Spanish with what the page sends", () =>
    expect(textOf(body({}, { words: sent("es-ES") }))).toContain("No sirve para decidir un tratamiento"));
});

describe("a flag in words", () => {
  test.each([
    [{ flag: "very-low", value: 10.94 }, "Very low 10.9 %"],
    [{ flag: "very-low", value: null }, "Very low, at least one episode"],
    [{ flag: "below-goal", value: 69.99 }, "In range 69.9 %"],
    [{ flag: "low-wear", value: 69.9 }, "Worn 69 %"],
    [{ flag: "in-range-drop", value: 33.2 }, "In range −33 points"],
    [{ flag: "no-data", value: null }, "No readings yet"],
    [{ flag: "no-data", value: 1 }, "No readings for 1 day"],
  ] as const)("%o never seems to say the opposite", (flag, text) =>
    expect(flagInWords(flag, words)).toBe(text),
  );
});

describe("an answer", () => {
  test("is a preview only when it is whole", () => {
    expect(isPreview(PREVIEW)).toBe(true);
    for (const broken of [null, "<html>", {}, { ...PREVIEW, days: undefined }, { ...PREVIEW, note: null }])
      expect(isPreview(broken)).toBe(false);
  });

  test("holds a note, a placing and a review, or none", () => {
    expect(noteIn({ revision: 4, text: "" })).toEqual({ revision: 4, text: "" });
    expect(noteIn({ text: "x" })).toBeNull();
    expect(placingIn({ revision: 1, targets: "older", siteId: null, tagIds: ["a", 3] })).toEqual({
      revision: 1,
      targets: "older",
      siteId: null,
      tagIds: ["a"],
    });
    expect(placingIn({ revision: 1 })).toBeNull();
    expect(markedAt({ reviewId: "r", at: 5 })).toBe(5);
    expect(markedAt({ at: 5 })).toBeNull();
  });
});

describe("a key", () => {
  const press = { altKey: false, ctrlKey: false, metaKey: false, repeat: false };

  test("does what its button does, except while somebody types or asks the browser for something", () => {
    expect(previewKey({ ...press, key: "r" }, false)).toBe("review");
    expect(previewKey({ ...press, key: "r" }, true)).toBeNull();
    expect(previewKey({ ...press, key: "r", ctrlKey: true }, false)).toBeNull();
    expect(previewKey({ ...press, key: "r", repeat: true }, false)).toBeNull();
    expect(previewKey({ ...press, key: "Escape" }, true)).toBe("close");
    expect(previewKey({ ...press, key: "toString" }, false)).toBeNull();
  });
});

describe("a small curve", () => {
  test("breaks where there are no readings, and never joins what lies on both sides", () =>
    expect(linesOf([null, 100, 110, null, null, 90])).toEqual([
      [
        [22.5, 100],
        [37.5, 110],
      ],
      [[82.5, 90]],
    ]));

  test("of the whole day says where its median is lowest and highest", () =>
    expect(profileInWords(PREVIEW.profile?.points ?? [], "mg/dL", words)).toBe(
      "Median between 100 and 123 mg/dL: lowest around 12:30 AM, highest around 11:30 PM.",
    ));
});
