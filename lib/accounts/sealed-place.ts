import { z } from "zod";
import type { DataKey } from "@/lib/crypto/data-key";
import { type SealContext, seal, unseal } from "@/lib/crypto/seal";

/** From where somebody comes, as coarse as it can be and still be recognised. */
const place = z.strictObject({
  /** The browser's family, such as "Firefox"; null when it does not say. */
  browser: z.string().max(40).nullable(),
  /** The system's family, such as "Android". */
  system: z.string().max(40).nullable(),
  /** The network, never the address: 192.0.2.0/24 or 2001:db8:1::/48. */
  network: z.string().max(64).nullable(),
});
export type Place = z.output<typeof place>;

/** Of what it is the place: a session under its person's key, a visit by a link under the patient's. */
type PlaceOwner =
  | readonly [purpose: "session-place", sessionId: string]
  | readonly [purpose: "visit-place", visitId: string];

/** Sealed for this session or visit only. */
export function sealPlace(where: Place, owner: PlaceOwner, { key }: DataKey): Buffer<ArrayBuffer> {
  return seal(Buffer.from(JSON.stringify(where), "utf8"), key, owner satisfies SealContext);
}

/** Throws `UnsealError` for what was changed or moved. */
export function openPlace(sealed: Uint8Array, owner: PlaceOwner, { key }: DataKey): Place {
  return place.parse(JSON.parse(unseal(sealed, key, owner satisfies SealContext).toString("utf8")));
}
