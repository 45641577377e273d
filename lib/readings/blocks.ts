import type { DataKey } from "@/lib/crypto/data-key";
import { type SealContext, seal, unseal } from "@/lib/crypto/seal";
import type { EgvColumns } from "@/lib/glucose/egv-columns";
import { BLOCK_FORMAT, decodeBlock, decodeEgvBlocks, encodeBlock } from "./codec";
import type { RecordKind, RecordOf } from "./schema";

/** Where a block stands. It opens for this patient, source, kind, day, format and revision and for nothing else. */
export interface BlockPlace {
  readonly patientId: string;
  readonly source: string;
  readonly kind: RecordKind;
  /** UTC day, `YYYY-MM-DD`. */
  readonly day: string;
  readonly revision: number;
}

export interface SealedBlock {
  readonly format: number;
  readonly sealed: Uint8Array;
}

function contextOf({ patientId, source, kind, day, revision }: BlockPlace, format: number): SealContext {
  return ["day-block", patientId, source, kind, day, format, revision];
}

export function sealBlock<K extends RecordKind>(
  place: BlockPlace & { readonly kind: K },
  records: readonly RecordOf[K][],
  { key }: DataKey,
): Uint8Array {
  return seal(encodeBlock(place.kind, records), key, contextOf(place, BLOCK_FORMAT));
}

/** Throws `UnsealError` when the block was changed or moved: tampering never turns into data. */
export function openBlock<K extends RecordKind>(
  place: BlockPlace & { readonly kind: K },
  { format, sealed }: SealedBlock,
  { key }: DataKey,
): RecordOf[K][] {
  return decodeBlock(place.kind, format, unseal(sealed, key, contextOf(place, format)));
}

/** `openBlock` for blocks of EGVs, in columns, one after the other. */
export function openEgvBlocks(
  blocks: readonly { readonly place: BlockPlace; readonly sealed: SealedBlock }[],
  { key }: DataKey,
): EgvColumns {
  return decodeEgvBlocks(
    blocks.map(({ place, sealed: { format, sealed } }) => ({
      format,
      bytes: unseal(sealed, key, contextOf(place, format)),
    })),
  );
}
