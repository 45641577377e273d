import { describe, expect, test, vi } from "vitest";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import { bandsOf, FIGURES, listOf, NOW, rowOf, worklistWith } from "./worklist.test-support";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const DAY_MS = 86_400_000;
const MARA = rowOf("mara", "Mara Vogel");

const rowsOf = (...rows: Parameters<typeof listOf>[0]) => tableRows(htmlOf(worklistWith(listOf(rows))));
/** The cells of one row: name, why, in range, change, average, GMI, CV, newest, worn, lows, reviewed. */
const cells = (more: Parameters<typeof rowOf>[2]) => rowsOf(rowOf("p", "Mara Vogel", more))[0] ?? [];

describe("a row", () => {
  test("has who, why to look, every figure, how new it is and that nobody looked", () =>
    expect(rowsOf(MARA)).toEqual([
      [
        "Mara Vogel",
        "Very low 10.9 % Low 18 %",
        "51 %",
        "−33",
        "154 mg/dL",
        "7.0 %",
        "49 %",
        "3 hours ago",
        "99 % 14 days",
        "20 / 9 20, 9 very low",
        "Not yet",
      ],
    ]));

  test("never says that a sensor was worn more than it was", () =>
    expect(cells({ figures: { ...FIGURES, activePercent: 69.99 } })[8]).toBe("69 % 14 days"));

  test("has a dash and its reason where the data is not enough, and no number", () => {
    const { gmi: _gmi, ...verdicts } = FIGURES.verdicts;
    const gmi = {
      status: "insufficient",
      reasons: [{ rule: "days", days: 3, daysMin: 14 }],
      availableOn: null,
    } as const;
    const [, , , , , shown] = cells({ figures: { ...FIGURES, gmi: null, verdicts: { ...verdicts, gmi } } });
    expect(shown).toContain("—");
    expect(shown).toContain("Needs 14 days with readings, 3 are there.");
    expect(shown).not.toContain(" %");
  });

  test("has a reason behind every dash, also where there are no figures to judge", () => {
    const dashes = (more: Parameters<typeof rowOf>[2]) => cells(more).filter((cell) => cell.startsWith("—"));
    const nothing = { figures: null, change: null };
    const uncounted = dashes({ ...nothing, flags: [], dataThrough: null });
    expect(uncounted).toEqual(Array(8).fill("— Not shown Being counted …"));
    // The connection says nothing about readings, and readings that never were are no matter of counting.
    const connection = { flag: "connection", value: null } as const;
    expect(dashes({ ...nothing, flags: [connection], dataThrough: null })).toEqual(uncounted);
    expect(
      dashes({ ...nothing, flags: [{ flag: "no-data", value: null }, connection], dataThrough: null }),
    ).toEqual(Array(8).fill("— Not shown No readings in these days"));
    expect(dashes({ change: null })).toEqual([
      "— Not shown Of the period before there are too few readings, or it is not all shared.",
    ]);
  });

  test.each([
    [{ flag: "very-low", value: 1 }, "Very low 1.0 %"],
    [{ flag: "low", value: 4 }, "Low 4 %"],
    [{ flag: "low", value: null }, "Very low, at least one episode"],
    [{ flag: "in-range-drop", value: 15 }, "In range −15 points"],
    [{ flag: "very-high", value: 5 }, "Very high 5 %"],
    [{ flag: "high", value: 25 }, "High 25 %"],
    [{ flag: "below-goal", value: 69.99 }, "In range 69.9 %"],
    [{ flag: "low-wear", value: 69.99 }, "Worn 69 %"],
    [{ flag: "no-data", value: 9 }, "No readings for 9 days"],
    [{ flag: "connection", value: null }, "Dexcom not connected"],
  ] as const)("says %o in words that fit its rule, also right at the bound", (raised, said) =>
    expect(cells({ flags: [raised] })[1]).toBe(said),
  );

  test("says a change up, down and none without leaning on colour", () => {
    expect(cells({ change: 7.6 })[3]).toBe("+8");
    expect(cells({ change: -0.3 })[3]).toBe("0");
    expect(cells({ change: null })[3]).toContain("—");
  });

  test("says what is unusual about somebody: their place, their targets, that only a summary is shared", () =>
    expect(
      cells({
        siteId: "s1",
        tagIds: ["t1", "removed"],
        targets: "pregnancy",
        scope: "summary",
        figures: {
          ...FIGURES,
          bands: bandsOf({ veryLow: 1, low: 2, target: 80, high: 17, veryHigh: 0 }, "pregnancy"),
        },
      })[0],
    ).toBe("Mara Vogel Northside · Pump · Pregnancy, type 1 · Summary only"));

  test("tells apart that nothing was counted yet, that there is nothing in these days, and that nothing stands out", () => {
    expect(cells({ flags: [], figures: null, dataThrough: null })[1]).toBe("Being counted …");
    expect(cells({ flags: [], figures: null })[1]).toBe("No readings in these days");
    expect(cells({ flags: [] })[1]).toBe("Nothing stands out");
  });

  test("says since when nothing arrives", () => {
    const silent = cells({
      figures: null,
      dataThrough: NOW - 9 * DAY_MS,
      flags: [
        { flag: "no-data", value: 9 },
        { flag: "connection", value: null },
      ],
    });
    expect(silent[1]).toBe("No readings for 9 days Dexcom not connected");
    expect(silent[7]).toBe("9 days ago");
  });

  test("says who looked and when, by the patient’s own date", () => {
    // 23:30 of the day before in UTC is the 23rd for somebody an hour ahead.
    const at = Date.parse("2026-11-22T23:30:00Z");
    expect(cells({ reviewed: { at, by: "Dr. Ana Ruiz" } })[10]).toBe("Nov 23, Dr. Ana Ruiz");
    expect(cells({ reviewed: { at, by: null } })[10]).toBe("Nov 23, a former member");
  });

  test("leads to the reports without any script, and is one of many stops of the keyboard then", () => {
    const html = htmlOf(worklistWith(listOf([MARA, rowOf("jo", "Jo Brandt")])));
    expect(html).toContain('href="/patients/mara/overview"');
    expect(html).not.toContain('tabindex="-1" data-preview');
    expect(html.match(/<a [^>]*data-preview[^>]*>/g)?.every((link) => !link.includes("tabindex"))).toBe(true);
  });

  test("is written in the reader’s unit", () =>
    expect(textOf(worklistWith(listOf([MARA]), { unit: "mmol/L" }))).toContain("8.5"));
});

