import type { Actor } from "@/lib/audit/schema";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { type LocalDate, midnight } from "@/lib/glucose/local-time";
import { newId } from "@/lib/ids";
import { patientKeys } from "@/lib/patients/keys";
import { CHAIN_START, type ChainEnd, type ChainLink, disclosureMac } from "./disclosure-chain";
import { type ActingFor, type Disclosed, isExport } from "./policy";
import { sealWitness } from "./sealed-witness";

/** First and last local date. */
export interface LookedAtDays {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What is looked at, and of whom. */
export interface Look {
  readonly patientId: string;
  /** Null for the owner, whose own exports alone are written. */
  readonly shareId: string | null;
  readonly what: Disclosed;
  /** Null for a view without days. */
  readonly days: LookedAtDays | null;
}

/** Who looks, as they are known at that moment. */
interface Looker {
  readonly actor: Actor;
  readonly name: string;
  /** On whose behalf; null for themselves. */
  readonly clinic: ActingFor | null;
  /** From where; null where it is not known. */
  readonly network: string | null;
}

/** One opening of a view with what it loads is one row: looking again at the same days within five minutes adds none. */
export const COALESCED_MINUTES = 5;

/**
 * Writes that somebody who is not the owner looks at the data of one patient or, in a list, of many, or that somebody takes
 * it away as a file: in the transaction in which they are let in, no reading without its row. Each row is chained to the
 * one before of the same patient. `known` are the patients' keys where this very transaction has read them.
 */
export async function recordDisclosures(
  tx: Transaction,
  looker: Looker,
  looks: readonly Look[],
  known: ReadonlyMap<string, DataKey> | null = null,
): Promise<void> {
  const rows = looks.map((look) => rowOf(look, looker));
  const { fresh } = await notJustRecorded(tx, rows);
  if (fresh.length === 0) return;
  // Refuses with `share-ended` where one of them stopped sharing since it was read.
  const keys = known ?? (await patientKeys(tx, patientsIn(fresh)));
  const ends = await lockEnds(tx, fresh);
  // Whoever held an end until now may have written the very look.
  const { fresh: left, at } = await notJustRecorded(tx, fresh);
  if (left.length === 0) return;
  const links = left.map((row) => {
    const { patientId } = row;
    const [end, key] = [ends.get(patientId), keys.get(patientId)];
    if (!end || !key) throw new Error("A chain of disclosures has no end to go on from.");
    const id = newId();
    const { name, clinic, network } = looker;
    const sealed = sealWitness({ name, clinic: clinic?.name ?? null, network }, id, key);
    const chained = { ...row, id, seq: end.seq + 1, at, sealed };
    const link = { ...chained, mac: disclosureMac(chained, end.mac) };
    ends.set(patientId, link);
    return link;
  });
  await insertLinks(tx, links);
  await moveEnds(tx, ends, patientsIn(left));
}

/** What is known of a row before it is written. */
type LookRow = Omit<ChainLink, "id" | "seq" | "at" | "sealed" | "mac">;

function rowOf({ patientId, shareId, what, days }: Look, { actor, clinic }: Looker): LookRow {
  return {
    patientId,
    viewer: actor,
    shareId,
    clinicId: clinic?.id ?? null,
    channel: channelOf(actor, what),
    what,
    dayFrom: days && asDate(days.from),
    dayTo: days && asDate(days.to),
  };
}

function channelOf(actor: Actor, what: Disclosed): string {
  if (actor.startsWith("link:")) return "link";
  if (isExport(what)) return "export";
  return what.startsWith("api-") ? "api" : "page";
}

/** In the order in which everybody locks them: two lists at once then wait for each other one way only. */
function patientsIn(rows: readonly LookRow[]): string[] {
  return [...new Set(rows.map(({ patientId }) => patientId))].toSorted();
}

/** The looks of which no row of the last minutes tells: of the same view and at least the same days. And what time it is. */
async function notJustRecorded(
  tx: Transaction,
  rows: readonly LookRow[],
): Promise<{ readonly fresh: readonly LookRow[]; readonly at: Date }> {
  const column = <T>(of: (row: LookRow) => T) => rows.map(of);
  const [found] = await tx.$queryRaw<{ fresh: number[]; at: Date }[]>`
    SELECT coalesce(array_agg(w.place::int ORDER BY w.place), '{}') AS fresh,
      date_trunc('milliseconds', clock_timestamp()) AS at
    FROM unnest(${column(({ patientId }) => patientId)}::uuid[], ${column(({ viewer }) => viewer)}::text[],
        ${column(({ shareId }) => shareId)}::uuid[], ${column(({ what }) => what)}::text[],
        ${column(({ dayFrom }) => dayFrom)}::date[], ${column(({ dayTo }) => dayTo)}::date[])
      WITH ORDINALITY AS w(patient_id, viewer, share_id, what, day_from, day_to, place)
    WHERE NOT EXISTS (
      SELECT FROM disclosure AS d
      WHERE d.patient_id = w.patient_id AND d.viewer = w.viewer
        AND d.share_id IS NOT DISTINCT FROM w.share_id AND d.what = w.what
        AND d.at > clock_timestamp() - make_interval(mins => ${COALESCED_MINUTES})
        AND (w.day_from IS NULL OR (d.day_from <= w.day_from AND d.day_to >= w.day_to)))`;
  if (!found) throw new Error("A count answers with one row.");
  return { fresh: found.fresh.flatMap((place) => rows[place - 1] ?? []), at: found.at };
}

/**
 * Where the chains of these patients end, begun where there is none. Nobody else goes on from there before this transaction is
 * over: an end that is there already is written as it is, which waits for whoever holds it and gives what they left.
 */
async function lockEnds(tx: Transaction, rows: readonly LookRow[]): Promise<Map<string, ChainEnd>> {
  const heads = await tx.$queryRaw<(ChainEnd & { readonly patientId: string })[]>`
    INSERT INTO disclosure_head AS h (patient_id, seq, mac)
    SELECT w.patient_id, ${CHAIN_START.seq}::int, ${CHAIN_START.mac}
    FROM unnest(${patientsIn(rows)}::uuid[]) AS w(patient_id)
    ON CONFLICT (patient_id) DO UPDATE SET seq = h.seq
    RETURNING patient_id AS "patientId", seq, mac`;
  return new Map(heads.map(({ patientId, seq, mac }) => [patientId, { seq, mac }]));
}

/** As columns: a list of whatever length is one and the same statement, which is planned once. */
async function insertLinks(tx: Transaction, links: readonly ChainLink[]): Promise<void> {
  const column = <T>(of: (link: ChainLink) => T) => links.map(of);
  await tx.$executeRaw`
    INSERT INTO disclosure
      (id, patient_id, seq, at, viewer, share_id, clinic_id, channel, what, day_from, day_to, sealed, mac)
    SELECT w.id, w.patient_id, w.seq, w.at, w.viewer, w.share_id, w.clinic_id, w.channel, w.what, w.day_from, w.day_to,
      decode(w.sealed, 'hex'), w.mac
    FROM unnest(${column(({ id }) => id)}::uuid[], ${column(({ patientId }) => patientId)}::uuid[],
        ${column(({ seq }) => seq)}::int[], ${column(({ at }) => at)}::timestamptz[],
        ${column(({ viewer }) => viewer)}::text[], ${column(({ shareId }) => shareId)}::uuid[],
        ${column(({ clinicId }) => clinicId)}::uuid[], ${column(({ channel }) => channel)}::text[],
        ${column(({ what }) => what)}::text[], ${column(({ dayFrom }) => dayFrom)}::date[],
        ${column(({ dayTo }) => dayTo)}::date[],
        ${column(({ sealed }) => Buffer.from(sealed).toString("hex"))}::text[], ${column(({ mac }) => mac)}::text[])
      AS w(id, patient_id, seq, at, viewer, share_id, clinic_id, channel, what, day_from, day_to, sealed, mac)`;
}

async function moveEnds(
  tx: Transaction,
  ends: ReadonlyMap<string, ChainEnd>,
  patientIds: readonly string[],
): Promise<void> {
  const moved = patientIds.flatMap((id) => ends.get(id) ?? []);
  await tx.$executeRaw`
    UPDATE disclosure_head AS h SET seq = w.seq, mac = w.mac
    FROM unnest(${patientIds}::uuid[], ${moved.map(({ seq }) => seq)}::int[], ${moved.map(({ mac }) => mac)}::text[])
      AS w(patient_id, seq, mac)
    WHERE h.patient_id = w.patient_id AND h.patient_id = ANY(${patientIds}::uuid[])`;
}

function asDate(date: LocalDate): Date {
  return new Date(midnight(date, 0));
}
