import { z } from "zod";
import { GLUCOSE_UNITS } from "@/lib/format/unit";
import { err, ok, type Result } from "@/lib/result";
import { type Bound, boundsIn, endName, isEndName } from "./bounds";
import { FLAGS, type Flag, PERIODS, type PeriodDays } from "./row";

export const SORTS = [
  "need",
  "name",
  "in-range",
  "change",
  "average",
  "gmi",
  "cv",
  "worn",
  "newest",
  "episodes",
  "reviewed",
] as const;
export type Sort = (typeof SORTS)[number];
const ORDERS = ["asc", "desc"] as const;
export type Order = (typeof ORDERS)[number];

/** How each column is sorted first: what one looks for on top. */
const FIRST_ORDER: Readonly<Record<Sort, Order>> = {
  need: "desc",
  name: "asc",
  "in-range": "asc",
  change: "asc",
  average: "desc",
  gmi: "desc",
  cv: "desc",
  worn: "asc",
  newest: "asc",
  episodes: "desc",
  reviewed: "asc",
};

/** What an address asks of the list. A name that is searched for never stands in an address. */
export interface WorklistQuery {
  readonly days: PeriodDays;
  /** Only patients who raise all of them. */
  readonly flags: readonly Flag[];
  /** Only patients who raise any flag. */
  readonly needLook: boolean;
  readonly tagId: string | null;
  readonly siteId: string | null;
  /** Only patients whom nobody marked reviewed since the period began. */
  readonly notReviewed: boolean;
  /** Only patients whose numbers are within all of them: at most one for a column, in the order of the columns. */
  readonly bounds: readonly Bound[];
  readonly sort: Sort;
  readonly order: Order;
  /** From 1; a page behind the last is the last. */
  readonly page: number;
}

export const WORKLIST_DEFAULT: WorklistQuery = {
  days: 14,
  flags: [],
  needLook: false,
  tagId: null,
  siteId: null,
  notReviewed: false,
  bounds: [],
  sort: "need",
  order: FIRST_ORDER.need,
  page: 1,
};

const PAGE_MAX = 10_000;

const periodDays = z
  .literal(PERIODS.map(String))
  .transform((text) => PERIODS.find((known) => String(known) === text) ?? WORKLIST_DEFAULT.days);

/** What is asked of a preview: the days that the list beside it shows. */
export const previewQuery = z.strictObject({ days: periodDays.default(WORKLIST_DEFAULT.days) });

const address = z.strictObject({
  days: periodDays.optional(),
  flag: z.union([z.enum(FLAGS), z.array(z.enum(FLAGS)).max(FLAGS.length)]).optional(),
  look: z.literal("needed").optional(),
  tag: z.uuid().optional(),
  site: z.uuid().optional(),
  reviewed: z.literal("no").optional(),
  sort: z.enum(SORTS).optional(),
  order: z.enum(ORDERS).optional(),
  page: z.coerce.number().int().min(1).max(PAGE_MAX).optional(),
  /** In what the form for bounds was filled in. Addresses of links are in mg/dL and do not say so. */
  unit: z.enum(GLUCOSE_UNITS).optional(),
});

/** A page's query as Next hands it over. The error is for nobody's eyes: a link shows what it says or nothing. */
export function worklistQuery(
  query: Readonly<Record<string, string | string[] | undefined>>,
): Result<WorklistQuery, string> {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  const ends = Object.fromEntries(given.filter(([name]) => isEndName(name)));
  const parsed = address.safeParse(Object.fromEntries(given.filter(([name]) => !isEndName(name))));
  if (!parsed.success) return err(parsed.error.issues[0]?.path.join(".") ?? "query");
  const { flag, look, tag, site, reviewed, sort = "need", order, page = 1, ...chosen } = parsed.data;
  const bounds = boundsIn(ends, chosen.unit ?? "mg/dL");
  if (!bounds.ok) return bounds;
  const asked = [flag ?? []].flat();
  return ok({
    days: chosen.days ?? WORKLIST_DEFAULT.days,
    flags: FLAGS.filter((known) => asked.includes(known)),
    needLook: look === "needed",
    tagId: tag ?? null,
    siteId: site ?? null,
    notReviewed: reviewed === "no",
    bounds: bounds.value,
    sort,
    order: order ?? FIRST_ORDER[sort],
    page,
  });
}

/** Whether the form for bounds made this address: with a name for every field that was left empty. */
export function isFromForm(query: Readonly<Record<string, unknown>>): boolean {
  return query.unit !== undefined;
}

/**
 * The query of an address that asks for this, with its "?"; empty for the list as it comes. What is changed begins at the
 * first page, unless the page is what is changed.
 */
export function worklistAddress(query: WorklistQuery, change: Partial<WorklistQuery> = {}): string {
  const { days, flags, needLook, tagId, siteId, notReviewed, bounds, sort, order, page } = {
    ...query,
    ...(Object.keys(change).length > 0 ? { page: 1 } : {}),
    ...change,
  };
  const names = new URLSearchParams();
  if (days !== WORKLIST_DEFAULT.days) names.append("days", String(days));
  for (const flag of FLAGS) if (flags.includes(flag)) names.append("flag", flag);
  if (needLook) names.append("look", "needed");
  if (tagId !== null) names.append("tag", tagId);
  if (siteId !== null) names.append("site", siteId);
  if (notReviewed) names.append("reviewed", "no");
  for (const { column, from, to } of bounds) {
    if (from !== null) names.append(endName(column, "from"), String(from));
    if (to !== null) names.append(endName(column, "to"), String(to));
  }
  if (sort !== WORKLIST_DEFAULT.sort) names.append("sort", sort);
  if (order !== FIRST_ORDER[sort]) names.append("order", order);
  if (page !== 1) names.append("page", String(page));
  return names.size === 0 ? "" : `?${names}`;
}

/** Columns that a heading sorts by: once as what one looks for on top, and the other way round when it is so already. */
export function sortedBy(query: WorklistQuery, sort: Sort): Partial<WorklistQuery> {
  const first = FIRST_ORDER[sort];
  const other = first === "asc" ? "desc" : "asc";
  return { sort, order: query.sort === sort && query.order === first ? other : first };
}
