import { describe, expect, it } from "vitest";
import { parseSource, readProject, type SourceFile } from "./source-file";

const project = readProject();

const DRAWERS = /(^|\/)(utils?|helpers?|services?|common|types|shared|misc|lib)(\/|\.tsx?$)/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/;
/** Next gives these names a meaning of their own. */
const ROUTE_FOLDER = /^[a-z0-9-]+$|^\([a-z-]+\)$|^\[\[?(\.\.\.)?[A-Za-z]+\]?\]$|^[a-z0-9.-]+$/;

function nameFault(file: string): string | null {
  const parts = file.split("/");
  const name = parts.at(-1) ?? "";
  const inside = parts.slice(1).join("/");
  if (DRAWERS.test(inside))
    return `${file}: a drawer for everything; name it after what a user or a clinician would say.`;
  if (!KEBAB.test(name)) return `${file}: files are kebab-case, with the suffix saying what they are.`;
  const odd = parts.slice(0, -1).find((part) => !ROUTE_FOLDER.test(part));
  return odd === undefined ? null : `${file}: the folder ${odd} is not kebab-case.`;
}

/** The one door through which the session library is reached, so that it could be exchanged. */
const DOORS = new Set(["lib/auth/index.ts"]);

function barrelFault(file: SourceFile): string | null {
  if (DOORS.has(file.path)) return null;
  if (/\/index\.tsx?$/.test(file.path))
    return `${file.path}: an index file hides where a thing lives; name the file after the thing.`;
  const [reexport] = file.reexports;
  return reexport
    ? `${file.path}:${reexport.line} passes ${reexport.target} on: import it from where it lives.`
    : null;
}

/** Words with a fixed meaning in a module: what a file of that name may never do. */
function vocabularyFault(file: SourceFile): string | null {
  const name = /^lib\/[^/]+\/(policy|status|plan|outcome|schema|errors)\.ts$/.exec(file.path)?.[1];
  if (name === undefined) return null;
  const effect = file.imports.find(({ target }) =>
    /^(pg|pg-boss|undici|next|node:(fs|net|http|https|child_process))/.test(target),
  );
  return effect ? `${file.path}:${effect.line} imports ${effect.target}: a ${name}.ts is pure.` : null;
}

describe("names say what things are", () => {
  it("holds everywhere", () => expect(project.flatMap(({ path }) => nameFault(path) ?? [])).toEqual([]));

  it.each(["lib/utils/date.ts", "lib/helpers.ts", "components/common/box.tsx", "lib/glucose/types.ts"])(
    "catches the drawer %s",
    (file) => expect(nameFault(file)).toContain("a drawer for everything"),
  );

  it.each(["lib/glucose/dayChart.ts", "components/ui/Button.tsx", "lib/Sync/run.ts"])("catches %s", (file) =>
    expect(nameFault(file)).toContain("kebab-case"),
  );

  it.each([
    "app/(app)/patients/[patientId]/overview/page.tsx",
    "app/api/auth/[...nextauth]/route.ts",
    "lib/glucose/gmi.test.ts",
    "app/api/v1/openapi.json/route.ts",
  ])("allows %s", (file) => expect(nameFault(file)).toBeNull());
});

describe("a thing is imported from where it lives", () => {
  it("holds everywhere", () => expect(project.flatMap((file) => barrelFault(file) ?? [])).toEqual([]));

  it("catches a barrel by its name and by what it does", () => {
    expect(barrelFault(parseSource("lib/glucose/index.ts", "export const a = 1;"))).toContain("index file");
    expect(barrelFault(parseSource("lib/glucose/all.ts", `export * from "./gmi";`))).toContain(
      "import it from where it lives",
    );
    expect(barrelFault(parseSource("lib/glucose/all.ts", `export { gmi } from "./gmi";`))).toContain(
      "import it from where it lives",
    );
    expect(barrelFault(parseSource("lib/glucose/gmi.ts", "export const gmi = 1;"))).toBeNull();
  });
});

describe("the words of a module keep their meaning", () => {
  it("holds everywhere", () => expect(project.flatMap((file) => vocabularyFault(file) ?? [])).toEqual([]));

  it("catches a policy that reads a file", () => {
    expect(
      vocabularyFault(parseSource("lib/sharing/policy.ts", `import { readFileSync } from "node:fs";`)),
    ).toContain("is pure");
  });
});
