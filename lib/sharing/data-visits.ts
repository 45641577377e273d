import { openPlace } from "@/lib/accounts/sealed-place";
import type { DataKey } from "@/lib/crypto/data-key";
import type { Transaction } from "@/lib/db/client";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import { GLUCOSE_UNITS, type GlucoseUnit } from "@/lib/format/unit";
import { hashToken } from "@/lib/ids";
import { refused } from "@/lib/refusals";
import type { PatientAccess } from "./policy";
import { type FoundShare, type WindowRow, windowOf } from "./share-row";
import type { LinkUse } from "./status";

/** A visit by a link, and the share that it rests on. */
export interface FoundVisit {
  readonly visitId: string;
  /** Active as long as both go on: the share, and the visit itself. */
  readonly share: FoundShare;
}

/** The visit of a browser to this patient; null when it never opened a link of theirs. Asked as `system:sharing`. */
export async function findVisit(
  tx: Transaction,
  { visitToken, patientId }: { readonly visitToken: string; readonly patientId: string },
): Promise<FoundVisit | null> {
  type Row = WindowRow & Omit<FoundShare, "window" | "clinic"> & { readonly visitId: string };
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT v.id AS "visitId", s.id, s.scope, s.with_events AS "withEvents", s.with_notes AS "withNotes",
      s.window_from AS "windowFrom", s.window_days AS "windowDays",
      s.state = 'active' AND s.expires_at > clock_timestamp() AND v.expires_at > clock_timestamp() AS "isActive"
    FROM link_visit AS v JOIN share AS s ON s.id = v.share_id
    WHERE v.token_hash = ${hashToken(visitToken)} AND v.patient_id = ${patientId}::uuid`;
  if (!row) return null;
  const { visitId, windowFrom, windowDays, ...share } = row;
  return { visitId, share: { ...share, window: windowOf({ windowFrom, windowDays }), clinic: null } };
}

/** The unit in which a visit reads. */
export async function visitUnit(
  access: PatientAccess,
  options: TransactionOptions = {},
): Promise<GlucoseUnit> {
  access.demand("read");
  return inPatientTransaction(
    access,
    async (tx) => {
      // Row-level security shows a visit itself, and no other.
      const visit = await tx.linkVisit.findFirst({ select: { glucoseUnit: true } });
      if (visit === null) throw refused("share-ended");
      return GLUCOSE_UNITS.find((unit) => unit === visit.glucoseUnit) ?? "mg/dL";
    },
    options,
  );
}

/** How a link was used, with every opening. The transaction is its owner's. */
export async function linkUse(tx: Transaction, shareId: string, key: DataKey): Promise<LinkUse> {
  const { opensMax, opensUsed } = await tx.shareLink.findUniqueOrThrow({
    where: { shareId },
    select: { opensMax: true, opensUsed: true },
  });
  const visits = await tx.linkVisit.findMany({
    where: { shareId },
    orderBy: [{ openedAt: "desc" }, { id: "asc" }],
    select: { id: true, openedAt: true, sealed: true },
  });
  const openings = visits.map(({ id, openedAt, sealed }) => ({
    id,
    at: openedAt.getTime(),
    ...openPlace(sealed, ["visit-place", id], key),
  }));
  return { opensMax, opensUsed, openings };
}
