import { z } from "zod";
import { err, ok, type Result } from "@/lib/result";
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
});

/** A page's query as Next hands it over. The error is for nobody's eyes: a link shows what it says or nothing. */
export function worklistQuery(
  query: Readonly<Record<string, string | string[] | undefined>>,
): Result<WorklistQuery, string> {
  const given = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
  const parsed = address.safeParse(given);
  if (!parsed.success) return err(parsed.error.issues[0]?.path.join(".") ?? "query");
  const { flag, look, tag, site, reviewed, sort = "need", order, page = 1, ...chosen } = parsed.data;
  const asked = [flag ?? []].flat();
  return ok({
    days: chosen.days ?? WORKLIST_DEFAULT.days,
    flags: FLAGS.filter((known) => asked.includes(known)),
    needLook: look === "needed",
    tagId: tag ?? null,
    siteId: site ?? null,
    notReviewed: reviewed === "no",
    sort,
    order: order ?? FIRST_ORDER[sort],
    page,
  });
}

/**
 * The query of an address that asks for this, with its "?"; empty for the list as it comes. What is changed begins at the
 * first page, unless the page is what is changed.
 */
export function worklistAddress(query: WorklistQuery, change: Partial<WorklistQuery> = {}): string {
  const { days, flags, needLook, tagId, siteId, notReviewed, sort, order, page } = {
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
