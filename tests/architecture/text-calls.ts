import { readFileSync } from "node:fs";
import path from "node:path";
import { parseSync, Visitor } from "oxc-parser";
import { ROOT } from "./source-file";

/** One place that says a text of the catalogue. */
export interface TextCall {
  readonly line: number;
  /** The key, with `*` for each part that is decided when the program runs. */
  readonly key: string;
  /** Names of the values that are given; null where they are put together elsewhere. */
  readonly given: readonly string[] | null;
}

/** Every `t("…")`, `t.rich("…")` and `words.t("…")` of a file. */
export function textCalls(file: string, text = readFileSync(path.join(ROOT, file), "utf8")): TextCall[] {
  const { program } = parseSync(file, text);
  const calls: TextCall[] = [];
  new Visitor({
    CallExpression({ callee, arguments: [first, second], start }) {
      if (!isTranslate(callee) || first === undefined) return;
      const line = text.slice(0, start).split("\n").length;
      for (const key of keysOf(first)) calls.push({ line, key, given: givenBy(second) });
    },
  }).visit(program);
  return calls;
}

type Node = Parameters<NonNullable<ConstructorParameters<typeof Visitor>[0]["CallExpression"]>>[0];

/** `t`, `t.rich`, `t.markup`, and the same of `x.t`. */
function isTranslate(callee: Node["callee"]): boolean {
  if (callee.type === "Identifier") return callee.name === "t";
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return false;
  if (callee.property.name === "rich" || callee.property.name === "markup") return isTranslate(callee.object);
  return callee.property.name === "t";
}

function keysOf(argument: Node["arguments"][number]): string[] {
  if (argument.type === "Literal") return typeof argument.value === "string" ? [argument.value] : [];
  if (argument.type === "TemplateLiteral")
    return [argument.quasis.map(({ value }) => value.cooked ?? "").join("*")];
  if (argument.type === "ConditionalExpression")
    return [...keysOf(argument.consequent), ...keysOf(argument.alternate)];
  return [];
}

function givenBy(values: Node["arguments"][number] | undefined): string[] | null {
  if (values === undefined) return [];
  if (values.type !== "ObjectExpression") return null;
  const names: string[] = [];
  for (const property of values.properties) {
    if (property.type !== "Property" || property.key.type !== "Identifier") return null;
    names.push(property.key.name);
  }
  return names;
}
