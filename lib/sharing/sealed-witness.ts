import type { DataKey } from "@/lib/crypto/data-key";
import { type SealContext, seal, unseal } from "@/lib/crypto/seal";
import { type DisclosureWitness, disclosureWitness } from "./disclosure-witness";

const disclosureContext = (id: string): SealContext => ["disclosure", id];

export const sealWitness = (witness: DisclosureWitness, id: string, { key }: DataKey) =>
  seal(Buffer.from(JSON.stringify(witness), "utf8"), key, disclosureContext(id));

export const openWitness = (sealed: Uint8Array, id: string, { key }: DataKey): DisclosureWitness =>
  disclosureWitness.parse(JSON.parse(unseal(sealed, key, disclosureContext(id)).toString("utf8")));
