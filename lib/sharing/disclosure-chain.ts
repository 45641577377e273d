import { lookupValue } from "@/lib/crypto/lookup";

/** What a row's HMAC vouches for. */
export interface ChainedRow {
  readonly id: string;
  readonly patientId: string;
  readonly seq: number;
  readonly at: Date;
  readonly viewer: string;
  /** Null for the owner's own export. */
  readonly shareId: string | null;
  /** Null for whoever looked for themselves. */
  readonly clinicId: string | null;
  readonly channel: string;
  readonly what: string;
  readonly dayFrom: Date | null;
  readonly dayTo: Date | null;
  readonly sealed: Uint8Array;
}

/** A row as it stands in the chain. */
export interface ChainLink extends ChainedRow {
  readonly mac: string;
}

/** Where a chain stands: its newest row's number and HMAC. */
export interface ChainEnd {
  readonly seq: number;
  readonly mac: string;
}

/** Before the first row. */
export const CHAIN_START: ChainEnd = { seq: 0, mac: "" };

/** HMAC-SHA-256 under LOOKUP_KEY, which is outside of the database, over every field and the row before. */
export function disclosureMac(row: ChainedRow, before: string): string {
  return lookupValue("disclosure", [
    before,
    row.id,
    row.patientId,
    String(row.seq),
    row.at.toISOString(),
    row.viewer,
    row.shareId ?? "",
    row.channel,
    row.what,
    row.dayFrom?.toISOString() ?? "",
    row.dayTo?.toISOString() ?? "",
    Buffer.from(row.sealed).toString("base64url"),
    // Rows from before there were clinics have none, and vouch for what they did: a longer list is never a shorter one.
    ...(row.clinicId === null ? [] : [row.clinicId]),
  ]);
}

/**
 * `missing`: rows are not there. `changed`: a row is not what was written, or not where it was written. `end`: the chain
 * goes on behind its recorded end, or that end is another.
 */
export type ChainFaultKind = "missing" | "changed" | "end";

export interface ChainFault {
  readonly kind: ChainFaultKind;
  /** The numbers of the rows that it is about, first and last. */
  readonly from: number;
  readonly to: number;
}

/** What is wrong with a row that comes after `before`; null when it follows. */
export function linkFault(row: ChainLink, before: ChainEnd): ChainFault | null {
  // Without the row before, the HMAC of this one cannot be computed: one fault is enough to look closer.
  if (row.seq !== before.seq + 1) return { kind: "missing", from: before.seq + 1, to: row.seq - 1 };
  if (disclosureMac(row, before.mac) === row.mac) return null;
  return { kind: "changed", from: row.seq, to: row.seq };
}

/** What is wrong with a chain whose last row is `last` and whose recorded end is `head`; null when they agree. */
export function endFault(last: ChainEnd, head: ChainEnd | null): ChainFault | null {
  if (head === null) return { kind: "end", from: last.seq, to: last.seq };
  if (head.seq > last.seq) return { kind: "missing", from: last.seq + 1, to: head.seq };
  if (head.seq === last.seq && head.mac === last.mac) return null;
  return { kind: "end", from: head.seq, to: last.seq };
}
