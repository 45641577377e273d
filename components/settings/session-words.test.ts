import { expect, it } from "vitest";
import type { SessionView } from "@/lib/auth/status";
import { MINUTE_MS } from "@/lib/clock";
import { wordsFor } from "@/lib/i18n/words";
import { sessionItems } from "./session-words";

const NOW = Date.parse("2026-11-10T20:00:00Z");
const AT = { now: NOW, displayOffsetMinutes: -360 };

const HERE: SessionView = {
  sessionId: "01890000-0000-4000-8000-000000000001",
  method: "dexcom",
  browser: "Firefox",
  system: "Linux",
  network: "192.0.2.0/24",
  startedAt: NOW - 65 * MINUTE_MS,
  lastSeenAt: NOW - 0.9 * MINUTE_MS,
  isCurrent: true,
};
const ELSEWHERE: SessionView = {
  ...HERE,
  method: "email",
  lastSeenAt: NOW - 5 * MINUTE_MS,
  isCurrent: false,
};

const itemOf = (session: SessionView, locale = "en-US") => sessionItems([session], AT, wordsFor(locale))[0];

it("the browser that asks is named as such, and is seen now", () => {
  expect(itemOf(HERE)).toMatchObject({
    place: "Firefox on Linux",
    here: "this browser",
    facts: ["Signed in with Dexcom · since Tue, Nov 10, 12:55 PM", "Network 192.0.2.0/24 · last seen now"],
    what: "Firefox on Linux, signed in Tue, Nov 10, 12:55 PM",
  });
});

it("another one says when it was seen last, and what ends it", () => {
  expect(itemOf(ELSEWHERE)).toMatchObject({
    here: null,
    facts: [
      expect.stringMatching(/^Signed in by e-mail · /),
      "Network 192.0.2.0/24 · last seen 5 minutes ago",
    ],
    endAction: `/api/sessions/${ELSEWHERE.sessionId}`,
    ended: "Ended: Firefox on Linux, signed in Tue, Nov 10, 12:55 PM.",
  });
  expect(itemOf(ELSEWHERE, "es-MX")?.facts[1]).toBe("Red 192.0.2.0/24 · última actividad: hace 5 minutos");
});

it("what nobody knows is said to be unknown", () => {
  const placeOf = (known: Partial<SessionView>) =>
    itemOf({ ...HERE, browser: null, system: null, network: null, ...known });
  expect(placeOf({})?.place).toBe("Unknown browser");
  expect(placeOf({})?.facts[1]).toBe("Unknown network · last seen now");
  expect(placeOf({ system: "Linux" })?.place).toBe("Unknown browser on Linux");
  expect(placeOf({ browser: "Firefox" })?.place).toBe("Firefox");
});
