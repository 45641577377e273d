import { expect, type Page } from "@playwright/test";
import type { ReadingsAnswer } from "@/lib/reports/schema";
import type { apiOf } from "@/tests/support/browser-api";

const DAY_MS = 86_400_000;

type Reading = ReadingsAnswer["readings"][number];

/** The readings of one local date, by the wall clock that each of them carries. */
export async function readingsOfDate(api: ReturnType<typeof apiOf>, date: string): Promise<Reading[]> {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const { readings } = await api.readings(midnight - DAY_MS, midnight + 2 * DAY_MS);
  return readings.filter(({ displayTime }) => displayTime.startsWith(date));
}

/** "9:05 PM", from a display time, without asking any time-zone table. */
export function clockOf(displayTime: string): string {
  const [hour = 0, minute = 0] = displayTime.slice(11, 16).split(":").map(Number);
  const half = hour < 12 ? "AM" : "PM";
  return `${hour % 12 === 0 ? 12 : hour % 12}:${String(minute).padStart(2, "0")} ${half}`;
}

/** A reading as the page writes it in mg/dL. */
export function writtenValue({ value, status }: Reading): string {
  if (status === "low") return "below 40";
  return status === "high" ? "above 400" : String(value);
}

/** Opens the table under a chart and returns its rows, cell by cell. */
export async function tableRows(page: Page, name: string): Promise<string[][]> {
  const region = page.getByRole("region", { name: `${name} as table` });
  if (!(await region.isVisible())) await page.getByText("Show as table").click();
  await expect(region).toBeVisible();
  return region
    .locator("tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, " ").trim())),
    );
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
