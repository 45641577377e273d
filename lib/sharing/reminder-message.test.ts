import { expect, it } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { reminderMessage } from "./reminder-message";

const ORIGIN = "https://hindsight.example";
const LANGUAGES = [wordsFor("en"), wordsFor("es")];

it("asks in every language whether it is still right, and leads to where it can be stopped", () => {
  const { subject, text } = reminderMessage(1, ORIGIN, LANGUAGES);
  expect(subject).toBe(
    "Is what you share in Hindsight still right? · ¿Sigue estando bien lo que compartes en Hindsight?",
  );
  expect(text).toContain("A share of your glucose reports goes on until you stop it");
  expect(text).toContain("Compartes tus informes de glucosa con alguien hasta que lo termines");
  expect(reminderMessage(3, ORIGIN, LANGUAGES).text).toContain("3 shares of your glucose reports go on");
});

it("holds no token: its only link is the same for everybody", () => {
  const { text } = reminderMessage(2, ORIGIN, LANGUAGES);
  expect(new Set(text.match(/https?:\S+/g))).toEqual(new Set([`${ORIGIN}/patients/me/sharing`]));
});
