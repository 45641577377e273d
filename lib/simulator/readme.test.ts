import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { appOf, ORIGIN } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { FAULT_KINDS } from "@/lib/simulator/faults";
import { quirksSchema } from "@/lib/simulator/quirks";
import { createSimulator } from "@/lib/simulator/simulator";

const readme = readFileSync(path.join(import.meta.dirname, "README.md"), "utf8");

/** The first cells of the table under a heading. */
function firstCells(heading: string): string {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  const rows = section.split("\n").filter((line) => line.startsWith("| "));
  return rows.map((row) => row.split(" | ")[0] ?? "").join("\n");
}

const named = (text: string) => [...text.matchAll(/`(\w+)`/g)].map(([, name]) => name);

test("the README has every quirk, and no other", () => {
  expect(new Set(named(firstCells("Quirks")))).toEqual(new Set(Object.keys(quirksSchema.shape)));
});

test("the README has every fault, and no other", () => {
  expect(new Set(named(firstCells("Faults")))).toEqual(new Set(FAULT_KINDS));
});

test("the README has every control call, and no other", async () => {
  const index: unknown = await appOf(createSimulator({ people: [fakePerson()] })).control("GET", "");
  const written = [...firstCells("The control path").matchAll(/([A-Z`, ]+) (\/__control[^`]+)`/g)].flatMap(
    ([, methods, where]) => (methods ?? "").match(/[A-Z]+/g)?.map((method) => `${method} ${where}`) ?? [],
  );
  expect(index).toEqual({
    calls: expect.toSatisfy(
      (calls: string[]) => new Set(calls).symmetricDifference(new Set(written)).size === 0,
    ),
  });
});

test("the client and address that the README names are those of the simulator", () => {
  for (const word of [ORIGIN, "simulator-client", "simulator-secret"]) expect(readme).toContain(word);
});
