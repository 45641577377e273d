import { expect, it } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { invitationMessage } from "./invitation-message";

const AT = { origin: "https://hindsight.example", now: Date.parse("2026-11-10T20:00:00Z") };
const WORDS = { patientName: "Mara Vogel", note: null, address: "ana@clinic.example" };

it("says who invites, where to sign in, until when, and what it is not for", () => {
  const { subject, text } = invitationMessage(WORDS, AT, wordsFor("en-US"));
  expect(subject).toBe("Mara Vogel would like to share glucose reports with you");
  expect(text).toContain("Sign in with this address at:\nhttps://hindsight.example/people\n");
  expect(text).toContain("open for 7 days, until Tuesday, November 17, 2026.");
  expect(text).toContain("not for treatment decisions");
  expect(text).not.toContain("writes:");
});

it("carries the note, and speaks the language of whoever sends it", () => {
  const { subject, text } = invitationMessage(
    { ...WORDS, note: "Hasta el martes.\nGracias." },
    AT,
    wordsFor("es-MX"),
  );
  expect(subject).toBe("Mara Vogel quiere compartir contigo informes de glucosa");
  expect(text).toContain("Mara Vogel te dejó allí una nota.");
  expect(text).not.toContain("Hasta el martes");
});

it("holds no token: its only link is the same for everybody", () => {
  const { text } = invitationMessage(WORDS, AT, wordsFor("en-US"));
  expect(text.match(/https?:\S+/g)).toEqual(["https://hindsight.example/people"]);
});
