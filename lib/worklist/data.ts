import { identityOf } from "@/lib/accounts/data-identity";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { type Clock, type Instant, systemClock } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { inClinicTransaction, type TransactionOptions } from "@/lib/db/context";
import { env } from "@/lib/env";
import { availableUntil } from "@/lib/glucose/delay";
import type { Freshness } from "@/lib/glucose/figures";
import { refused } from "@/lib/refusals";
import { recordDisclosures } from "@/lib/sharing/mutations-disclosure";
import { type ListClinic, listClinic } from "./data-clinic";
import { openedPatients } from "./data-known";
import { listedPatients } from "./data-listed";
import { againIfMovedOn } from "./data-moved-on";
import { namesNow, namesOf } from "./data-names";
import { reviewerNames } from "./data-reviews";
import { reckonedList } from "./data-standings";
import { ListOrders } from "./list-orders";
import type { ListedPatient } from "./listed-patient";
import { nameMatcher } from "./name-search";
import { inOrder } from "./order";
import { keyOf } from "./patient-key";
import type { WorklistQuery } from "./query";
import type { Reckoned } from "./reckoned-list";
import type { WorklistPage, WorklistRow } from "./row";
import { asksForSome, isPlacedIn, isWithin, selectionOf } from "./selection";
import { type Known, listedFigures } from "./standing";

/** What a list is asked for beside its address. */
export interface WorklistWish {
  readonly query: WorklistQuery;
  /** A name to search for; empty for none. */
  readonly search: string;
  /** Whose alphabet a list by name follows. */
  readonly locale: string;
  /** From where; null where it is not known. */
  readonly network: string | null;
}

export interface WorklistOptions extends TransactionOptions {
  readonly clock?: Clock;
  readonly delayMinutes?: number;
}

const orders = new ListOrders();

/**
 * The page of a clinic's patients that a query asks for. Who shares with the clinic, who of its members asks, what is shown
 * and the row of each patient shown in their record: all is one transaction, so a change of any of it holds from the very
 * next request. Who is not shown leaves no row, and their name stays sealed unless names are what is asked about.
 */
export async function readWorklist(
  access: ClinicAccess,
  wish: WorklistWish,
  options: WorklistOptions = {},
): Promise<WorklistPage> {
  access.demand("look");
  return againIfMovedOn(() => readOnce(access, wish, options));
}

async function readOnce(
  access: ClinicAccess,
  wish: WorklistWish,
  { clock = systemClock, delayMinutes = env().DEXCOM_DATA_DELAY_MINUTES, ...options }: WorklistOptions,
): Promise<WorklistPage> {
  const now = { availableUntil: availableUntil(clock, delayMinutes), delayMinutes };
  return inClinicTransaction(
    access,
    async (tx) => {
      const clinic = await listClinic(tx, access.clinicId);
      const { patients: all, terms } = await listedPatients(tx, clinic.id);
      const { days } = wish.query;
      const everybody = await reckonedList(tx, all, { days, defaultTargets: clinic.defaultTargets, now });
      const { ordered, names } = await inAskedOrder(tx, everybody, wish);
      const { shown, ...counted } = selectionOf(
        leftBy(ordered, wish, { clinic, names, at: clock.now() }),
        wish.query,
      );
      const rows = await rowsOf(tx, shown, { clinic, now });
      await recordRows(tx, { access, clinic, network: wish.network }, shown);
      return { ...counted, rows, total: all.length, grounds: terms };
    },
    options,
  );
}

type Now = Pick<Freshness, "availableUntil" | "delayMinutes">;

/** Everybody in the order that is asked for, and their names where it is those that are asked about. */
async function inAskedOrder(
  tx: Transaction,
  everybody: readonly Reckoned[],
  { query: { sort, order }, search, locale }: WorklistWish,
): Promise<{ readonly ordered: readonly Reckoned[]; readonly names: ReadonlyMap<string, string> | null }> {
  const known = orders.find(everybody, { sort, order, locale });
  const asksNames = search !== "" || (sort === "name" && known === null);
  const names = asksNames
    ? await namesOf(
        tx,
        everybody.map(({ patient }) => patient),
      )
    : null;
  if (known !== null) return { ordered: known, names };
  const nameOf = ({ patientId }: Reckoned) => names?.get(patientId) ?? "";
  const ordered = inOrder(everybody, { sort, order, nameOf, locale });
  orders.keep(everybody, { sort, order, locale }, ordered);
  return { ordered, names };
}

