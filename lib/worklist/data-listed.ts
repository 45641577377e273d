import { TARGETS, type Targets } from "@/lib/clinics/schema";
import type { Instant } from "@/lib/clock";
import type { DataKey } from "@/lib/crypto/data-key";
import { UnsealError } from "@/lib/crypto/errors";
import type { Transaction } from "@/lib/db/client";
import { parseLocalDate } from "@/lib/glucose/local-time";
import { createLogger } from "@/lib/log";
import { unwrapPatientKey } from "@/lib/patients/keys";
import type { PatientAggregates } from "@/lib/reports/aggregates-codec";
import { openSummary } from "@/lib/reports/data-summary";
import type { DataWindow, ShareScope } from "@/lib/sharing/schema";
import { openOwnerWords } from "@/lib/sharing/sealed-share";
import type { ListClinic } from "./data-clinic";
import type { NewestReview } from "./data-reviews";
import { readSealed } from "./data-sealed";
import type { ConnectionState } from "./row";
import type { SummaryVersion } from "./sealed-memory";
import type { Known } from "./standing";

const log = createLogger({ part: "worklist" });

/** A patient who shares with a clinic, as far as no seal has to be broken. */
export interface ListedPatient {
  readonly patientId: string;
  readonly shareId: string;
  readonly scope: ShareScope;
  readonly window: DataWindow;
  readonly expiresAt: Instant | null;
  /** What was chosen for this patient; null: the clinic's default. */
  readonly chosenTargets: Targets | null;
  readonly siteId: string | null;
  readonly tagIds: readonly string[];
  readonly connection: ConnectionState;
  /** Of the wall clock that the newest readings were shown on. */
  readonly displayOffsetMinutes: number;
  readonly wrappedKey: string;
  readonly revision: number;
  readonly format: number;
  /** Null while nothing was computed. */
  readonly summary: Uint8Array | null;
}

interface ListedRow {
  readonly patientId: string;
  readonly shareId: string;
  readonly scope: string;
  readonly windowFrom: string | null;
  readonly windowDays: number | null;
  readonly expiresAt: number | null;
  readonly targets: string | null;
  readonly siteId: string | null;
  readonly tagIds: string | null;
  readonly status: string | null;
  readonly offset: number | null;
  readonly connectedAt: number | null;
  readonly wrapped: string;
  readonly revision: number | null;
  readonly format: number | null;
  readonly isCounted: boolean;
}

/**
 * Everybody who shares with the clinic that the transaction is about, or one of them, in one statement: who that is, is
 * decided by row-level security in the very moment (`current_clinic_shares`). Instants come as numbers and ids as text: of
 * thousands of rows each conversion by the driver would show. Summaries that did not change since are not sent again.
 */
export async function listedPatients(
  tx: Transaction,
  { labelIds }: ListClinic,
  patientId: string | null = null,
): Promise<ListedPatient[]> {
  const rows = await tx.$queryRaw<ListedRow[]>`
    SELECT s.patient_id::text AS "patientId", s.id::text AS "shareId", s.scope, s.window_from::text AS "windowFrom",
      s.window_days AS "windowDays", (extract(epoch FROM s.expires_at) * 1000)::float8 AS "expiresAt",
      p.targets, p.site_id::text AS "siteId", array_to_string(p.tag_ids, ' ') AS "tagIds",
      c.status, c.newest_offset_minutes AS "offset", extract(epoch FROM c.connected_at)::float8 AS "connectedAt",
      k.wrapped, g.revision, g.format, g.sealed IS NOT NULL AS "isCounted"
    FROM current_clinic_shares() AS s
    JOIN keys.patient_key AS k ON k.patient_id = s.patient_id
    LEFT JOIN glucose_summary AS g ON g.patient_id = s.patient_id
    LEFT JOIN clinic_patient AS p ON p.clinic_id = s.clinic_id AND p.patient_id = s.patient_id
    LEFT JOIN connection AS c ON c.patient_id = s.patient_id
    WHERE ${patientId}::uuid IS NULL OR s.patient_id = ${patientId}::uuid`;
  const newest = ofNewestConnections(rows);
  const sealed = await readSealed(tx, newest.map(versionOf));
  return newest.map((row, i) => patientOf(row, labelIds, sealed[i] ?? null));
}

