import type { Transaction } from "@/lib/db/client";

/** Which writing of whose summary. */
export interface SummaryVersion {
  readonly patientId: string;
  readonly revision: number;
  readonly format: number;
}

/**
 * The sealed summaries of these patients in just these revisions, by their ids. Who was counted anew since the revision was
 * read is left out: that one will be there at the next look.
 */
export async function sealedSummaries(
  tx: Transaction,
  versions: readonly SummaryVersion[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (versions.length === 0) return new Map();
  // As text: the driver would make an array of numbers of each byte string on its way.
  const rows = await tx.$queryRaw<(SummaryVersion & { readonly sealed: string })[]>`
    SELECT patient_id::text AS "patientId", revision, format, encode(sealed, 'hex') AS sealed FROM glucose_summary
    WHERE patient_id = ANY(${versions.map(({ patientId }) => patientId)}::uuid[]) AND sealed IS NOT NULL`;
  const read = new Map(rows.map((row) => [row.patientId, row]));
  const sealed = new Map<string, Uint8Array>();
  for (const { patientId, revision, format } of versions) {
    const row = read.get(patientId);
    if (row?.revision === revision && row.format === format)
      sealed.set(patientId, Buffer.from(row.sealed, "hex"));
  }
  return sealed;
}
