import { describe, expect, it } from "vitest";
import { personName } from "@/lib/accounts/schema";
import { demoPatients, SITES, TAGS } from "@/lib/cli/demo-clinic/patients";

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
});
