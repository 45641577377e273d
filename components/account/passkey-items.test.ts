import { expect, test } from "vitest";
import type { PasskeyView } from "@/lib/accounts/status";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { wordsFor } from "@/lib/i18n/words";
import { passkeyItems } from "./passkey-items";

const NOW = Date.parse("2026-11-10T20:00:00Z");
const LAPTOP: PasskeyView = {
  passkeyId: "0b8f2a5e",
  browser: "Firefox",
  system: "Linux",
  isBackedUp: false,
  createdAt: NOW - 7 * DAY_MS,
  lastUsedAt: NOW - 5 * MINUTE_MS,
};

const item = (passkey: PasskeyView, { locale = "en-US", displayOffsetMinutes = 0 } = {}) =>
  passkeyItems([passkey], { now: NOW, displayOffsetMinutes }, wordsFor(locale))[0];

test("a passkey is called after where it was made, with when, how lately used and where it is kept", () => {
  expect(item(LAPTOP)).toMatchObject({
    place: "Firefox on Linux",
    facts: "Added Nov 3, 2026 · last used 5 minutes ago · not backed up",
    what: "Firefox on Linux, added Nov 3, 2026",
    removeAction: "/api/account/passkeys/0b8f2a5e",
  });
  expect(item(LAPTOP, { locale: "es-MX" })?.facts).toContain("sin copia de seguridad");
});

test("one that was never used and whose place is not known says so", () => {
  const phone = { ...LAPTOP, browser: null, system: null, isBackedUp: true, lastUsedAt: null };
  expect(item(phone)).toMatchObject({
    place: "Unknown browser",
    facts: "Added Nov 3, 2026 · not used yet · backed up",
  });
});

test("the day is that of the person's own clock", () => {
  const late = { ...LAPTOP, createdAt: Date.parse("2026-11-03T23:30:00Z") };
  expect(item(late, { displayOffsetMinutes: 60 })?.facts).toContain("Added Nov 4, 2026");
});
