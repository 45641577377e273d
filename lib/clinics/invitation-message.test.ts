import { expect, it } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { clinicInvitationMessage } from "./invitation-message";

const AT = { origin: "https://hindsight.example", now: Date.parse("2026-11-10T20:00:00Z") };
const SAID = { clinicName: "Diabetes North", invitedBy: "Ana Ruiz" };

it("says who invites to which clinic, where to sign in, until when, and what it is not for", () => {
  const { subject, text } = clinicInvitationMessage(SAID, AT, wordsFor("en-US"));
  expect(subject).toBe("Ana Ruiz invites you to Diabetes North in Hindsight");
  expect(text).toContain("Sign in with this address at:\nhttps://hindsight.example/clinic\n");
  expect(text).toContain("open for 7 days, until Tuesday, November 17, 2026.");
  expect(text).toContain("not for treatment decisions");
});

it("speaks the language of whoever sends it", () => {
  const { subject } = clinicInvitationMessage(SAID, AT, wordsFor("es-MX"));
  expect(subject).toBe("Ana Ruiz te invita a Diabetes North en Hindsight");
});

it("holds no token: its only link is the same for everybody", () => {
  const { text } = clinicInvitationMessage(SAID, AT, wordsFor("en-US"));
  expect(text.match(/https?:\S+/g)).toEqual(["https://hindsight.example/clinic"]);
});
