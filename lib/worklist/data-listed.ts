import type { Transaction } from "@/lib/db/client";
import { ListMemory } from "./list-memory";
import { type ListedPatient, type ListedRow, patientOf } from "./listed-patient";
import { pairsIn } from "./pairs";

/** A clinic's patients now. */
interface Listed {
  readonly patients: readonly ListedPatient[];
  /** Of all shares and their terms together, before the patients were read: another as soon as any of them is. */
  readonly terms: string;
}

/** A clinic's patients as they were read, and what to ask the database to find out whether that still holds. */
interface KeptList {
  /** Of the shares of these patients and their terms together. */
  readonly terms: string;
  /** Whatever was committed before it is in the rows. */
  readonly snapshot: string;
  readonly rows: Rows;
  readonly patients: readonly ListedPatient[];
}

/** By the ids of the patients; the version is the share's. */
type Rows = ReadonlyMap<string, { readonly version: string; readonly patient: ListedPatient }>;

const memory = new ListMemory<KeptList>();

/**
 * Everybody who shares with the clinic that the transaction is about: who that is, and on which terms, is decided by
 * row-level security in the very moment. Only rows that are another than the last time are sent; where none is, the answer is
 * the very array of the last time.
 */
export async function listedPatients(tx: Transaction, clinicId: string): Promise<Listed> {
  const known = memory.find(clinicId);
  const now = await termsNow(tx, known?.snapshot ?? null);
  const list =
    known?.terms === now.terms && now.changed.length === 0 ? known : await readAgain(tx, known, now);
  memory.keep(clinicId, { ...list, snapshot: now.snapshot });
  return { patients: list.patients, terms: now.terms };
}

interface TermsNow {
  readonly terms: string;
  readonly snapshot: string;
  /** Whose row is another since the snapshot that was named, by their ids, for another reason than their share. */
  readonly changed: readonly string[];
}

/** One statement, so that whoever writes meanwhile is in all of it or in none. Without a snapshot nobody is known to have changed. */
async function termsNow(tx: Transaction, since: string | null): Promise<TermsNow> {
  const [now] = await tx.$queryRaw<
    [{ count: number; versions: bigint | null; snapshot: string; changed: string | null }]
  >`
    SELECT count(*)::int AS count, bit_xor(share_version(id, scope, window_from, window_days, expires_at)) AS versions,
      pg_current_snapshot()::text AS snapshot, (
        SELECT string_agg(c.patient_id::text, ' ') FROM listed_change AS c
        WHERE c.written_by >= pg_snapshot_xmin(${since}::pg_snapshot)::text::bigint
          AND NOT pg_visible_in_snapshot(c.written_by::text::xid8, ${since}::pg_snapshot)) AS changed
    FROM current_clinic_shares()`;
  return {
    terms: termsIn(now.count, now.versions ?? 0n),
    snapshot: now.snapshot,
    changed: now.changed?.split(" ") ?? [],
  };
}

/** The `terms` of the list now, without its patients. */
export async function listedTerms(tx: Transaction): Promise<string> {
  return (await termsNow(tx, null)).terms;
}

const termsIn = (count: number, versions: bigint) => `${count} ${versions}`;

/** The same of rows that were read: where a share changed between two statements, the next list finds that out. */
function termsOf(rows: Rows): string {
  let versions = 0n;
  for (const { version } of rows.values()) versions ^= BigInt(version);
  return termsIn(rows.size, versions);
}

/** The list of which something is another than what is known; what is not is left as it is. */
async function readAgain(
  tx: Transaction,
  known: KeptList | null,
  { terms, changed }: TermsNow,
): Promise<Omit<KeptList, "snapshot">> {
  const before: Rows = known?.rows ?? new Map();
  const versions = known?.terms === terms ? null : await versionsOf(tx);
  const toRead = new Set(changed);
  for (const [id, version] of versions ?? []) if (before.get(id)?.version !== version) toRead.add(id);
  // Whose share ended meanwhile is not among them.
  const rows = new Map(await rowsOf(tx, [...toRead]));
  for (const [id, row] of before) if (!toRead.has(id) && (versions?.has(id) ?? true)) rows.set(id, row);
  return { terms: termsOf(rows), rows, patients: [...rows.values()].map(({ patient }) => patient) };
}

/** One of them; null for whoever is not. */
export async function listedPatient(tx: Transaction, patientId: string): Promise<ListedPatient | null> {
  return (await rowsOf(tx, [patientId])).get(patientId)?.patient ?? null;
}

/** By the ids of the patients. As one text: of thousands of rows, each would show on its way. */
async function versionsOf(tx: Transaction): Promise<ReadonlyMap<string, string>> {
  const [list] = await tx.$queryRaw<{ versions: string | null }[]>`
    SELECT string_agg(patient_id || ' ' || share_version(id, scope, window_from, window_days, expires_at), ' ') AS versions
    FROM current_clinic_shares()`;
  return new Map(pairsIn(list?.versions ?? null));
}

/** Instants come as numbers and ids as text: of thousands of rows each conversion by the driver would show. */
async function rowsOf(tx: Transaction, patientIds: readonly string[]): Promise<Rows> {
  if (patientIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<(ListedRow & { readonly version: string })[]>`
    SELECT patient_id::text AS "patientId", share_id::text AS "shareId", scope, window_from::text AS "windowFrom",
      window_days AS "windowDays", (extract(epoch FROM expires_at) * 1000)::float8 AS "expiresAt", targets,
      site_id::text AS "siteId", array_to_string(tag_ids, ' ') AS "tagIds", status, newest_offset_minutes AS "offset", wrapped,
      revision, format, is_counted AS "isCounted", reviewed_by::text AS "reviewedBy",
      (extract(epoch FROM reviewed_at) * 1000)::float8 AS "reviewedAt", version::text AS version
    FROM clinic_listed WHERE patient_id = ANY(${patientIds}::uuid[])`;
  return new Map(rows.map(({ version, ...row }) => [row.patientId, { version, patient: patientOf(row) }]));
}
