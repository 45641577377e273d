import { describe, expect, it } from "vitest";
import { personName } from "@/lib/accounts/schema";
import { demoPatients, SITES, TAGS } from "@/lib/cli/demo-clinic/patients";
import { DAY_MS, HOUR_MS } from "@/lib/clock";

/** A reading every five minutes. */
const EGV_MS = 5 * 60_000;

const SINCE = Date.UTC(2026, 9, 1, 8);
const all = () => [...demoPatients(300, SINCE)];

describe("the patients of the demo's clinic", () => {
  it("are the same people at every start, each once, with a name that a person can have", () => {
    const told = all().map(({ person, ...patient }) => ({ ...patient, historyStart: person.historyStart }));
    expect(told).toEqual(
      all().map(({ person, ...patient }) => ({ ...patient, historyStart: person.historyStart })),
    );
    expect(new Set(told.map(({ name }) => name)).size).toBe(300);
    expect(new Set(told.map(({ subject }) => subject)).size).toBe(300);
    for (const { name } of told) expect(personName.parse(name)).toBe(name);
  });

  it("have every kind of story that a worklist tells apart", () => {
    const patients = all();
    const count = (is: (patient: (typeof patients)[number]) => boolean) => patients.filter(is).length;
    expect(count(({ targets }) => targets === "pregnancy")).toBeGreaterThan(3);
    expect(count(({ targets }) => targets === "older")).toBeGreaterThan(10);
    expect(count(({ terms }) => terms.scope === "summary")).toBe(6);
    expect(count(({ terms }) => terms.window.kind === "days")).toBe(7);
    expect(count(({ hasLeftDexcom }) => hasLeftDexcom)).toBe(3);
    expect(count(({ person }) => person.historyEnd < SINCE)).toBe(6);
    for (const site of SITES) expect(count((patient) => patient.site === site)).toBeGreaterThan(50);
    for (const tag of TAGS) expect(count(({ tags }) => tags.includes(tag))).toBeGreaterThan(0);
  });

  // On these days somebody else came before one of the five once.
  it.each([Date.UTC(2026, 10, 29, 14), Date.UTC(2027, 0, 25, 18)])(
    "are lowest where they need a call, and nobody else is: at %d",
    (since) => {
      const lows = [...demoPatients(300, since)].map(({ name, targets, callFor, person }) => {
        const egvs = person.egvs(since - 14 * DAY_MS, since - 3 * HOUR_MS);
        const percentBelow = (mgDl: number) =>
          egvs.length < DAY_MS / EGV_MS
            ? 0
            : (egvs.filter(({ value }) => value < mgDl).length * 100) / egvs.length;
        // A goal of its own for very low glucose is what the targets of older people lack (lib/worklist/README.md).
        const veryLow = targets === "older" ? 0 : percentBelow(54);
        return {
          name,
          callFor,
          veryLow: veryLow < 1 ? 0 : veryLow,
          low: percentBelow(targets === "pregnancy" ? 63 : 70),
        };
      });
      const lowestFirst = lows.toSorted((a, b) => b.veryLow - a.veryLow || b.low - a.low);
      const toCall = lows.filter(({ callFor }) => callFor !== null).map(({ name }) => name);
      expect(
        lowestFirst
          .slice(0, 5)
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(toCall.toSorted());
    },
  );
});
