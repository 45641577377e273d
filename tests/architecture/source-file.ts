import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";

export const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Import {
  /** Project path without extension (`lib/clock`), or the package's specifier (`next/server`). */
  readonly target: string;
  readonly isPackage: boolean;
  /** Gone when the program runs. */
  readonly isType: boolean;
  readonly line: number;
}

/** Something a rule may object to, by a short name of its own. */
export interface Use {
  readonly what: string;
  readonly line: number;
}

export interface SourceFile {
  /** Relative to the project, with forward slashes. */
  readonly path: string;
  readonly imports: readonly Import[];
  readonly reexports: readonly Import[];
  readonly directives: readonly string[];
  readonly uses: readonly Use[];
}

const FOLDERS = ["app", "components", "lib", "prisma", "tests"];
const ROOT_FILES = ["proxy.ts", "instrumentation.ts", "next.config.ts"];
const IS_SOURCE = /\.(ts|tsx)$/;
const IS_GENERATED = /^lib\/db\/generated\//;

/** Every source file of the project, parsed. */
export function readProject(): SourceFile[] {
  const files: string[] = ROOT_FILES.filter((file) => existsSync(path.join(ROOT, file)));
  for (const folder of FOLDERS) {
    if (!existsSync(path.join(ROOT, folder))) continue;
    for (const entry of readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" }))
      files.push(`${folder}/${entry.replaceAll("\\", "/")}`);
  }
  return files
    .filter((file) => IS_SOURCE.test(file) && !IS_GENERATED.test(file))
    .toSorted()
    .map((file) => parseSource(file, readFileSync(path.join(ROOT, file), "utf8")));
}

/** Parses one file; also used with planted text, to prove that a rule catches what it must. */
export function parseSource(file: string, text: string): SourceFile {
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const lineAt = (offset: number) => text.slice(0, offset).split("\n").length;
  const importOf = (specifier: string, offset: number, isType = false): Import => ({
    ...resolveSpecifier(file, specifier),
    isType,
    line: lineAt(offset),
  });

  const uses: Use[] = [];
  const use = (what: string, node: { start: number }) => uses.push({ what, line: lineAt(node.start) });
  const directives: string[] = [];
  const dynamic: Import[] = [];
  new Visitor({
    ExpressionStatement(node) {
      if ("directive" in node && typeof node.directive === "string") directives.push(node.directive);
    },
    ImportExpression(node) {
      if (node.source.type === "Literal" && typeof node.source.value === "string")
        dynamic.push(importOf(node.source.value, node.start));
    },
    CallExpression(node) {
      const { callee } = node;
      if (callee.type === "Identifier") use(`${callee.name}()`, node);
      if (callee.type === "MemberExpression" && !callee.computed && callee.property.type === "Identifier") {
        const object = callee.object.type === "Identifier" ? callee.object.name : "?";
        use(`${object}.${callee.property.name}()`, node);
      }
    },
    NewExpression(node) {
      if (node.callee.type === "Identifier" && node.callee.name === "Date" && node.arguments.length === 0)
        use("new Date()", node);
    },
    MemberExpression(node) {
      if (node.computed || node.property.type !== "Identifier") return;
      use(`.${node.property.name}`, node);
      if (node.object.type === "Identifier") use(`${node.object.name}.${node.property.name}`, node);
    },
    JSXAttribute(node) {
      if (node.name.type === "JSXIdentifier") use(`<… ${node.name.name}>`, node);
    },
    Property(node) {
      if (node.key.type === "Identifier") use(`${node.key.name}:`, node);
    },
  }).visit(program);

  return {
    path: file,
    imports: [
      ...module.staticImports.map(({ moduleRequest, start, entries }) =>
        importOf(moduleRequest.value, start, entries.length > 0 && entries.every(({ isType }) => isType)),
      ),
      ...dynamic,
    ],
    reexports: module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, start }) =>
        moduleRequest ? [importOf(moduleRequest.value, start)] : [],
      ),
    ),
    directives,
    uses,
  };
}

function resolveSpecifier(file: string, specifier: string): Pick<Import, "target" | "isPackage"> {
  const inProject = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? path.posix.join(path.posix.dirname(file), specifier)
      : null;
  if (inProject === null) return { target: specifier, isPackage: true };
  return { target: inProject.replace(/\.(ts|tsx|js)$/, ""), isPackage: false };
}

/** Tests and what only tests use. */
export function isTestCode(file: string): boolean {
  return /^tests\/|\.(test|test-support|fixture)(\.tsx?)?$|\/testing\//.test(file);
}
