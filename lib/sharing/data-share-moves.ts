import { AUDIT_DETAILS } from "@/lib/audit/schema";
import type { Instant } from "@/lib/clock";
import { inPatientTransaction, type TransactionOptions } from "@/lib/db/context";
import type { PatientAccess } from "./policy";
import type { ShareMove } from "./status";

/** More than anybody makes between two looks. */
const MOVES_MAX = 200;

/** What happened to a patient's shares in a time, half-open and open where it is null; newest first. */
export async function shareMovesOf(
  access: PatientAccess,
  { from, to }: { readonly from: Instant | null; readonly to: Instant | null },
  options: TransactionOptions = {},
): Promise<readonly ShareMove[]> {
  access.demand("share");
  const { patientId, actor: reader } = access;
  return inPatientTransaction(
    access,
    async (tx) => {
      const rows = await tx.auditEvent.findMany({
        where: {
          patientId,
          action: { startsWith: "share." },
          AND: [
            ...(from === null ? [] : [{ at: { gte: new Date(from) } }]),
            ...(to === null ? [] : [{ at: { lt: new Date(to) } }]),
          ],
        },
        orderBy: [{ at: "desc" }, { id: "asc" }],
        take: MOVES_MAX,
        select: { id: true, at: true, actor: true, action: true, detail: true },
      });
      return rows.map(({ id, at, actor, action, detail }) => {
        const move = MOVES.find((known) => known === action);
        if (move === undefined) throw new Error("The log tells of a move that no share makes.");
        const { shareId, reason } = { reason: null, ...AUDIT_DETAILS[move].parse(detail) };
        return {
          id,
          at: at.getTime(),
          action: move,
          shareId,
          reason,
          isOwners: actor === reader,
        } satisfies ShareMove;
      });
    },
    options,
  );
}

const MOVES = [
  "share.offered",
  "share.renewed",
  "share.redeemed",
  "share.activated",
  "share.changed",
  "share.opened",
  "share.ended",
] as const;
