import { describe, expect, it, test } from "vitest";
import { DAY_MS, HOUR_MS } from "@/lib/clock";
import { wordsFor } from "@/lib/i18n/words";
import type { ShareEnd, ShareKind } from "@/lib/sharing/status";
import { endInWords, scopeInWords, untilInWords, verifiedInWords, windowInWords } from "./share-words";

const english = wordsFor("en-US");
const spanish = wordsFor("es-MX");
const NOW = Date.parse("2026-11-10T20:00:00Z");

describe("what is shared is said in full, what is not shared too", () => {
  const all = { scope: "reports", withEvents: true, withNotes: true } as const;

  it("names events and notes, with or without", () => {
    expect(scopeInWords(all, english)).toBe(
      "All reports, with events (carbs, insulin, exercise and more), with notes and lab values",
    );
    expect(scopeInWords({ ...all, withEvents: false, withNotes: false }, english)).toBe(
      "All reports, without events (carbs, insulin, exercise and more), without notes and lab values",
    );
    expect(scopeInWords({ ...all, withNotes: false }, spanish)).toBe(
      "Todos los informes, con eventos (carbohidratos, insulina, ejercicio y más), sin notas ni valores de laboratorio",
    );
  });

  it("a summary is bare, whatever else a row says", () => {
    for (const words of [english, spanish])
      expect(scopeInWords({ ...all, scope: "summary" }, words)).toBe(words.t("sharing.what.summary"));
  });
});

test.each([
  [{ kind: "all" }, "All days", "Todos los días"],
  [{ kind: "days", days: 1 }, "Always the last day", "Siempre el último día"],
  [{ kind: "days", days: 90 }, "Always the last 90 days", "Siempre los últimos 90 días"],
  [{ kind: "from", date: "2025-03-01" }, "From Mar 1, 2025 on", "Desde el 1 mar 2025"],
] as const)("the days %j", (window, inEnglish, inSpanish) => {
  expect(windowInWords(window, english)).toBe(inEnglish);
  expect(windowInWords(window, spanish)).toBe(inSpanish);
});

describe("until when", () => {
  const clock = { now: NOW, displayOffsetMinutes: -360 };
  const until = (expiresAt: number | null, words = english, side: "owner" | "viewer" = "owner") =>
    untilInWords(expiresAt, { clock, side }, words);

  it("without an end, whoever can end it is named", () => {
    expect(until(null)).toBe("Until you stop it");
    expect(until(null, english, "viewer")).toBe("Until they stop it");
    expect(until(null, spanish)).toBe("Hasta que dejes de compartir");
  });

  it("is a date of the reader's own clock", () => {
    // 03:00 UTC is still the evening before in Mexico City.
    expect(until(Date.parse("2027-02-09T03:00:00Z"))).toBe("Until Feb 8, 2027");
    expect(until(Date.parse("2027-02-09T03:00:00Z"), spanish)).toBe("Hasta el 8 feb 2027");
  });

  it("says how long it lasts when it ends soon, which is right on every clock", () => {
    expect(until(NOW + DAY_MS)).toBe("For another 24 h");
    expect(until(NOW + 2.5 * HOUR_MS, spanish)).toBe("Durante 2 h 30 min más");
    expect(until(NOW + 2 * DAY_MS + HOUR_MS)).toMatch(/^Until Nov 12, 2026$/);
  });

  it("says so when it is over", () => expect(until(NOW)).toBe("The time for it is over"));
});

test("it is said how somebody is known", () => {
  expect(verifiedInWords({ kind: "email", address: "ana@clinic.example" }, english)).toBe(
    "E-mail address ana@clinic.example confirmed",
  );
  expect(verifiedInWords({ kind: "email", address: "ana@clinic.example" }, spanish)).toBe(
    "Dirección de correo ana@clinic.example confirmada",
  );
  const oidc = { kind: "oidc", issuer: "https://login.hospital.example/realms/staff" } as const;
  expect(verifiedInWords(oidc, english)).toBe("Signed in at login.hospital.example");
  expect(verifiedInWords(oidc, spanish)).toBe("Inició sesión en login.hospital.example");
});

describe("how it ended", () => {
  interface Way {
    readonly kind?: ShareKind;
    readonly begun?: boolean;
    readonly invited?: boolean;
  }
  const end = (endReason: ShareEnd, more: Way = {}) =>
    endInWords(
      {
        kind: more.kind ?? "person",
        endReason,
        activatedAt: more.begun ? NOW : null,
        isInvitation: more.invited ?? false,
      },
      english,
    );

  it("tells who ended it", () => {
    expect(end("withdrawn")).toBe("you withdrew it");
    expect(end("revoked", { begun: true })).toBe("you stopped it");
    expect(end("declined")).toBe("you did not let them in");
    expect(end("declined", { invited: true })).toBe("they declined");
  });

  it("tells what was begun from what never began", () => {
    expect(end("left", { begun: true })).toBe("they left");
    expect(end("left")).toBe("they took their wish back");
    expect(end("left", { kind: "clinic", begun: true })).toBe("the clinic is not in Hindsight any more");
    expect(end("expired", { begun: true })).toBe("its time was over");
    expect(end("expired")).toBe("nobody took it within seven days");
  });
});
