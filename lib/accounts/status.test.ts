import { describe, expect, it } from "vitest";
import { type Account, mayRemove, waysIn } from "./status";

const NOBODY: Account = { name: null, email: null, hasDexcom: false, hasOidc: false, passkeys: 0 };
const EMAIL = { address: "ana@clinic.example", confirmedAt: 0 };

describe("the ways in of somebody", () => {
  it("are what they can sign in with, passkeys as one of them", () => {
    expect(waysIn(NOBODY)).toEqual([]);
    expect(waysIn({ ...NOBODY, passkeys: 3 })).toEqual(["passkey"]);
    expect(waysIn({ name: null, email: EMAIL, hasDexcom: true, hasOidc: true, passkeys: 1 })).toEqual([
      "dexcom",
      "email",
      "oidc",
      "passkey",
    ]);
  });

  it("go while another is left: a passkey beside another passkey, an address beside a passkey", () => {
    expect(mayRemove({ ...NOBODY, passkeys: 1 }, "passkey")).toBe(false);
    expect(mayRemove({ ...NOBODY, passkeys: 2 }, "passkey")).toBe(true);
    expect(mayRemove({ ...NOBODY, hasDexcom: true, passkeys: 1 }, "passkey")).toBe(true);
    expect(mayRemove({ ...NOBODY, email: EMAIL, passkeys: 1 }, "email")).toBe(true);
    expect(mayRemove({ ...NOBODY, email: EMAIL }, "email")).toBe(false);
    expect(mayRemove({ ...NOBODY, hasDexcom: true }, "passkey")).toBe(false);
  });
});
