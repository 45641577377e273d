import { describe, expect, test, vi } from "vitest";
import { htmlOf, textOf } from "@/components/testing/markup";
import { DAY_MS } from "@/lib/clock";
import { wordsFor } from "@/lib/i18n/words";
import type { OwnedShare } from "@/lib/sharing/status";
import { OwnShares } from "./own-shares";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const NOW = Date.parse("2026-11-10T20:00:00Z");
const ANA = {
  name: "Ana Ruiz",
  verifiedBy: { kind: "email", address: "ana@clinic.example" },
} as const;

const OFFERED: OwnedShare = {
  id: "0b8f2a5e",
  kind: "person",
  state: "offered",
  scope: "reports",
  withEvents: true,
  withNotes: false,
  window: { kind: "days", days: 90 },
  lasts: "90-days",
  beginsWhenConfirmed: false,
  expiresAt: NOW + 90 * DAY_MS,
  createdAt: NOW,
  activatedAt: null,
  endedAt: null,
  endReason: null,
  words: { patientName: "Mara Vogel", note: null, address: null },
  viewer: null,
  clinicName: null,
  offerExpiresAt: NOW + 7 * DAY_MS,
  isInvitation: false,
  isDueForReminder: false,
  link: null,
};
const WAITING: OwnedShare = { ...OFFERED, state: "redeemed", viewer: ANA, offerExpiresAt: null };
const ACTIVE: OwnedShare = { ...WAITING, state: "active", activatedAt: NOW };

const OPENING = {
  id: "5e1f",
  at: NOW - 3_600_000,
  browser: "Firefox",
  system: "Linux",
  network: "192.0.2.0/24",
};
const LINK: OwnedShare = {
  ...ACTIVE,
  kind: "link",
  viewer: null,
  words: { patientName: "Mara Vogel", note: "For Dr. Ruiz on Tuesday", address: null },
  link: { opensMax: 3, opensUsed: 0, openings: [] },
};
const opened = (opensUsed: number, opensMax = 3): OwnedShare => ({
  ...LINK,
  link: {
    opensMax,
    opensUsed,
    openings: Array.from({ length: opensUsed }, (_, i) => ({ ...OPENING, id: `5e1f${i}` })),
  },
});

function page(shares: readonly OwnedShare[], locale = "en-US") {
  return (
    <OwnShares
      shares={shares}
      clock={{ now: NOW, displayOffsetMinutes: 0 }}
      host="hindsight.example"
      shareUrl={(id) => `/api/shares/${id}`}
      words={wordsFor(locale)}
      form={null}
    />
  );
}

describe("each part says so when it is empty", () => {
  test.each(["en-US", "es-MX"])("in %s", (locale) => {
    const { t } = wordsFor(locale);
    const said = textOf(page([], locale));
    for (const sentence of [
      t("sharing.waiting.empty"),
      t("sharing.active.empty"),
      t("sharing.offers.empty"),
      t("sharing.ended.empty"),
    ])
      expect(said).toContain(sentence);
  });
});

describe("whoever waits", () => {
  test("is shown exactly: who, how known, what, which days, until when", () => {
    const said = textOf(page([WAITING]));
    expect(said).toContain("Ana Ruiz");
    expect(said).toContain("E-mail address ana@clinic.example confirmed");
    expect(said).toContain("without notes and lab values");
    expect(said).toContain("Always the last 90 days");
    expect(said).toContain("Until Feb 8, 2027");
    expect(said).toContain("Let Ana Ruiz in");
  });

  test("is let in for a time that begins with the confirmation", () => {
    const said = textOf(page([{ ...WAITING, lasts: "visit", beginsWhenConfirmed: true, expiresAt: null }]));
    expect(said).toContain("24 hours, counted from when you let them in");
  });
});

test("once a year somebody is asked whether a share without an end is still right", () => {
  expect(textOf(page([ACTIVE]))).not.toContain("Still right");
  const due = htmlOf(page([{ ...ACTIVE, expiresAt: null, isDueForReminder: true }]));
  expect(due).toContain("Is this still right?");
  expect(due).toContain('aria-label="Still right: Ana Ruiz"');
});

test("an offer whose week is over says so, and can be renewed", () => {
  expect(textOf(page([OFFERED]))).toContain("Out since Nov 10, 2026, until Nov 17, 2026.");
  const late = textOf(page([{ ...OFFERED, offerExpiresAt: NOW }]));
  expect(late).toContain("Nobody entered it, and its seven days are over.");
  expect(late).toContain("New code");
});

