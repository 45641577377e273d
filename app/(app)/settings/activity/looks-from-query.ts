import { isId } from "@/lib/ids";
import { type PageQuery, singleValue } from "@/lib/reports/period-query";
import { DISCLOSED, type Disclosed } from "@/lib/sharing/policy";

/** Which looks an address asks for; null where there is none. */
interface AskedLooks {
  readonly viewerId: string | null;
  readonly what: Disclosed | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** `?who=<id>&what=daily&before=120`, each of them or none; null for an address that nobody was given. */
export function looksFromQuery(query: PageQuery): AskedLooks | null {
  const values = ["who", "what", "before", "after"].map((name) => singleValue(query, name));
  const given = values.flatMap((value) => (value.ok ? [value.value] : []));
  if (given.length < values.length) return null;
  const [viewerId = null, view = null, before = null, after = null] = given;
  const what = DISCLOSED.find((one) => one === view) ?? null;
  if (view !== null && what === null) return null;
  if (viewerId !== null && !isId(viewerId)) return null;
  if ([before, after].some((cursor) => cursor !== null && !ROW.test(cursor))) return null;
  return { viewerId, what, before: numberOf(before), after: numberOf(after) };
}

/** Short enough for what the database counts with. */
const ROW = /^[1-9]\d{0,8}$/;

function numberOf(cursor: string | null): number | null {
  return cursor === null ? null : Number(cursor);
}
