import { describe, expect, it } from "vitest";
import { waysFrom, waysFromBrowser } from "./browser-reach";
import { parseSource, readProject } from "./source-file";

/** Every text in every language: pages send the part that their drawings need (lib/i18n/translate.ts). */
const CATALOGUES = /^lib\/i18n\/(words|messages\/.*)$/;
/** The engine's longest parts: pages send finished numbers. */
const ENGINE = /^lib\/glucose\/(summary|catalogue\/catalogue|patterns\/find-patterns|compare\/bootstrap)$/;

const project = readProject();

describe("what a browser file reaches through others", () => {
  it("is never the whole catalogue of texts", () => expect(waysFromBrowser(project, CATALOGUES)).toEqual([]));

  it("is never the whole engine", () => expect(waysFromBrowser(project, ENGINE)).toEqual([]));

  it("is followed over several files, and names the way", () => {
    const planted = [
      parseSource("components/a.tsx", `"use client";\nimport { b } from "./b";`),
      parseSource(
        "components/b.ts",
        `import { wordsFor } from "@/lib/i18n/words";\nexport const b = wordsFor;`,
      ),
    ];
    expect(waysFromBrowser(planted, CATALOGUES)).toEqual(["components/a → components/b → lib/i18n/words"]);
  });

  it("leaves types alone, and files that only the server runs", () => {
    const planted = [
      parseSource("components/a.tsx", `"use client";\nimport type { B } from "./b";`),
      parseSource(
        "components/b.ts",
        `import { wordsFor } from "@/lib/i18n/words";\nexport const b = wordsFor;`,
      ),
    ];
    expect(waysFromBrowser(planted, CATALOGUES)).toEqual([]);
  });
});

describe("what a fresh machine is started with", () => {
  /** Run before anything was generated. */
  const FIRST = /^lib\/cli\/(demo|dev|generate|check|test|build|simulator)\.ts$/;
  const GENERATED = /^lib\/db\/(client|generated\/.*)$/;
  const isFirst = ({ path }: { readonly path: string }) => FIRST.test(path);

  it("never reaches the database client, which it first has to make", () => {
    expect(project.filter(isFirst)).toHaveLength(7);
    expect(waysFrom(project, isFirst, GENERATED)).toEqual([]);
  });

  it("is followed over several files", () => {
    const planted = [
      parseSource("lib/cli/demo.ts", `import { NAME } from "@/lib/cli/team";\nconsole.log(NAME);`),
      parseSource("lib/cli/team.ts", `import { db } from "@/lib/db/client";\nexport const NAME = db;`),
    ];
    expect(waysFrom(planted, isFirst, GENERATED)).toEqual(["lib/cli/demo → lib/cli/team → lib/db/client"]);
  });
});
