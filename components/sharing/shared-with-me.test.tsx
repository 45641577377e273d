import { describe, expect, test, vi } from "vitest";
import { htmlOf, textOf } from "@/components/testing/markup";
import { DAY_MS } from "@/lib/clock";
import { wordsFor } from "@/lib/i18n/words";
import type { SharedWithMe as Share } from "@/lib/sharing/status";
import { EndedWithMe, SharedWithMe } from "./shared-with-me";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const NOW = Date.parse("2026-11-10T20:00:00Z");

const INVITED: Share = {
  id: "0b8f2a5e",
  kind: "person",
  state: "offered",
  scope: "summary",
  withEvents: false,
  withNotes: false,
  window: { kind: "all" },
  lasts: "90-days",
  beginsWhenConfirmed: false,
  expiresAt: null,
  createdAt: NOW,
  activatedAt: null,
  endedAt: null,
  endReason: null,
  patientId: "7d3c",
  patientName: "Mara Vogel",
  note: "For Tuesday.",
};
const ACTIVE: Share = { ...INVITED, state: "active", activatedAt: NOW };
const ENDED: Share = { ...ACTIVE, state: "ended", endedAt: NOW, endReason: "revoked", patientName: null };

function page(shares: readonly Share[], isKnown = true) {
  const props = {
    shares,
    clock: { now: NOW, displayOffsetMinutes: 0 },
    isKnown,
    shareUrl: (id: string) => `/api/shares/${id}/viewer`,
    reportHref: (id: string) => `/patients/${id}/overview`,
    words: wordsFor("en-US"),
  };
  return (
    <>
      <SharedWithMe {...props} />
      <EndedWithMe {...props} />
    </>
  );
}

test("somebody with whom nobody shares is told so, and what was once does not count", () => {
  for (const shares of [[], [ENDED]])
    expect(textOf(page(shares))).toContain("Nobody shares their glucose with you yet.");
  expect(textOf(page([ACTIVE]))).not.toContain("Nobody shares");
});

describe("an invitation", () => {
  test("says from whom, what, and what they wrote", () => {
    const said = textOf(page([INVITED]));
    expect(said).toContain("Mara Vogel would like to share with you");
    expect(said).toContain("Only the summary");
    expect(said).toContain("Until they stop it");
    expect(said).toContain("For Tuesday.");
    expect(said).toContain("Accept");
  });

  test("can only be declined by somebody who is not known yet", () => {
    const said = textOf(page([INVITED], false));
    expect(said).toContain("Give your name above first: Mara Vogel has to know that it is you.");
    expect(said).not.toContain("Accept");
    expect(said).toContain("Decline");
  });
});

test("whoever shares is a link to their overview", () => {
  expect(htmlOf(page([ACTIVE]))).toMatch(/<a href="\/patients\/7d3c\/overview"[^>]*>Mara Vogel<\/a>/);
});

describe("what has ended", () => {
  test("says that, never why", () => {
    for (const endReason of ["revoked", "left", "expired"] as const)
      expect(textOf(page([{ ...ENDED, endReason }]))).toContain(
        "Somebody no longer shares with you since Nov 10, 2026.",
      );
  });

  test("is said for thirty days, and only of what had begun", () => {
    for (const share of [
      { ...ENDED, endedAt: NOW - 30 * DAY_MS },
      { ...ENDED, activatedAt: null },
    ])
      expect(textOf(page([share]))).not.toContain("no longer shares");
  });
});
