import { describe, expect, it } from "vitest";
import { connectBody } from "@/lib/connections/schema";
import { AppError } from "@/lib/errors";
import { refusals } from "@/lib/i18n/messages/en/refusals";
import { exclusionBody, labResultBody, noteBody } from "@/lib/journal/schema";
import type { RefusalCode } from "@/lib/refusals";
import { readJsonBody } from "./body";

async function refusalOf(schema: Parameters<typeof readJsonBody>[1], body: unknown): Promise<AppError> {
  const request = new Request("https://hindsight.test/", { method: "POST", body: JSON.stringify(body) });
  const error = await readJsonBody(request, schema).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw new Error("the body was not refused");
  return error;
}

const NOTE = { kind: "note", date: "2026-10-01", minuteOfDay: 0, text: "x" };
const LAB = { date: "2026-10-01", unit: "%", value: 7.1 };
const SPAN = { from: "2026-10-01T00:00:00Z", to: "2026-10-01T01:00:00Z" };
const CONSENT = { purpose: "sign-in", grantor: "self", consentVersion: "an older one" };

describe("a body that a form can send and that is refused", () => {
  it.each<[RefusalCode, Parameters<typeof readJsonBody>[1], unknown]>([
    ["text-too-long", noteBody, { ...NOTE, text: "x".repeat(2_001) }],
    ["remark-too-long", labResultBody, { ...LAB, remark: "x".repeat(201) }],
    ["reason-too-long", exclusionBody, { ...SPAN, reason: "x".repeat(201) }],
    ["reason-too-short", exclusionBody, { ...SPAN, reason: "  " }],
    ["consentVersion-invalid", connectBody, CONSENT],
    ["body-too-large", noteBody, { ...NOTE, text: "x".repeat(20_000) }],
  ])("has a code and says in English what the page says: %s", async (code, schema, body) => {
    expect(await refusalOf(schema, body)).toMatchObject({ refusal: code, detail: refusals.codes[code] });
  });
});

it("a field that is wrong otherwise is named by its code, too", async () => {
  expect(await refusalOf(noteBody, { ...NOTE, date: "2026-02-30" })).toMatchObject({
    refusal: "date-invalid",
    detail: "“date” is missing or not valid.",
  });
  expect(await refusalOf(noteBody, { ...NOTE, minuteOfDay: 1_440 })).toMatchObject({
    refusal: "minuteOfDay-too-high",
    detail: "“minuteOfDay” is above 1,439.",
  });
  expect(await refusalOf(noteBody, null)).toMatchObject({ refusal: "request-invalid" });
});
