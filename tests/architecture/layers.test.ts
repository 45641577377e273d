import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  clientFault,
  databaseFault,
  frameworkFault,
  layerFault,
  layerOf,
  MODULES,
  testCodeFault,
} from "./layers";
import { parseSource, ROOT, readProject, type SourceFile } from "./source-file";

const project = readProject();
type Rule = (file: SourceFile, imported: SourceFile["imports"][number]) => string | null;

const faultsOf = (files: readonly SourceFile[], rule: Rule) =>
  files.flatMap((file) =>
    [...file.imports, ...file.reexports].flatMap((imported) => rule(file, imported) ?? []),
  );
const planted = (file: string, text: string, rule: Rule) =>
  faultsOf([parseSource(file, text)], rule).join("\n");

describe("imports go down the floors only", () => {
  it("holds everywhere", () => expect(faultsOf(project, layerFault)).toEqual([]));

  it.each([
    ["lib/clock.ts", "@/lib/glucose/delay", "the foundation is used by everything"],
    ["lib/glucose/agp.ts", "@/lib/db/client", "without a database"],
    ["lib/connections/status.ts", "./data", "without a database"],
    ["lib/dexcom/client.ts", "@/lib/crypto/seal", "knows no other"],
    ["lib/db/client.ts", "../dexcom/client", "knows no other"],
    ["lib/audit/data.ts", "@/lib/patients/data", "in one order"],
    ["lib/sharing/access.ts", "@/lib/connections/data", "in one order"],
    ["lib/readings/data.ts", "@/lib/sync/data", "in one order"],
    ["lib/sync/run.ts", "@/lib/jobs/queue", "without anybody being signed in"],
    ["lib/reports/data.ts", "@/lib/worklist/data", "without anybody being signed in"],
    ["lib/sync/run.ts", "@/lib/auth/session", "without anybody being signed in"],
    ["lib/auth/options.ts", "@/components/ui/button", "draws nothing"],
    ["components/ui/button.tsx", "@/lib/readings/data", "no database, no session"],
    ["lib/simulator/server.ts", "@/lib/dexcom/schemas", "hide a shared mistake"],
    ["lib/simulator/server.ts", "@/lib/glucose/units", "hide a shared mistake"],
    ["lib/reports/schema.ts", "@/lib/reports/data", "without a database"],
    ["app/page.tsx", "@/lib/cli/demo", "nothing lies above the routes"],
  ])("catches %s importing %s and says why", (file, target, why) => {
    expect(planted(file, `import { x } from "${target}";`, layerFault)).toContain(why);
    expect(planted(file, `import type { X } from "${target}";`, layerFault)).toContain(why);
    expect(planted(file, `export { x } from "${target}";`, layerFault)).toContain(why);
    expect(planted(file, `const x = await import("${target}");`, layerFault)).toContain(why);
  });

  it.each([
    ["lib/readings/data.ts", "@/lib/connections/data"],
    ["lib/reports/data.ts", "@/lib/readings/data"],
    ["lib/jobs/handlers.ts", "@/lib/sync/run"],
    ["lib/worklist/data.ts", "@/lib/reports/data"],
    ["components/worklist/row.tsx", "@/lib/worklist/row"],
    ["components/charts/day.tsx", "@/lib/connections/status"],
    ["app/page.tsx", "@/components/ui/button"],
    ["lib/cli/worker.ts", "@/lib/jobs/queue"],
  ])("allows %s to import %s", (file, target) => {
    expect(planted(file, `import { x } from "${target}";`, layerFault)).toBe("");
  });
});

describe("the database has few doors", () => {
  it("holds everywhere", () => expect(faultsOf(project, databaseFault)).toEqual([]));

  it("catches a page, a pure file and a loader that open it", () => {
    for (const file of ["app/page.tsx", "lib/sync/run.ts", "lib/reports/loaders.ts", "components/ui/x.tsx"])
      expect(planted(file, `import { database } from "@/lib/db/client";`, databaseFault)).toContain(
        "one place per module",
      );
    expect(
      planted("lib/readings/data.ts", `import { database } from "@/lib/db/client";`, databaseFault),
    ).toBe("");
  });
});

describe("what a browser file imports", () => {
  it("is foundation, domain or a component, everywhere", () =>
    expect(faultsOf(project, clientFault)).toEqual([]));

  it("catches a browser file that imports the session", () => {
    const text = `"use client";\nimport { session } from "@/lib/auth";`;
    expect(planted("app/menu.tsx", text.replace("@/lib/auth", "@/lib/auth/index"), clientFault)).toContain(
      "sent to every browser",
    );
  });
});

describe("the framework and the tests stay in their places", () => {
  it("next is known to the session, to components and to routes only", () => {
    expect(faultsOf(project, frameworkFault)).toEqual([]);
    expect(
      planted("lib/readings/data.ts", `import { headers } from "next/headers";`, frameworkFault),
    ).toContain("know the framework");
  });

  it("no code that ships leans on test code", () => {
    expect(faultsOf(project, testCodeFault)).toEqual([]);
    expect(
      planted("lib/sync/run.ts", `import { x } from "@/tests/support/database";`, testCodeFault),
    ).toContain("exists for tests");
  });
});

describe("every module is on the map", () => {
  const modules = readdirSync(path.join(ROOT, "lib"), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name] : [],
  );

  it("has a floor", () => expect(modules.filter((name) => !(name in MODULES))).toEqual([]));

  it("is described in lib/README.md", () => {
    const map = readFileSync(path.join(ROOT, "lib/README.md"), "utf8");
    expect(modules.filter((name) => !map.includes(`\`${name}\``))).toEqual([]);
  });

  it("leaves no source file of lib, components or app without a floor", () => {
    const lost = project.filter(
      ({ path: file }) => /^(lib|components|app)\//.test(file) && layerOf(file) === null,
    );
    expect(lost.map((file) => file.path)).toEqual([]);
  });

  it("imports only files that exist", () => {
    const lost = project.flatMap((file) =>
      file.imports
        .filter(
          ({ target, isPackage }) =>
            !isPackage && !target.startsWith("lib/db/generated/") && !fileExists(target),
        )
        .map(({ target, line }) => `${file.path}:${line} ${target}`),
    );
    expect(lost).toEqual([]);
  });
});

function fileExists(target: string): boolean {
  return ["", ".ts", ".tsx", ".d.ts", "/index.ts"].some((ending) =>
    existsSync(path.join(ROOT, target + ending)),
  );
}
