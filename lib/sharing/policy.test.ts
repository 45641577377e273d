import { describe, expect, it } from "vitest";
import { may, PatientAccess, type PatientAction, shows } from "./policy";

const EVERY_ACTION: readonly PatientAction[] = [
  "read",
  "annotate",
  "import",
  "connect",
  "disconnect",
  "erase",
];

describe("who may do what", () => {
  it.each([
    ["owner", ["read", "annotate", "import", "connect", "disconnect", "erase"]],
    ["sync", ["read", "import"]],
  ] as const)("%s: exactly what the table says", (capability, allowed: readonly PatientAction[]) => {
    for (const action of EVERY_ACTION) expect(may(capability, action)).toBe(allowed.includes(action));
  });
});

describe("a file of readings", () => {
  const limits = { scope: "reports", withEvents: false, withNotes: false, from: null } as const;

  it("is in every share of reports, and in none of the summary only", () => {
    expect(shows(limits, "export-readings")).toBe(true);
    expect(shows({ ...limits, scope: "summary" }, "export-readings")).toBe(false);
  });
});

describe("an access", () => {
  const access = PatientAccess.mint({ patientId: "p", actor: "system:sync", capability: "sync" });

  it("refuses what its capability does not reach", () => {
    expect(() => access.demand("read")).not.toThrow();
    expect(() => access.demand("erase")).toThrow(expect.objectContaining({ code: "forbidden" }));
  });

  it("cannot be changed into another one, nor copied", () => {
    expect(() => Object.assign(access, { patientId: "q" })).toThrow(TypeError);
    const copy: unknown = Object.assign(Object.create(PatientAccess.prototype), { capability: "owner" });
    expect(() => PatientAccess.prototype.demand.call(copy, "erase")).toThrow(TypeError);
  });
});