/** One row for each patient: whoever connected more than once stands as they do now. */
function ofNewestConnections(rows: readonly ListedRow[]): ListedRow[] {
  const newest = new Map<string, ListedRow>();
  for (const row of rows) {
    const other = newest.get(row.patientId);
    if (other === undefined || (other.connectedAt ?? 0) < (row.connectedAt ?? 0))
      newest.set(row.patientId, row);
  }
  return [...newest.values()];
}

function versionOf({ patientId, revision, format, isCounted }: ListedRow): SummaryVersion | null {
  return isCounted && revision !== null && format !== null ? { patientId, revision, format } : null;
}

function patientOf(row: ListedRow, labels: ReadonlySet<string>, summary: Uint8Array | null): ListedPatient {
  return {
    patientId: row.patientId,
    shareId: row.shareId,
    scope: row.scope === "summary" ? "summary" : "reports",
    window: windowIn(row.windowFrom, row.windowDays),
    expiresAt: row.expiresAt,
    chosenTargets: TARGETS.find((known) => known === row.targets) ?? null,
    siteId: row.siteId,
    tagIds: row.tagIds ? row.tagIds.split(" ").filter((id) => labels.has(id)) : NO_TAGS,
    connection: connectionIn(row.status),
    displayOffsetMinutes: row.offset ?? 0,
    wrappedKey: row.wrapped,
    revision: row.revision ?? 0,
    format: row.format ?? 0,
    summary,
  };
}

const NO_TAGS: readonly string[] = [];
const ALL: DataWindow = { kind: "all" };

function windowIn(from: string | null, days: number | null): DataWindow {
  if (days !== null) return { kind: "days", days };
  const date = from === null ? null : parseLocalDate(from);
  return date === null ? ALL : { kind: "from", date };
}

/** How a connection stands, by its row; an import that goes on is one that works. */
function connectionIn(status: string | null): ConnectionState {
  if (status === null) return "none";
  if (status === "reconnect_needed") return "broken";
  return status === "disconnected" ? "disconnected" : "active";
}

/** What is known of a patient, opened. */
export async function knownOf(
  patient: ListedPatient,
  defaultTargets: Targets,
  now: { readonly availableUntil: Instant },
): Promise<Known> {
  const { patientId, chosenTargets, displayOffsetMinutes, connection } = patient;
  const aggregates = aggregatesOf(patient, await keyOf(patient), now);
  return {
    patientId,
    targets: chosenTargets ?? defaultTargets,
    days: aggregates?.days ?? null,
    newestReadingAt: aggregates?.newestReadingAt ?? null,
    displayOffsetMinutes,
    connection,
  };
}

function keyOf({ patientId, wrappedKey }: ListedPatient): Promise<DataKey> {
  return unwrapPatientKey(patientId, wrappedKey);
}

/**
 * What was counted for a patient; null while nothing was. A summary that somebody changed is none, and the log says so: one
 * patient's row must not keep a clinic from all others.
 */
function aggregatesOf(
  { patientId, revision, format, summary }: ListedPatient,
  key: DataKey,
  now: { readonly availableUntil: Instant },
): PatientAggregates | null {
  try {
    return openSummary({ patientId, revision, format, sealed: summary }, key, now);
  } catch (error) {
    if (!(error instanceof UnsealError)) throw error;
    log.error("summary.does-not-open", { patientId });
    return null;
  }
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
    opened.set(patient.patientId, { name: await nameIn(row.words, patient), review });
  }
  return opened;
}

interface PageRow {
  readonly id: string;
  readonly words: string;
  readonly userId: string | null;
  readonly at: number | null;
}

/** The names of everybody in a list, by their ids. */
export async function namesOf(
  tx: Transaction,
  patients: readonly ListedPatient[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; words: string }[]>`
    SELECT id::text, encode(owner_sealed, 'hex') AS words FROM current_clinic_shares()`;
  const words = new Map(rows.map((row) => [row.id, row.words]));
  const names = new Map<string, string>();
  for (const patient of patients) {
    const sealed = words.get(patient.shareId);
    if (sealed !== undefined) names.set(patient.patientId, await nameIn(sealed, patient));
  }
  return names;
}

async function nameIn(words: string, patient: ListedPatient): Promise<string> {
  return openOwnerWords(Buffer.from(words, "hex"), patient.shareId, await keyOf(patient)).patientName;
}
