import { LOGBOOK_KINDS } from "@/lib/glucose/logbook";
import type { LogbookChoice } from "@/lib/glucose/logbook-page";
import { err, ok, type Result } from "@/lib/result";
import { type PageQuery, singleValue } from "./period-query";

export const FIND_CHARACTERS_MAX = 60;

/** `?kind=carbs,insulin&find=walk&page=2`; a kind that does not exist or a page that is no number is refused. */
export function logbookChoice(query: PageQuery): Result<LogbookChoice, string> {
  const asked = [query["kind"] ?? []].flat().flatMap((text) => text.split(",").filter((name) => name !== ""));
  const kinds = LOGBOOK_KINDS.filter((kind) => asked.includes(kind));
  const unknown = asked.find((name) => !kinds.some((kind) => kind === name));
  if (unknown !== undefined) return err(`There are no entries of the kind “${unknown}”.`);
  const find = singleValue(query, "find");
  if (!find.ok) return find;
  const page = singleValue(query, "page");
  if (!page.ok) return page;
  if (page.value !== null && !/^[1-9]\d{0,5}$/.test(page.value)) return err("A page is a number from 1 on.");
  return ok({
    kinds,
    find: (find.value ?? "").trim().slice(0, FIND_CHARACTERS_MAX),
    page: Number(page.value ?? 1),
  });
}

/** The same choice as a query, without the page: what links to other pages and other periods keep. */
export function choiceQuery({ kinds, find }: Omit<LogbookChoice, "page">): Readonly<Record<string, string>> {
  return { ...(kinds.length === 0 ? {} : { kind: kinds.join(",") }), ...(find === "" ? {} : { find }) };
}
