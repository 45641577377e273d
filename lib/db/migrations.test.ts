import { describe, expect, it } from "vitest";
import { type AppliedMigration, type Migration, planMigrations, readMigrations } from "./migrations";

const known: readonly Migration[] = [
  { name: "2026_a", sql: "", checksum: "aa" },
  { name: "2026_b", sql: "", checksum: "bb" },
  { name: "2026_c", sql: "", checksum: "cc" },
];
const applied = (name: string, checksum: string, finished = true): AppliedMigration => ({
  name,
  checksum,
  finished,
});
const fault = (rows: readonly AppliedMigration[]) => {
  const plan = planMigrations(known, rows);
  return plan.ok ? null : plan.fault;
};

describe("the plan for migrating", () => {
  it("is everything on a fresh database, in order", () => {
    expect(planMigrations(known, [])).toEqual({ ok: true, pending: known });
  });

  it("is only what is missing", () => {
    expect(planMigrations(known, [applied("2026_a", "aa"), applied("2026_b", "bb")])).toEqual({
      ok: true,
      pending: [known[2]],
    });
  });

  it("refuses a file that was changed after it had been applied", () => {
    expect(fault([applied("2026_a", "other")])).toMatch(/2026_a was changed/);
  });

  it("refuses a database that a newer version has been at", () => {
    expect(fault([applied("2026_a", "aa"), applied("2027_z", "zz")])).toMatch(/2027_z.*use a newer one/);
  });

  it("refuses to build on a migration that did not finish", () => {
    expect(fault([applied("2026_a", "aa", false)])).toMatch(/did not finish/);
  });

  it("refuses a new file that is older than what was applied", () => {
    expect(fault([applied("2026_a", "aa"), applied("2026_c", "cc")])).toMatch(/2026_b is older/);
  });
});

describe("the migrations of this project", () => {
  it("carry the checksum that Prisma's own runner would write", async () => {
    const migrations = await readMigrations();
    expect(migrations.map(({ name }) => name)).toEqual(migrations.map(({ name }) => name).sort());
    for (const { checksum } of migrations) expect(checksum).toMatch(/^[0-9a-f]{64}$/);
  });
});