test("what has ended is listed with who, when and how, the last first", () => {
  const stopped: OwnedShare = { ...ACTIVE, state: "ended", endReason: "revoked", endedAt: NOW };
  const untaken: OwnedShare = {
    ...OFFERED,
    id: "9c1d",
    state: "ended",
    endReason: "expired",
    endedAt: NOW - DAY_MS,
  };
  const html = htmlOf(page([untaken, stopped]));
  expect(html.indexOf("Ana Ruiz · Nov 10, 2026 · you stopped it")).toBeGreaterThan(0);
  expect(html.indexOf("Somebody with a code · Nov 9, 2026")).toBeGreaterThan(html.indexOf("Ana Ruiz ·"));
});

describe("a clinic", () => {
  const CLINIC: OwnedShare = {
    ...ACTIVE,
    kind: "clinic",
    viewer: null,
    clinicName: "Northside clinic",
    isDueForReminder: true,
    expiresAt: null,
  };

  test("is named with its terms, and that it is everybody who works there", () => {
    const said = textOf(page([CLINIC]));
    expect(said).toContain("Northside clinic");
    expect(said).toContain("A clinic: everybody who works there in Hindsight");
    expect(said).toContain("Always the last 90 days");
    expect(said).toContain("Until you stop it");
  });

  test("can be changed, confirmed once a year, and stopped with one press", () => {
    const html = htmlOf(page([CLINIC]));
    for (const action of ["Change", "Still right", "Stop", "Stop sharing"])
      expect(html).toContain(`aria-label="${action}: Northside clinic"`);
  });

  test("that has ended says how", () => {
    const ended = (endReason: "revoked" | "left") =>
      textOf(page([{ ...CLINIC, state: "ended", endReason, endedAt: NOW }]));
    expect(ended("revoked")).toContain("Northside clinic · Nov 10, 2026 · you stopped it");
    expect(ended("left")).toContain(
      "Northside clinic · Nov 10, 2026 · the clinic is not in Hindsight any more",
    );
  });
});

describe("a link", () => {
  test("is called as its owner called it, or said to have no name", () => {
    const said = textOf(page([LINK]));
    expect(said).toContain("Link “For Dr. Ruiz on Tuesday”");
    // Once: the note of a link is its name.
    expect(said).not.toContain("Your note");
    const unnamed = { ...LINK, words: { ...LINK.words, note: null } };
    expect(textOf(page([unnamed]))).toContain("A link without a name");
    expect(textOf(page([unnamed], "es-MX"))).toContain("Un enlace sin nombre");
  });

  test("says how often it was opened, and when it cannot be any more", () => {
    expect(textOf(page([LINK]))).toContain("Not opened yet; it opens 3 times");
    expect(textOf(page([opened(0, 1)]))).toContain("Not opened yet; it opens once");
    expect(textOf(page([opened(2)]))).toContain("Opened 2 of 3 times");
    expect(textOf(page([opened(3)]))).toContain("3 of 3 times: it cannot be opened again");
    expect(textOf(page([opened(1, 1)]))).toContain("1 of 1 time: it cannot be opened again");
    expect(textOf(page([opened(1, 1)], "es-MX"))).toContain("1 de 1 vez: ya no se puede volver a abrir");
  });

  test("lists every opening with the time of the owner's clock and from where it was", () => {
    const html = htmlOf(page([opened(1)]));
    expect(html).toContain('aria-label="Every opening of: Link “For Dr. Ruiz on Tuesday”"');
    expect(textOf(page([opened(1)]))).toContain(
      "Tue, Nov 10, 7:00 PM · Firefox on Linux · Network 192.0.2.0/24",
    );
    const unknown = { ...OPENING, browser: null, system: null, network: null };
    const share = { ...LINK, link: { opensMax: 3, opensUsed: 1, openings: [unknown] } };
    expect(textOf(page([share]))).toContain("Unknown browser · Unknown network");
  });

  test("can be changed and stopped like every share", () => {
    const html = htmlOf(page([LINK]));
    for (const action of ["Change", "Stop sharing"])
      expect(html).toContain(`aria-label="${action}: Link “For Dr. Ruiz on Tuesday”"`);
  });

  test("that has ended still says how often it was opened", () => {
    const ended: OwnedShare = { ...opened(2), state: "ended", endReason: "revoked", endedAt: NOW };
    expect(textOf(page([ended]))).toContain(
      "Link “For Dr. Ruiz on Tuesday” · Nov 10, 2026 · you stopped it · opened 2 of 3 times",
    );
  });
});
