import { lookupValue } from "@/lib/crypto/lookup";

/** Under the look-up key: a stolen table does not give a passcode of eight characters away. */
export function passcodeHash(shareId: string, passcode: string): string {
  return lookupValue("link-passcode", [shareId, passcode]);
}