describe("the headings", () => {
  const headings = (query: NonNullable<Parameters<typeof worklistWith>[1]>["query"]) => {
    const html = htmlOf(worklistWith(listOf([MARA]), query === undefined ? {} : { query }));
    return [...html.matchAll(/<th scope="col"(.*?)<\/th>/g)].map(([, heading = ""]) => heading);
  };

  test("sort, each by one measure, and one of them says that it does", () => {
    expect(headings({})).toHaveLength(11);
    for (const heading of headings({})) expect(heading.match(/<a /g)).toHaveLength(1);
    expect(headings({}).filter((heading) => heading.includes("aria-sort"))).toHaveLength(1);
    expect(headings({ sort: "gmi", order: "asc" })[5]).toContain('aria-sort="ascending"');
  });

  test("turn the order round where it is so already, and keep what else was asked for", () => {
    const [name = "", , inRange = ""] = headings({ sort: "in-range", order: "asc", flags: ["low"], days: 7 });
    expect(inRange).toContain("?days=7&amp;flag=low&amp;sort=in-range&amp;order=desc");
    expect(name).toContain("?days=7&amp;flag=low&amp;sort=name");
  });
});

describe("what narrows the list", () => {
  const list = listOf([MARA, rowOf("jo", "Jo Brandt", { flags: [{ flag: "high", value: 30 }] })]);
  const linkOf = (html: string, name: string) =>
    [...html.matchAll(/<a [^>]*>.*?<\/a>/g)]
      .map(([link]) => link)
      .find((link) => link.includes(`${name}<`)) ?? "";

  test("is an address for each, with how many it would leave", () => {
    const html = htmlOf(worklistWith(list));
    expect(linkOf(html, "Very low")).toContain('href="/list?flag=very-low"');
    expect(textOf(worklistWith(list))).toContain(
      "Needs a look 2 Very low 1 Low 1 In range fell 0 Very high 0 High 1",
    );
    expect(html).not.toContain("Show everybody");
  });

  test("is taken away by the same link, and all of it by one", () => {
    const html = htmlOf(worklistWith(list, { query: { flags: ["high", "low"], siteId: "s1" } }));
    expect(linkOf(html, "High")).toContain('href="/list?flag=low&amp;site=s1"');
    expect(linkOf(html, "High")).toContain("aria-current");
    expect(html).toMatch(/href="\/list"[^>]*>Show everybody</);
    // A search goes on, so it is not everybody who is shown then.
    const searched = htmlOf(worklistWith(list, { query: { flags: ["high"] }, search: "Vogel" }));
    expect(searched).toMatch(/href="\/list"[^>]*>Clear the filters</);
    expect(searched).not.toContain("Show everybody");
  });

  test("by the numbers of a column is said as it is compared, and taken away by the same link", () => {
    const bounds = [
      { column: "change", from: null, to: -10 },
      { column: "average", from: 153.1325, to: 180 },
      { column: "gmi", from: 8, to: null },
      { column: "newest", from: 3, to: 3 },
    ] as const;
    const query = { flags: ["low"], bounds } as const;
    const html = htmlOf(worklistWith(list, { query }));
    const chips = [
      "Change ≤ −10 points",
      "Average 153.13 to 180 mg/dL",
      "GMI ≥ 8 %",
      "Days since newest = 3",
    ];
    expect(chips.filter((chip) => textOf(worklistWith(list, { query })).includes(chip))).toEqual(chips);
    expect(linkOf(html, "GMI ≥ 8 %")).toContain(
      'href="/list?flag=low&amp;change-to=-10&amp;average-from=153.1325&amp;average-to=180&amp;newest-from=3&amp;newest-to=3"',
    );
    expect(html).toMatch(/href="\/list"[^>]*>Show everybody</);
    const mmol = textOf(worklistWith(list, { query, unit: "mmol/L" }));
    expect(mmol).toContain("Average 8.5 to 9.99 mmol/L");
    const spanish = textOf(worklistWith(list, { query, locale: "es-ES" }));
    expect(spanish).toContain("Media de 153,13 a 180 mg/dL");
    expect(spanish).toContain("Días desde la última = 3");
  });

  test("by numbers is asked in a form that keeps everything else, but for the page", () => {
    const query = {
      days: 7,
      flags: ["low", "high"],
      sort: "gmi",
      order: "asc",
      page: 3,
      bounds: [{ column: "average", from: 153.1325, to: null }],
    } as const;
    const html = htmlOf(worklistWith(list, { query, unit: "mmol/L" }));
    const [form = ""] = html.match(/<form id=.*?<\/form>/) ?? [];
    const [hidden, typed] = ["hidden", "number"].map((type) =>
      [...form.matchAll(new RegExp(`<input[^>]* ?type="${type}"[^>]*>`, "g"))].map(([input]) => {
        const valueOf = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? "";
        return `${valueOf("name")}=${valueOf("value")}`;
      }),
    );
    expect(form).toContain('action="/list"');
    expect(hidden).toEqual(["days=7", "flag=low", "flag=high", "sort=gmi", "order=asc", "unit=mmol/L"]);
    expect(typed).toHaveLength(16);
    expect(typed?.filter((field) => !field.endsWith("="))).toEqual(["average-from=8.5"]);
    expect(form).toMatch(/min="0" max="27"[^>]*aria-label="Average, mmol\/L, at least"/);
  });

  test("never puts a name that is searched for into an address", () => {
    const html = htmlOf(worklistWith(list, { search: "Vogelsang" }));
    for (const [, href] of html.matchAll(/(?:href|action)="([^"]*)"/g))
      expect(href).not.toContain("Vogelsang");
    expect(html).toContain("Names with “Vogelsang”");
  });

  test("is said on paper, with when it was made", () =>
    expect(
      textOf(
        worklistWith(list, {
          query: {
            flags: ["low"],
            notReviewed: true,
            tagId: "t1",
            bounds: [{ column: "cv", from: 36, to: null }],
          },
          search: "vo",
        }),
      ),
    ).toContain(
      "14 days · Low · Not reviewed in these days · CV ≥ 36 % · Pump · Names with “vo” · Made with Hindsight · Monday, November 23, 2026, 3:00 PM UTC",
    ));
});

