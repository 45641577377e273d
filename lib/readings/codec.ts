import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { type EgvColumns, egvsOf } from "@/lib/glucose/egv-columns";
import { decodeEgvDays, encodeEgvs } from "./egv-codec";
import { type RecordKind, type RecordOf, SPARSE_RECORDS } from "./schema";

/** Stored beside each block and part of what it is sealed to. A new layout gets a new number; old ones stay readable. */
export const BLOCK_FORMAT = 1;

// A day of one reading a minute with everything a person could enter is far below; a bomb is above.
const BLOCK_BYTES_MAX = 8 * 1024 * 1024;

/** The records of one kind and day as compressed bytes, to be sealed. */
export function encodeBlock<K extends RecordKind>(kind: K, records: readonly RecordOf[K][]): Buffer {
  const plain =
    kind === "egv"
      ? encodeEgvs(records as readonly RecordOf["egv"][])
      : Buffer.from(JSON.stringify(records), "utf8");
  return deflateRawSync(plain, { level: 9 });
}

export function decodeBlock<K extends RecordKind>(kind: K, format: number, bytes: Buffer): RecordOf[K][] {
  const which: RecordKind = kind;
  if (which === "egv") return egvsOf(decodeEgvBlocks([{ format, bytes }])) as RecordOf[K][];
  const plain = inflate(format, bytes);
  return z.array(SPARSE_RECORDS[which]).parse(JSON.parse(plain.toString("utf8"))) as RecordOf[K][];
}

/** Blocks of EGVs in columns, one after the other: for figures, which need no object for each reading. */
export function decodeEgvBlocks(
  blocks: readonly { readonly format: number; readonly bytes: Buffer }[],
): EgvColumns {
  return decodeEgvDays(blocks.map(({ format, bytes }) => inflate(format, bytes)));
}

function inflate(format: number, bytes: Buffer): Buffer {
  if (format !== BLOCK_FORMAT)
    throw new Error(`Day blocks of format ${format} are not known to this version.`);
  return inflateRawSync(bytes, { maxOutputLength: BLOCK_BYTES_MAX });
}
