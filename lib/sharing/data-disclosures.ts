import { userActor, visitActor } from "@/lib/audit/schema";
import type { Instant } from "@/lib/clock";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import type { Prisma } from "@/lib/db/generated/client";
import { type LocalDate, parseLocalDate } from "@/lib/glucose/local-time";
import { patientKey } from "@/lib/patients/keys";
import { type ActingFor, DISCLOSED, type Disclosed, type PatientAccess } from "./policy";
import { openWitness } from "./sealed-witness";
import type { SeenLook } from "./status";

/** Which looks, all of them unless it is narrowed. */
export interface LooksWish {
  /** From this instant on, up to before that one. */
  readonly from?: Instant | null;
  readonly to?: Instant | null;
  /** A person, a clinic for everybody there, or a share whose link was opened. */
  readonly viewerId?: string | null;
  readonly what?: Disclosed | null;
  /** Only those before, or only those after, the look of this number. */
  readonly before?: number | null;
  readonly after?: number | null;
}

/** Some looks, and what lies on both sides of them. */
export interface LooksPage {
  /** Newest first. */
  readonly looks: readonly SeenLook[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  /** The time between the pages beside this one, half-open; null where there is none. */
  readonly from: Instant | null;
  readonly to: Instant | null;
}

const LOOKS_ON_A_PAGE = 50;

/** Who looked at a patient's data, when, from where and at what: a page of the record, opened. */
export async function disclosuresOf(
  access: PatientAccess,
  wish: LooksWish = {},
  { looksMax = LOOKS_ON_A_PAGE, ...options }: TransactionOptions & { readonly looksMax?: number } = {},
): Promise<LooksPage> {
  access.demand("share");
  const { patientId } = access;
  return inPatientTransaction(
    access,
    async (tx) => {
      const fits = whereOf(patientId, wish);
      const isForward = (wish.before ?? null) === null && (wish.after ?? null) !== null;
      const found = await tx.disclosure.findMany({
        where: { AND: [fits, ...cursorOf(wish)] },
        orderBy: { seq: isForward ? "asc" : "desc" },
        take: looksMax,
        select: {
          id: true,
          seq: true,
          at: true,
          viewer: true,
          shareId: true,
          clinicId: true,
          channel: true,
          what: true,
          dayFrom: true,
          dayTo: true,
          sealed: true,
        },
      });
      const rows = isForward ? found.toReversed() : found;
      const [first, last] = [rows.at(0), rows.at(-1)];
      if (!first || !last) return NO_LOOKS;
      const key = await patientKey(tx, patientId);
      const newer = await neighbour(tx, { AND: [fits, { seq: { gt: first.seq } }] }, "asc");
      const older = await neighbour(tx, { AND: [fits, { seq: { lt: last.seq } }] }, "desc");
      return {
        looks: rows.map(({ id, at, viewer, clinicId, channel, what, dayFrom, dayTo, sealed, ...row }) => {
          const { name, clinic, network } = openWitness(sealed, id, key);
          return {
            ...row,
            at: at.getTime(),
            // A visit always rests on a share.
            viewerId: (isVisit(viewer) ? row.shareId : null) ?? idOf(viewer),
            viewerName: isVisit(viewer) ? null : name,
            clinic: clinicId === null ? null : { id: clinicId, name: clinic ?? "" },
            network,
            channel: CHANNELS.find((known) => known === channel) ?? "page",
            what: knownView(what),
            days: dayFrom && dayTo && { from: dateOf(dayFrom), to: dateOf(dayTo) },
          } satisfies SeenLook;
        }),
        hasOlder: older !== null,
        hasNewer: newer !== null,
        from: older && last.at.getTime(),
        to: newer && newer.at.getTime(),
      };
    },
    options,
  );
}

const NO_LOOKS: LooksPage = { looks: [], hasOlder: false, hasNewer: false, from: null, to: null };

/** All of them, a part at a time, newest first: for a file. What is written meanwhile is not in it. */
export async function* allDisclosuresOf(
  access: PatientAccess,
  options: TransactionOptions & { readonly looksMax?: number } = {},
): AsyncGenerator<readonly SeenLook[]> {
  let before: number | null = null;
  do {
    const { looks, hasOlder }: LooksPage = await disclosuresOf(
      access,
      { before },
      { looksMax: 500, ...options },
    );
    yield looks;
    before = hasOlder ? (looks.at(-1)?.seq ?? null) : null;
  } while (before !== null);
}

/** How long the record is, and what it can be narrowed to. */
export interface RecordFacts {
  readonly count: number;
  /** Everybody else in it, by their newest name; every link by its share, without one. */
  readonly viewers: readonly { readonly id: string; readonly name: string | null }[];
  /** Every clinic on whose behalf somebody looked, by its newest name. */
  readonly clinics: readonly ActingFor[];
  readonly views: readonly Disclosed[];
}

export async function recordFactsOf(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<RecordFacts> {
  access.demand("share");
  const { patientId } = access;
  return inPatientTransaction(
    access,
    async (tx) => {
      const rows = await tx.$queryRaw<{ id: string; viewer: string; shareId: string; sealed: Uint8Array }[]>`
        SELECT DISTINCT ON (who) id, viewer, share_id AS "shareId", sealed,
          CASE WHEN viewer LIKE 'link:%' THEN share_id::text ELSE viewer END AS who
        FROM disclosure WHERE patient_id = ${patientId}::uuid AND share_id IS NOT NULL ORDER BY who, seq DESC`;
      const forClinics = await tx.$queryRaw<{ id: string; clinicId: string; sealed: Uint8Array }[]>`
        SELECT DISTINCT ON (clinic_id) id, clinic_id AS "clinicId", sealed
        FROM disclosure WHERE patient_id = ${patientId}::uuid AND clinic_id IS NOT NULL ORDER BY clinic_id, seq DESC`;
      const views = await tx.disclosure.groupBy({ by: ["what"], where: { patientId } });
      const seen = new Set(views.map(({ what }) => knownView(what)));
      const key = rows.length === 0 ? null : await patientKey(tx, patientId);
      return {
        count: await tx.disclosure.count({ where: { patientId } }),
        viewers: rows.flatMap(({ id, viewer, shareId, sealed }): RecordFacts["viewers"] => {
          if (isVisit(viewer)) return [{ id: shareId, name: null }];
          return key ? [{ id: idOf(viewer), name: openWitness(sealed, id, key).name }] : [];
        }),
        clinics: forClinics.flatMap(({ id, clinicId, sealed }): RecordFacts["clinics"] =>
          key ? [{ id: clinicId, name: openWitness(sealed, id, key).clinic ?? "" }] : [],
        ),
        views: DISCLOSED.filter((what) => seen.has(what)),
      } satisfies RecordFacts;
    },
    options,
  );
}

type Where = Prisma.DisclosureWhereInput;

function whereOf(
  patientId: string,
  { from = null, to = null, viewerId = null, what = null }: LooksWish,
): Where {
  return {
    patientId,
    ...(what === null ? {} : { what }),
    AND: [
      ...(viewerId === null
        ? []
        : [
            {
              OR: [
                { viewer: userActor(viewerId) },
                { clinicId: viewerId },
                { shareId: viewerId, viewer: { startsWith: VISIT_PREFIX } },
              ],
            },
          ]),
      ...(from === null ? [] : [{ at: { gte: new Date(from) } }]),
      ...(to === null ? [] : [{ at: { lt: new Date(to) } }]),
    ],
  };
}

function cursorOf({ before = null, after = null }: LooksWish): Where[] {
  if (before !== null) return [{ seq: { lt: before } }];
  return after === null ? [] : [{ seq: { gt: after } }];
}

function neighbour(tx: Transaction, where: Where, direction: "asc" | "desc"): Promise<{ at: Date } | null> {
  return tx.disclosure.findFirst({ where, orderBy: { seq: direction }, select: { at: true } });
}

const VISIT_PREFIX = visitActor("");

function isVisit(viewer: string): boolean {
  return viewer.startsWith(VISIT_PREFIX);
}

const CHANNELS: readonly SeenLook["channel"][] = ["page", "api", "link", "export"];

function idOf(viewer: string): string {
  return viewer.replace(/^user:/, "");
}

/** What can be looked at only ever grows: rows are for good. */
function knownView(text: string): Disclosed {
  const known = DISCLOSED.find((one) => one === text);
  if (known === undefined) throw new Error("The record names a view that nobody knows.");
  return known;
}

function dateOf(day: Date): LocalDate {
  const date = parseLocalDate(day.toISOString().slice(0, 10));
  if (date === null) throw new Error("The record names a day that does not exist.");
  return date;
}
