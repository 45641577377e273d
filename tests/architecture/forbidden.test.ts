import { describe, expect, it } from "vitest";
import { breaches, DEBTS, PROHIBITIONS } from "./forbidden";
import { parseSource, readProject } from "./source-file";

const project = readProject();
const isDebt = (rule: string, file: string) => DEBTS.some((debt) => debt.rule === rule && debt.file === file);

describe.each(PROHIBITIONS)("$name", (rule) => {
  it(`is used nowhere: ${rule.why}`, () => {
    const found = breaches(rule, project).filter(({ file }) => !isDebt(rule.name, file));
    expect(found.map(({ file, line }) => `${file}:${line}: no ${rule.name}, because ${rule.why}`)).toEqual(
      [],
    );
  });

  it("would be found", () => {
    const { file, text } = rule.proof;
    expect(breaches(rule, [parseSource(file, text)])).not.toEqual([]);
  });
});

it("keeps no debt that is paid", () => {
  const paid = DEBTS.filter(({ rule, file }) => {
    const prohibition = PROHIBITIONS.find(({ name }) => name === rule);
    return !prohibition || !breaches(prohibition, project).some((breach) => breach.file === file);
  });
  expect(paid, "take these out of the list of debts").toEqual([]);
});
