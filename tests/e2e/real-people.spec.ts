import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { reportPath } from "@/lib/routes";
import { apiOf } from "@/tests/support/browser-api";
import { clockOf, tableRows, writtenValue } from "@/tests/support/browser-days";
import { REAL_PEOPLE, type RealSubject, realFile } from "@/tests/support/browser-people";
import { dayLinks, expectNoticeAndFreshness } from "@/tests/support/browser-reports";
import { signIn, untilImported } from "@/tests/support/browser-sign-in";
import { trueEgvs } from "@/tests/support/browser-simulator";

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

interface Expected {
  readonly at: number;
  readonly value: number;
  readonly status: "low" | "high" | null;
}

/** The file's readings after the mapping, at their own times: half up to whole mg/dL, then the sensor's edges. */
function readingsOfFile(real: RealSubject): Expected[] {
  const [header = "", ...lines] = readFileSync(realFile(real), "utf8").trim().split(/\r?\n/);
  const columns = header.split(",");
  const byTime = new Map<number, number>();
  for (const line of lines) {
    const cells = line.split(",");
    const cell = (name: string) => cells[columns.indexOf(name)] ?? "";
    if (cell("subject") === real.subject)
      byTime.set(Date.parse(`${cell("time")}Z`), Math.floor(Number(cell("glucose_mg_dl")) + 0.5));
  }
  return [...byTime]
    .toSorted(([a], [b]) => a - b)
    .map(([at, value]) => {
      if (value < 40) return { at, value: 39, status: "low" };
      return value > 400 ? { at, value: 401, status: "high" } : { at, value, status: null };
    });
}

for (const [name, real] of Object.entries(REAL_PEOPLE))
  test(`${name} signs in, and every real reading is found again`, async ({ page, context }) => {
    await signIn(page, name);
    await untilImported(context.request);

    // Moved as a whole, by whole minutes, to end when the simulator started.
    const file = readingsOfFile(real);
    const lastOfFile = file.at(-1)?.at ?? 0;
    const lastOfCloud = (await trueEgvs(name, Date.now() - DAY_MS, Date.now() + DAY_MS)).at(-1);
    const shift = Date.parse(lastOfCloud?.systemTime ?? "") - lastOfFile;
    expect(shift % MINUTE_MS).toBe(0);

    const api = apiOf(context.request);
    const now = Date.now();
    const answer = await api.readings(now - 92 * DAY_MS, now);
    const checkedThrough = Date.parse(answer.checkedThrough ?? "");
    const expected = file
      .map((reading) => ({ ...reading, at: reading.at + shift }))
      // Half-open, as windows are: a reading of that very second is read by the next run.
      .filter(({ at }) => at < checkedThrough);
    expect(expected.length).toBeGreaterThan(file.length - 100);
    expect(
      answer.readings.map(({ systemTime, value, status }) => ({ at: Date.parse(systemTime), value, status })),
    ).toEqual(expected);

    // Charted: the days are there, and one of them is drawn from exactly its readings.
    await page.goto(reportPath.overview("me"));
    await expectNoticeAndFreshness(page);
    await expect(dayLinks(page).filter({ hasText: "in range" }).first()).toBeVisible();
    const middle = answer.readings[Math.floor(answer.readings.length / 2)];
    const date = middle?.displayTime.slice(0, 10) ?? "none";
    await page.goto(`${reportPath.daily("me")}?date=${date}`);
    await expect(page.getByRole("application", { name: /Glucose over the day/ })).toBeVisible();
    const ofDate = answer.readings.filter(({ displayTime }) => displayTime.startsWith(date));
    const rows = await tableRows(page, "Glucose over the day");
    expect(rows.map(([time, value]) => [time, value])).toEqual(
      ofDate.map((reading) => [clockOf(reading.displayTime), writtenValue(reading)]),
    );
  });
