import { describe, expect, it, test } from "vitest";
import { SHARE_LASTS, shareTerms, WINDOW_DAYS_MAX } from "@/lib/sharing/schema";
import type { ShareView } from "@/lib/sharing/status";
import { draftOf, type TermsDraft, termsOf, USUAL_TERMS } from "./terms-draft";

const NOW = Date.parse("2026-11-10T20:00:00Z");
const terms = (more: Partial<TermsDraft> = {}) => termsOf({ ...USUAL_TERMS, ...more }, WINDOW_DAYS_MAX);

test("the usual terms show no notes, no old days, and have an end", () => {
  expect(terms()).toEqual({
    ok: true,
    value: {
      scope: "reports",
      withEvents: true,
      withNotes: false,
      window: { kind: "days", days: 90 },
      lasts: "90-days",
    },
  });
});

test("a summary is bare, whatever was ticked before it was chosen", () => {
  expect(terms({ scope: "summary", withNotes: true })).toMatchObject({
    value: { scope: "summary", withEvents: false, withNotes: false },
  });
});

describe("which days", () => {
  it.each(["", "2026-02-30", "yesterday"])("“%s” is no first day", (from) => {
    expect(terms({ days: "from", from })).toEqual({ ok: false, error: "from" });
  });

  it.each(["", " ", "0", "-7", "7.5", "1e9", "many", "1097"])("“%s” is no number of days", (ownDays) => {
    expect(terms({ days: "own", ownDays })).toEqual({ ok: false, error: "ownDays" });
  });

  it("the server takes everything that the form lets through", () => {
    for (const more of [
      { days: "all" },
      { days: "from", from: "2025-03-01" },
      { days: "own", ownDays: " 21 " },
      { days: "own", ownDays: "1096" },
      { days: "7", scope: "summary" },
    ] as const)
      for (const lasts of SHARE_LASTS) {
        const made = terms({ ...more, lasts });
        expect(made.ok && shareTerms.safeParse(made.value).success, JSON.stringify(more)).toBe(true);
      }
  });
});

describe("a change begins with what holds", () => {
  const share: ShareView = {
    id: "share",
    kind: "person",
    state: "active",
    scope: "reports",
    withEvents: false,
    withNotes: true,
    window: { kind: "all" },
    lasts: "open",
    beginsWhenConfirmed: false,
    expiresAt: null,
    createdAt: NOW,
    activatedAt: NOW,
    endedAt: null,
    endReason: null,
  };

  it.each([
    { kind: "all" },
    { kind: "from", date: "2025-03-01" },
    { kind: "days", days: 14 },
    { kind: "days", days: 21 },
  ] as const)("saving it unchanged changes nothing of %j", (window) => {
    const { scope, withEvents, withNotes } = share;
    expect(termsOf(draftOf({ ...share, window }), WINDOW_DAYS_MAX)).toEqual({
      ok: true,
      value: { scope, withEvents, withNotes, window, lasts: "open" },
    });
  });
});
