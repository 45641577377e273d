import type { RecordFault, VerifiedRecord } from "@/lib/sharing/verify-record";

/** "<hash of the patient>, row 7: …": neither a name nor an id leaves the database with it. */
export function faultInWords(fault: RecordFault): string {
  return `${fault.patientHash}, ${placeOf(fault)}: ${SENTENCES[fault.kind]}`;
}

/** "12 records in 3 chains, 4 seals: all in order". */
export function verdictInWords({ rows, chains, seals, faults }: VerifiedRecord): string {
  const verdict = faults === 0 ? "all in order" : counted(faults, "fault");
  return `${counted(rows, "record")} in ${counted(chains, "chain")}, ${counted(seals, "seal")}: ${verdict}`;
}

const SENTENCES: Readonly<Record<RecordFault["kind"], string>> = {
  missing: "not there any more",
  changed: "changed, forged or moved since it was written",
  end: "the chain does not end where its recorded end says",
  "forged-seal": "the seal is not ours",
  "broken-seal": "what was sealed is gone or another",
  gone: "sealed, but the whole record is gone, and nobody was erased",
  "forged-tombstone": "the record is gone, and what should tell of an erasure is not ours",
};

function placeOf(fault: RecordFault): string {
  if ("day" in fault) return `sealed on ${fault.day} up to row ${fault.seq}`;
  const { from, to } = fault;
  return from === to ? `row ${from}` : `rows ${from} to ${to}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