describe("the list", () => {
  test("says how many people there are, and how many of them it shows", () => {
    const counted = listOf([MARA], { total: 312, needLook: 96, found: 41 });
    expect(textOf(worklistWith(counted))).toContain("312 people · 96 with something to look at");
    expect(textOf(worklistWith(counted))).toContain("41 of 312 people");
  });

  test("has pages only where there is more than one, each with its own address", () => {
    expect(htmlOf(worklistWith(listOf([MARA])))).not.toContain("Pages of the list");
    const html = htmlOf(
      worklistWith(listOf([MARA], { page: 2, pages: 3 }), { query: { sort: "name", order: "asc" } }),
    );
    expect(html).toContain('href="/list?sort=name" rel="prev"');
    expect(html).toContain('href="/list?sort=name&amp;page=3" rel="next"');
    expect(html).toContain("Page 2 of 3");
  });

  test("without anybody says which code people need and what they will see, and shows no empty table", () => {
    const text = textOf(worklistWith(listOf([])));
    expect(text).toContain("BCDF-GH23");
    expect(text).toContain("they see that it is Diabetes North and who administers it");
    expect(htmlOf(worklistWith(listOf([])))).not.toContain("<table");
  });

  test("in which nobody is left says so, and leads back to everybody where an address did it", () => {
    const nobody = listOf([], { total: 5 });
    expect(textOf(worklistWith(nobody, { query: { flags: ["low"] } }))).toMatch(
      /Nobody matches .*Show everybody/,
    );
    expect(textOf(worklistWith(nobody, { search: "x" }))).not.toContain("Show everybody");
  });

  test("says what its flags mean in the reader’s unit", () => {
    const text = textOf(worklistWith(listOf([MARA]), { unit: "mmol/L" }));
    expect(text).toContain("very low from 1 % below 3.0, low from 4 % below 3.9");
  });

  test("can be said in Spanish", () => {
    const text = textOf(worklistWith(listOf([MARA]), { locale: "es-ES" }));
    expect(text).toContain("1 persona · 1 con algo que mirar");
    expect(text).toContain("Muy baja 10,9 %");
  });
});
