import { describe, expect, it } from "vitest";
import { askBody, emailAddress, openBody, personName } from "./schema";

describe("an e-mail address", () => {
  it.each([
    ["Ana.Ruiz@Clinic.example", "ana.ruiz@clinic.example"],
    ["  a+tag@sub.clinic.example ", "a+tag@sub.clinic.example"],
  ])("%j is %s", (given, address) => expect(emailAddress.parse(given)).toBe(address));

  it.each([
    "",
    "ana",
    "ana@",
    "@clinic.example",
    "ana@clinic",
    "a b@clinic.example",
    "a@clinic.example,b@clinic.example",
    '"a@evil.example"@clinic.example',
    "a@clinic.example\r\nBcc: b@evil.example",
    "Ana <a@clinic.example>",
    // A Kelvin sign folds to k, a full-width @ to @: both would reach somebody else.
    "\u212Aate@clinic.example",
    "a＠clinic.example",
    "a@clínica.example",
    `${"a".repeat(250)}@b.example`,
  ])("is not %j", (given) => expect(emailAddress.safeParse(given).success).toBe(false));
});

describe("a name", () => {
  it.each([
    ["  Dr. Ana Ruiz-O'Neill ", "Dr. Ana Ruiz-O'Neill"],
    ["Zoe\u0308", "Zoë"],
    ["李小龍", "李小龍"],
  ])("%j is %s", (given, name) => expect(personName.parse(given)).toBe(name));

  it.each(["", "   ", "a\nb", "a\u202Eb", "a\u200Bb", "a\u0000b", "x".repeat(81)])("is not %j", (given) =>
    expect(personName.safeParse(given).success).toBe(false),
  );
});

it("a body names one purpose and nothing else", () => {
  expect(askBody.safeParse({ purpose: "confirm", address: "a@b.example" }).success).toBe(false);
  expect(askBody.safeParse({ purpose: "sign-in" }).success).toBe(false);
  expect(openBody.safeParse({ token: "x".repeat(43), code: "y" }).success).toBe(false);
  expect(openBody.safeParse({ token: "x".repeat(42) }).success).toBe(false);
});
