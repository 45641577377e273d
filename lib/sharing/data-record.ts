import type { Transaction } from "@/lib/db/client";
import { inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import type { ChainEnd, ChainLink } from "./disclosure-chain";

// What sealing and verifying read, of everybody and in parts: every read is one transaction, and one statement sees the
// rows and the end of a chain as they stood at one moment, while the app goes on writing.

/** No patient has this id; every other comes after it. */
const BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

const asVerifier = <T>(options: TransactionOptions, work: (tx: Transaction) => Promise<T>): Promise<T> =>
  inSystemTransaction("system:verifier", work, options);

/** The patient after this one, or the first, who has rows or an end of them; null after the last. */
export async function nextRecorded(
  previous: string | null,
  options: TransactionOptions = {},
): Promise<string | null> {
  const after = previous ?? BEFORE_ALL;
  return asVerifier(options, async (tx) => {
    const [next] = await tx.$queryRaw<{ patientId: string | null }[]>`
      SELECT least(
        (SELECT patient_id FROM disclosure_head WHERE patient_id > ${after}::uuid ORDER BY patient_id LIMIT 1),
        (SELECT patient_id FROM disclosure WHERE patient_id > ${after}::uuid ORDER BY patient_id LIMIT 1)
      ) AS "patientId"`;
    return next?.patientId ?? null;
  });
}

/** A part of a chain. */
export interface ChainPart {
  /** Null where the chain has no recorded end. */
  readonly head: ChainEnd | null;
  readonly rows: readonly ChainLink[];
}

type PartRow = {
  readonly [Field in keyof ChainLink]: ChainLink[Field] | null;
} & { readonly headSeq: number | null; readonly headMac: string | null };

const NO_HEAD = { headSeq: null, headMac: null } as const;

/** So many rows after one of these numbers, and where the chain ends. */
export async function chainPart(
  {
    patientId,
    after,
    rowsMax,
  }: { readonly patientId: string; readonly after: number; readonly rowsMax: number },
  options: TransactionOptions = {},
): Promise<ChainPart> {
  const found = await asVerifier(
    options,
    (tx) => tx.$queryRaw<PartRow[]>`
      SELECT d.id, d.patient_id AS "patientId", d.seq, d.at, d.viewer, d.share_id AS "shareId", d.clinic_id AS "clinicId",
        d.channel, d.what, d.day_from AS "dayFrom", d.day_to AS "dayTo", d.sealed, d.mac, h.seq AS "headSeq", h.mac AS "headMac"
      FROM (SELECT ${patientId}::uuid AS patient_id) AS p
      LEFT JOIN disclosure_head AS h ON h.patient_id = p.patient_id
      LEFT JOIN LATERAL (
        SELECT * FROM disclosure WHERE patient_id = p.patient_id AND seq > ${after} ORDER BY seq LIMIT ${rowsMax}
      ) AS d ON true
      ORDER BY d.seq`,
  );
  const { headSeq: seq, headMac: mac } = found[0] ?? NO_HEAD;
  return {
    head: seq === null || mac === null ? null : { seq, mac },
    rows: found.filter((row): row is PartRow & ChainLink => row.id !== null),
  };
}

export interface RecordedHead extends ChainEnd {
  readonly patientId: string;
}

/** Where the chains of the next so many patients after this one end. */
export async function headsAfter(
  previous: string | null,
  headsMax: number,
  options: TransactionOptions = {},
): Promise<readonly RecordedHead[]> {
  return asVerifier(options, (tx) =>
    tx.disclosureHead.findMany({
      where: { patientId: { gt: previous ?? BEFORE_ALL } },
      orderBy: { patientId: "asc" },
      take: headsMax,
      select: { patientId: true, seq: true, mac: true },
    }),
  );
}

/** Up to which row each of these records was sealed at last. */
export async function sealedUpTo(
  patientHashes: readonly string[],
  options: TransactionOptions = {},
): Promise<ReadonlyMap<string, number>> {
  return asVerifier(options, async (tx) => {
    const seals = await tx.recordSeal.groupBy({
      by: ["patientHash"],
      where: { patientHash: { in: [...patientHashes] } },
      _max: { seq: true },
    });
    return new Map(seals.map(({ patientHash, _max }) => [patientHash, _max.seq ?? 0]));
  });
}

/** A day's seal of a record, as it lies beside the keys. */
export interface StoredSeal extends ChainEnd {
  /** The UTC day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly patientHash: string;
  readonly signature: string;
}

/** The next so many seals, by day and patient. */
export async function sealsAfter(
  after: Pick<StoredSeal, "day" | "patientHash"> | null,
  sealsMax: number,
  options: TransactionOptions = {},
): Promise<readonly StoredSeal[]> {
  return asVerifier(options, async (tx) => {
    const day = after && new Date(after.day);
    const seals = await tx.recordSeal.findMany({
      where:
        after && day
          ? { day: { gte: day }, OR: [{ day: { gt: day } }, { patientHash: { gt: after.patientHash } }] }
          : {},
      orderBy: [{ day: "asc" }, { patientHash: "asc" }],
      take: sealsMax,
      select: { day: true, patientHash: true, seq: true, mac: true, signature: true },
    });
    return seals.map((seal) => ({ ...seal, day: seal.day.toISOString().slice(0, 10) }));
  });
}

/** The HMACs of rows, found again by patient and number: `<patient id> <number>`. */
export async function macsOf(
  rows: readonly { readonly patientId: string; readonly seq: number }[],
  options: TransactionOptions = {},
): Promise<ReadonlyMap<string, string>> {
  return asVerifier(options, async (tx) => {
    const found = await tx.$queryRaw<{ at: string; mac: string }[]>`
      SELECT d.patient_id || ' ' || d.seq AS at, d.mac
      FROM unnest(${rows.map(({ patientId }) => patientId)}::uuid[], ${rows.map(({ seq }) => seq)}::int[])
        AS w(patient_id, seq)
      JOIN disclosure AS d ON d.patient_id = w.patient_id AND d.seq = w.seq`;
    return new Map(found.map(({ at, mac }) => [at, mac]));
  });
}

export interface StoredTombstone extends ChainEnd {
  readonly patientHash: string;
  readonly signature: string;
}

/** What erasures left of these records. */
export async function tombstonesOf(
  patientHashes: readonly string[],
  options: TransactionOptions = {},
): Promise<ReadonlyMap<string, StoredTombstone>> {
  return asVerifier(options, async (tx) => {
    const stones = await tx.recordTombstone.findMany({
      where: { patientHash: { in: [...patientHashes] } },
      select: { patientHash: true, seq: true, mac: true, signature: true },
    });
    return new Map(stones.map((stone) => [stone.patientHash, stone]));
  });
}
