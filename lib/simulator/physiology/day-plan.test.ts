import { expect, test } from "vitest";
import { planOfDay } from "@/lib/simulator/physiology/day-plan";
import { ORDINARY_ROUTINE, type Physiology, TYPE_1 } from "@/lib/simulator/physiology/physiology";

const body: Physiology = { ...TYPE_1, seed: 99 };
const FIRST_DAY = 20_454;
const year = Array.from({ length: 365 }, (_, i) => planOfDay(body, FIRST_DAY + i));

test("a day is the same whatever was asked before", () => {
  planOfDay(body, FIRST_DAY + 200);
  expect(planOfDay(body, FIRST_DAY + 7)).toEqual(year[7]);
});

test("no two days of a year are alike", () => {
  expect(new Set(year.map((plan) => JSON.stringify(plan.items))).size).toBe(365);
});

test("meals differ in size and time, and nearly every day has lunch and dinner", () => {
  const dinners = year.flatMap((plan) =>
    plan.items.filter((item) => item.kind === "meal" && item.name === "dinner"),
  );
  expect(dinners.length).toBeGreaterThan(345);
  const minutes = new Set(dinners.map((dinner) => dinner.minute));
  expect(minutes.size).toBeGreaterThan(80);
});

test("an illness lasts two to four days and comes a few times a year", () => {
  const runs: number[] = [];
  let length = 0;
  for (let day = 0; day < 10 * 365; day++) {
    if (planOfDay(body, FIRST_DAY + day).illness > 0) length += 1;
    else if (length > 0) {
      runs.push(length);
      length = 0;
    }
  }
  expect(runs.length).toBeGreaterThan(15);
  expect(runs.length).toBeLessThan(45);
  expect(Math.min(...runs)).toBeGreaterThanOrEqual(2);
  expect(Math.max(...runs)).toBeLessThanOrEqual(8);
});

test("nobody exercises when ill", () => {
  const ill = Array.from({ length: 3_650 }, (_, i) => planOfDay(body, FIRST_DAY + i)).filter(
    (plan) => plan.illness > 0,
  );
  expect(ill.flatMap((plan) => plan.items.filter((item) => item.kind === "exercise"))).toEqual([]);
});

test("people without mealtime insulin take none, pump users no long-acting dose", () => {
  const kinds = (other: Partial<Physiology>) =>
    new Set(
      Array.from({ length: 60 }, (_, i) => planOfDay({ ...body, ...other }, FIRST_DAY + i)).flatMap((plan) =>
        plan.items.map((item) => item.kind),
      ),
    );
  expect(kinds({ doseStep: 0 })).not.toContain("bolus");
  expect(kinds({})).not.toContain("basal");
  expect(kinds({ longActingUnits: 20 })).toContain("basal");
});

test("those who do not drink have no alcohol in any plan", () => {
  const sober: Physiology = { ...body, routine: { ...ORDINARY_ROUTINE, alcohol: 0 } };
  for (let i = 0; i < 100; i++) expect(planOfDay(sober, FIRST_DAY + i).alcohol).toBe(0);
});
