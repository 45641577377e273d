import { expect, test } from "vitest";
import { passkeySite } from "./passkey-settings";

const siteAt = (NEXTAUTH_URL: string) => passkeySite({ NEXTAUTH_URL });

test.each([
  ["https://hindsight.example", "hindsight.example"],
  ["https://hindsight.example:8443", "hindsight.example"],
  ["https://hindsight", "hindsight"],
  ["http://localhost:3000", "localhost"],
  ["http://hindsight.localhost:3000", "hindsight.localhost"],
])("passkeys of %s are bound to its name", (origin, rpId) => {
  expect(siteAt(origin)).toEqual({ rpId, origin });
});

test.each([
  "http://hindsight.example",
  "http://127.0.0.1:3000",
  "https://127.0.0.1",
  "https://192.0.2.7:8443",
  // A browser reads these as numbers, too.
  "https://0x7f.1",
  "https://[2001:db8::1]",
  "http://[::1]:3000",
  "http://localhost.example",
])("%s offers none: browsers would make none there", (origin) => {
  expect(siteAt(origin)).toBeNull();
});
