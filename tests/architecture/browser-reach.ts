import { isTestCode, type SourceFile } from "./source-file";

const withoutExtension = (path: string) => path.replace(/\.(ts|tsx)$/, "");

/**
 * How browser files come to a module that must stay on the server, each as the chain of files from the one marked
 * "use client" to the module; empty when none does. Imports of types are gone by then and do not count.
 */
export function waysFromBrowser(project: readonly SourceFile[], forbidden: RegExp): string[] {
  return waysFrom(project, ({ directives }) => directives.includes("use client"), forbidden);
}

/** The same from any files. */
export function waysFrom(
  project: readonly SourceFile[],
  isStart: (file: SourceFile) => boolean,
  forbidden: RegExp,
): string[] {
  const files = new Map(
    project.filter(({ path }) => !isTestCode(path)).map((file) => [withoutExtension(file.path), file]),
  );
  const ways: string[] = [];
  for (const [start, file] of files)
    if (isStart(file)) {
      const way = wayTo(start, { files, forbidden, seen: new Set() });
      if (way !== null) ways.push(way.join(" → "));
    }
  return ways;
}

function wayTo(
  path: string,
  search: {
    readonly files: ReadonlyMap<string, SourceFile>;
    readonly forbidden: RegExp;
    readonly seen: Set<string>;
  },
): string[] | null {
  if (search.forbidden.test(path)) return [path];
  const file = search.files.get(path);
  if (file === undefined || search.seen.has(path)) return null;
  search.seen.add(path);
  for (const { target, isPackage, isType } of [...file.imports, ...file.reexports]) {
    const rest = isPackage || isType ? null : wayTo(target, search);
    if (rest !== null) return [path, ...rest];
  }
  return null;
}