/** Everybody whom all filters but the flags leave, of those who are listed. */
function leftBy(
  listed: readonly Reckoned[],
  { query, search }: WorklistWish,
  {
    clinic,
    names,
    at,
  }: {
    readonly clinic: ListClinic;
    readonly names: ReadonlyMap<string, string> | null;
    readonly at: Instant;
  },
): readonly Reckoned[] {
  if (search === "" && !asksForSome(query)) return listed;
  const matches = nameMatcher(search);
  return listed.filter((one) => {
    const { patient, dates, patientId, reviewedAt } = one;
    const isReviewed = reviewedAt !== null && reviewedAt >= dates.startedAt;
    if (!isPlacedIn({ siteId: patient.siteId, tagIds: tagsOf(patient, clinic), isReviewed }, query))
      return false;
    if (!isWithin(one, query.bounds, at)) return false;
    return search === "" || matches(names?.get(patientId) ?? "");
  });
}

/** What a patient was tagged with, of the tags that the clinic still has. */
function tagsOf({ tagIds }: ListedPatient, { labelIds }: ListClinic): readonly string[] {
  return tagIds.length === 0 ? tagIds : tagIds.filter((id) => labelIds.has(id));
}

/** The rows of a page, with what only they need. */
async function rowsOf(
  tx: Transaction,
  shown: readonly Reckoned[],
  { clinic, now }: { readonly clinic: ListClinic; readonly now: Now },
): Promise<WorklistRow[]> {
  const patients = shown.map(({ patient }) => patient);
  const names = await namesNow(tx, patients);
  const reviewers = await reviewerNames(
    tx,
    clinic.id,
    patients.flatMap(({ review }) => review?.userId ?? []),
  );
  const known = await openedPatients(tx, patients, { defaultTargets: clinic.defaultTargets, now });
  const knownOf = new Map(known.map((one) => [one.patient.patientId, one.known]));
  const rows: WorklistRow[] = [];
  for (const one of shown) {
    const { patientId, review } = one.patient;
    const name = names.get(patientId) ?? refuseEnded();
    const reviewed = review && { at: review.at, by: reviewers.get(review.userId) ?? null };
    const figures = knownOf.get(patientId) ?? refuseEnded();
    rows.push({ ...rowOf(one, figures), tagIds: tagsOf(one.patient, clinic), name, reviewed });
  }
  return rows;
}

function rowOf(
  { patient, dates, change, flags, dataThrough }: Reckoned,
  known: Known,
): Omit<WorklistRow, "name" | "reviewed" | "tagIds"> {
  const { patientId, scope, connection, displayOffsetMinutes, siteId, expiresAt } = patient;
  return {
    patientId,
    targets: known.targets,
    scope,
    period: { from: dates.period.from, to: dates.period.to },
    dataThrough,
    displayOffsetMinutes,
    connection,
    figures: listedFigures(known, dates),
    change,
    flags,
    siteId,
    expiresAt,
  };
}

function refuseEnded(): never {
  throw refused("share-ended");
}

/** That these rows are shown, in the record of each of their patients. */
async function recordRows(
  tx: Transaction,
  {
    access: { userId, actor },
    clinic: { id, name },
    network,
  }: {
    readonly access: ClinicAccess;
    readonly clinic: ListClinic;
    readonly network: string | null;
  },
  shown: readonly Reckoned[],
): Promise<void> {
  const identity = await identityOf(tx, userId);
  const looker = { actor, name: identity?.name ?? "", clinic: { id, name }, network };
  const keys = new Map<string, DataKey>();
  for (const { patient } of shown) keys.set(patient.patientId, await keyOf(patient));
  await recordDisclosures(
    tx,
    looker,
    shown.map(({ patient: { patientId, shareId }, dates: { period } }) => ({
      patientId,
      shareId,
      what: "worklist" as const,
      days: period,
    })),
    keys,
  );
}
