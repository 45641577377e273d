import type { Transaction } from "@/lib/db/client";
import type { NewestReview } from "./data-reviews";
import { ListMemory } from "./list-memory";
import { type ListedPatient, type ListedRow, patientOf } from "./listed-patient";
import { pairsIn } from "./pairs";
import { keyOf, nameIn } from "./patient-key";

const memory = new ListMemory<ListedPatient>();

/**
 * Everybody who shares with the clinic that the transaction is about: who that is, is decided by row-level security in the
 * very moment (`clinic_listed`). Only rows that are another than the last time are sent.
 */
export async function listedPatients(tx: Transaction, clinicId: string): Promise<ListedPatient[]> {
  const versions = await versionsOf(tx);
  const known = memory.find(clinicId);
  const changed = [...versions].filter(([id, version]) => known.get(id)?.version !== version);
  const isSame = changed.length === 0 && versions.size === known.size;
  const rows = isSame
    ? known
    : await withChanged(tx, { known, versions, changed: changed.map(([id]) => id) });
  memory.keep(clinicId, rows);
  return [...rows.values()].map(({ patient }) => patient);
}

type Rows = ReturnType<typeof memory.find>;

/** Whose share ended between the two statements is in neither of them. */
async function withChanged(
  tx: Transaction,
  {
    known,
    versions,
    changed,
  }: { readonly known: Rows; readonly versions: Versions; readonly changed: readonly string[] },
): Promise<Rows> {
  const read = await rowsOf(tx, changed);
  const rows = new Map<string, { readonly version: string; readonly patient: ListedPatient }>();
  for (const [id, version] of versions) {
    const row = read.get(id) ?? known.get(id);
    if (row !== undefined && (row.version === version || read.has(id))) rows.set(id, row);
  }
  return rows;
}

/** One of them; null for whoever is not. */
export async function listedPatient(tx: Transaction, patientId: string): Promise<ListedPatient | null> {
  return (await rowsOf(tx, [patientId])).get(patientId)?.patient ?? null;
}

/** By the ids of the patients. */
type Versions = ReadonlyMap<string, string>;

/** As one text: of thousands of rows, each would show on its way. */
async function versionsOf(tx: Transaction): Promise<Versions> {
  const [list] = await tx.$queryRaw<{ versions: string | null }[]>`
    SELECT string_agg(patient_id || ' ' || version, ' ') AS versions FROM clinic_listed`;
  return new Map(pairsIn(list?.versions ?? null));
}

/** Instants come as numbers and ids as text: of thousands of rows each conversion by the driver would show. */
async function rowsOf(
  tx: Transaction,
  patientIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly version: string; readonly patient: ListedPatient }>> {
  if (patientIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(ListedRow & { readonly version: string })[]>`
    SELECT patient_id::text AS "patientId", share_id::text AS "shareId", scope, window_from::text AS "windowFrom",
      window_days AS "windowDays", (extract(epoch FROM expires_at) * 1000)::float8 AS "expiresAt", targets,
      site_id::text AS "siteId", array_to_string(tag_ids, ' ') AS "tagIds", status, newest_offset_minutes AS "offset", wrapped,
      revision, format, is_counted AS "isCounted", version::text AS version
    FROM clinic_listed WHERE patient_id = ANY(${patientIds}::uuid[])`;
  return new Map(rows.map(({ version, ...row }) => [row.patientId, { version, patient: patientOf(row) }]));
}

/** What the page alone needs of a patient. */
export interface OnPage {
  /** As they gave it to this clinic. */
  readonly name: string;
  readonly review: NewestReview | null;
}

/**
 * Names and newest reviews of these patients, by their ids. Whose share ended since the list was read is left out: their row
 * is shown no more than it can be opened.
 */
export async function onPage(
  tx: Transaction,
  patients: readonly ListedPatient[],
): Promise<ReadonlyMap<string, OnPage>> {
  const rows = await tx.$queryRaw<PageRow[]>`
    SELECT s.id::text, encode(s.owner_sealed, 'hex') AS words, r.user_id::text AS "userId",
      (extract(epoch FROM r.reviewed_at) * 1000)::float8 AS at
    FROM current_clinic_shares() AS s LEFT JOIN LATERAL (
      SELECT one.user_id, one.reviewed_at FROM clinic_review AS one
      WHERE one.clinic_id = s.clinic_id AND one.patient_id = s.patient_id
      ORDER BY one.reviewed_at DESC LIMIT 1) AS r ON true
    WHERE s.id = ANY(${patients.map(({ shareId }) => shareId)}::uuid[])`;
  const found = new Map(rows.map((row) => [row.id, row]));
  const opened = new Map<string, OnPage>();
  for (const patient of patients) {
    const row = found.get(patient.shareId);
    if (row === undefined) continue;
    const { userId, at } = row;
    const review = userId === null || at === null ? null : { userId, at };
    opened.set(patient.patientId, { name: nameIn(row.words, patient, await keyOf(patient)), review });
  }
  return opened;
}

interface PageRow {
  readonly id: string;
  readonly words: string;
  readonly userId: string | null;
  readonly at: number | null;
}
