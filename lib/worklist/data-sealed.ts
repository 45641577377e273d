import type { Transaction } from "@/lib/db/client";
import { SealedMemory, type SummaryVersion } from "./sealed-memory";

const memory = new SealedMemory();

/** So many rows are a few megabytes on their way: enough for one statement, little enough for several readers at once. */
const ROWS_PER_STATEMENT = 1_000;

/**
 * The sealed summaries of these patients, in their order: from memory where it has this very revision, else from the
 * database. Null for whom nothing was counted, and where it was counted anew since the revision was read: that one will be
 * there at the next look.
 */
export async function readSealed(
  tx: Transaction,
  versions: readonly (SummaryVersion | null)[],
): Promise<readonly (Uint8Array | null)[]> {
  const sealed = versions.map((version) => version && memory.find(version));
  const missing: { readonly at: number; readonly version: SummaryVersion }[] = [];
  versions.forEach((version, at) => {
    if (version !== null && sealed[at] === null) missing.push({ at, version });
  });
  for (let first = 0; first < missing.length; first += ROWS_PER_STATEMENT) {
    const part = missing.slice(first, first + ROWS_PER_STATEMENT);
    const read = await sealedRows(
      tx,
      part.map(({ version }) => version),
    );
    for (const { at, version } of part) {
      const bytes = read.get(keyOf(version));
      if (bytes === undefined) continue;
      memory.keep(version, bytes);
      sealed[at] = bytes;
    }
  }
  return sealed;
}

async function sealedRows(
  tx: Transaction,
  versions: readonly SummaryVersion[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  // As text: the driver would make an array of numbers of each byte string on its way.
  const rows = await tx.$queryRaw<(SummaryVersion & { readonly sealed: string })[]>`
    SELECT patient_id::text AS "patientId", revision, format, encode(sealed, 'hex') AS sealed FROM glucose_summary
    WHERE patient_id = ANY(${versions.map(({ patientId }) => patientId)}::uuid[]) AND sealed IS NOT NULL`;
  return new Map(rows.map((row) => [keyOf(row), Buffer.from(row.sealed, "hex")]));
}

function keyOf({ patientId, revision, format }: SummaryVersion): string {
  return `${patientId} ${revision} ${format}`;
}
