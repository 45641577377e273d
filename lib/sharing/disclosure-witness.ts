import { z } from "zod";

/** Who looked, as they were known at that moment, for whom and from where: sealed under the patient's key. */
export const disclosureWitness = z.strictObject({
  name: z.string(),
  /** The clinic on whose behalf; rows from before there were clinics say nothing of it. */
  clinic: z.string().nullable().default(null),
  /** The network, never the address; null where it is not known. */
  network: z.string().nullable(),
});
export type DisclosureWitness = z.output<typeof disclosureWitness>;
