import { recordHash, sealSignature, tombstoneSignature } from "@/lib/audit/record-seal";
import type { TransactionOptions } from "@/lib/db/context";
import { chainPart, macsOf, nextRecorded, type StoredSeal, sealsAfter, tombstonesOf } from "./data-record";
import { CHAIN_START, type ChainEnd, type ChainFaultKind, endFault, linkFault } from "./disclosure-chain";

const ROWS_MAX = 1_000;
const SEALS_MAX = 500;

/**
 * `forged-seal`, `forged-tombstone`: not signed by us. `broken-seal`: the row that was sealed is gone or another.
 * `gone`: a record was sealed, is there no more, and nobody was erased.
 */
type SealFaultKind = "forged-seal" | "broken-seal" | "gone" | "forged-tombstone";

/** What is wrong, and where; a patient is named by a hash only. */
export type RecordFault =
  | {
      readonly kind: ChainFaultKind;
      readonly patientHash: string;
      readonly from: number;
      readonly to: number;
    }
  | {
      readonly kind: SealFaultKind;
      readonly patientHash: string;
      readonly day: string;
      readonly seq: number;
    };

export interface VerifiedRecord {
  readonly rows: number;
  readonly chains: number;
  readonly seals: number;
  readonly faults: number;
}

interface VerifyOptions extends TransactionOptions {
  readonly onFault: (fault: RecordFault) => void;
  /** How many rows are in memory at a time. */
  readonly rowsMax?: number;
}

/**
 * Holds the whole record of who looked against what LOOKUP_KEY vouches for: every row, every chain's end, every day's seal.
 * The app may go on writing. What is kept in memory is one part of a chain, and a hash for each patient.
 */
export async function verifyRecord({ onFault, ...options }: VerifyOptions): Promise<VerifiedRecord> {
  const counted = { rows: 0, chains: 0, seals: 0, faults: 0 };
  const report = (fault: RecordFault) => {
    counted.faults += 1;
    onFault(fault);
  };
  const known: KnownPatients = new Map();
  for (let id = await nextRecorded(null, options); id !== null; id = await nextRecorded(id, options)) {
    known.set(recordHash(id), id);
    counted.rows += await verifyChain(id, report, options);
    counted.chains += 1;
  }
  let last: StoredSeal | null = null;
  do {
    const seals: readonly StoredSeal[] = await sealsAfter(last, SEALS_MAX, options);
    counted.seals += seals.length;
    for (const fault of await sealFaults(seals, known, options)) report(fault);
    last = seals.at(-1) ?? null;
  } while (last !== null);
  return counted;
}

/** Patients with a record, by their hash. */
type KnownPatients = Map<string, string>;

/** Returns how many rows a chain has. */
async function verifyChain(
  patientId: string,
  report: (fault: RecordFault) => void,
  { rowsMax = ROWS_MAX, ...options }: Omit<VerifyOptions, "onFault">,
): Promise<number> {
  const patientHash = recordHash(patientId);
  let last: ChainEnd = CHAIN_START;
  let count = 0;
  for (;;) {
    const { head, rows } = await chainPart({ patientId, after: last.seq, rowsMax }, options);
    for (const row of rows) {
      const fault = linkFault(row, last);
      if (fault) report({ ...fault, patientHash });
      last = row;
      count += 1;
    }
    if (rows.length === rowsMax) continue;
    const fault = endFault(last, head);
    if (fault && !(head === null && (await isGone(patientId, options)))) report({ ...fault, patientHash });
    return count;
  }
}

/** Whether somebody was erased since their chain was begun to be read. */
async function isGone(patientId: string, options: TransactionOptions): Promise<boolean> {
  const { head, rows } = await chainPart({ patientId, after: 0, rowsMax: 1 }, options);
  return head === null && rows.length === 0;
}

/** What is wrong with some days' seals. */
async function sealFaults(
  seals: readonly StoredSeal[],
  known: KnownPatients,
  options: TransactionOptions,
): Promise<RecordFault[]> {
  const tombstones = await tombstonesOf([...new Set(seals.map(({ patientHash }) => patientHash))], options);
  const isUnknown = ({ patientHash }: StoredSeal) => !known.has(patientHash) && !tombstones.has(patientHash);
  if (seals.some(isUnknown)) await learnNewPatients(known, options);
  const rowOf = ({ patientHash, seq }: StoredSeal) => {
    const patientId = known.get(patientHash);
    return patientId === undefined ? [] : [{ patientId, seq }];
  };
  const macs = await macsOf(seals.flatMap(rowOf), options);
  return seals.flatMap((seal): RecordFault[] => {
    const { day, patientHash, seq, mac, signature } = seal;
    const fault = (kind: SealFaultKind) => [{ kind, patientHash, day, seq }];
    if (signature !== sealSignature(day, patientHash, seal)) return fault("forged-seal");
    const [row] = rowOf(seal);
    if (row && macs.get(`${row.patientId} ${seq}`) === mac) return [];
    const stone = tombstones.get(patientHash);
    if (stone === undefined) return fault(row ? "broken-seal" : "gone");
    if (stone.signature !== tombstoneSignature(patientHash, stone)) return fault("forged-tombstone");
    const isExplained = stone.seq > seq || (stone.seq === seq && stone.mac === mac);
    return isExplained ? [] : fault("broken-seal");
  });
}

/** A chain that began, and was sealed, since the chains were read is no fault. */
async function learnNewPatients(known: KnownPatients, options: TransactionOptions): Promise<void> {
  for (let id = await nextRecorded(null, options); id !== null; id = await nextRecorded(id, options))
    known.set(recordHash(id), id);
}
