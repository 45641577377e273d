import { expect, it } from "vitest";
import type { Egv } from "@/lib/glucose/reading";
import { egv } from "@/lib/glucose/testing/readings";
import { readingsCsv } from "./readings-csv";

const AT = Date.parse("2026-11-01T18:20:05.000Z");

async function* parts(...given: (readonly Egv[])[]) {
  yield* given;
}

async function textOf(...given: (readonly Egv[])[]): Promise<string> {
  let text = "";
  for await (const part of readingsCsv(parts(...given), "dexcom")) text += part;
  return text;
}

const HEADER =
  "time_utc,time_displayed,glucose_mg_dl,glucose_mmol_l,out_of_range,trend,rate_mg_dl_per_minute,source,sensor,device,Not for treatment decisions";

it("is a line for each reading: both times, both units, what the sensor said beside, and the notice on top", async () => {
  const readings = [
    egv(AT, 104, { offset: 345, trend: "fortyFiveDown", trendRate: -1.5 }),
    egv(AT + 300_000, 39, { offset: -480, status: "low", ...NOTHING_BESIDE }),
    egv(AT + 600_000, 401, { status: "high", ...NOTHING_BESIDE }),
  ];
  expect((await textOf(readings)).split("\r\n")).toEqual([
    HEADER,
    "2026-11-01T18:20:05.000Z,2026-11-02T00:05:05.000,104,5.8,,fortyFiveDown,-1.5,dexcom,g7,iOS,",
    "2026-11-01T18:25:05.000Z,2026-11-01T10:25:05.000,39,2.2,LOW,,,dexcom,,,",
    "2026-11-01T18:30:05.000Z,2026-11-01T18:30:05.000,401,22.3,HIGH,,,dexcom,,,",
    "",
  ]);
});

const NOTHING_BESIDE = { transmitterGeneration: null, displayDevice: null };

it.each([
  // By hand, at 18.01559 mg/dL for 1 mmol/L.
  [70, "3.9"],
  [108, "6.0"],
  [180, "10.0"],
  [250, "13.9"],
  [63, "3.5"],
  [99, "5.5"],
])("writes %d mg/dL as %s mmol/L: one decimal, with a point", async (mgDl, mmolL) => {
  expect(await textOf([egv(AT, mgDl)])).toContain(`,${mgDl},${mmolL},`);
});

it("lets no text of a device become a formula", async () => {
  const planted = egv(AT, 100, { displayDevice: `=HYPERLINK("https://evil.example")` });
  expect(await textOf([planted])).toContain(`,"'=HYPERLINK(""https://evil.example"")",\r\n`);
});

it("has one header over all parts, and only a header without readings", async () => {
  const [first, second] = [egv(AT, 100), egv(AT + 300_000, 101)];
  expect(await textOf([first], [], [second])).toBe(await textOf([first, second]));
  expect(await textOf([])).toBe(`${HEADER}\r\n`);
});

it("writes nothing at all where the first part is refused", async () => {
  async function* refused(): AsyncGenerator<readonly Egv[]> {
    yield* [];
    throw new Error("not shared");
  }
  await expect(readingsCsv(refused(), "dexcom").next()).rejects.toThrow("not shared");
});
