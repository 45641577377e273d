import { describe, expect, it } from "vitest";
import { mailContent } from "./schema";

const content = {
  to: "ana.lopez+cgm@clinic.example",
  subject: "Tu enlace para iniciar sesión – «Hindsight»",
  text: "Hola, Ana:\n\nhttps://hindsight.example/links/abc\n",
};

describe("a message", () => {
  it("keeps what it says to the letter", () => expect(mailContent.parse(content)).toEqual(content));

  it.each([
    ["two addresses", "a@x.example, b@x.example"],
    ["an address with a name", "Ana <ana@x.example>"],
    ["a quoted address within an address", '"e@attacker.example"@x.example'],
    ["a line break", "ana@x.example\nBcc: b@x.example"],
    ["a carriage return", "ana@x.example\rBcc: b@x.example"],
    ["a line break at the end", "ana@x.example\n"],
    ["a full-width at sign", "ana\uFF20x.example"],
    ["letters beyond ASCII", "ana@clínica.example"],
    ["an option of a program", "-oQ/tmp@x"],
    [
      "too many characters",
      `${"a".repeat(64)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(70)}.example`,
    ],
    ["nothing", ""],
  ])("goes to one plain address, never to one with %s", (_why, to) =>
    expect(mailContent.safeParse({ ...content, to }).success).toBe(false),
  );

  it.each([
    ["a line break", "Hello\nBcc: b@x.example"],
    ["a carriage return", "Hello\rBcc: b@x.example"],
    ["a zero", "Hello\0"],
    ["a line separator", "Hello\u2028there"],
    ["reversed text", "Hello \u202Emoc.live"],
    ["half a character", "Hello \uD83D"],
    ["too many characters", "a".repeat(201)],
    ["nothing", ""],
  ])("has a subject of one printable line, never with %s", (_why, subject) =>
    expect(mailContent.safeParse({ ...content, subject }).success).toBe(false),
  );

  it.each([
    ["a carriage return", "Hello\r\n.\r\nMAIL FROM:<b@x.example>"],
    ["a zero", "Hello\0"],
    ["reversed text", "Hello \u202Emoc.live"],
    ["half a character", "Hello \uD83D"],
    ["too many characters", "a".repeat(10_001)],
    ["nothing", ""],
  ])("has a printable text, never with %s", (_why, text) =>
    expect(mailContent.safeParse({ ...content, text }).success).toBe(false),
  );

  it("carries nothing else: no markup, no second recipient, no header of its own", () => {
    for (const more of [{ html: "<b>x</b>" }, { bcc: "b@x.example" }, { headers: {} }])
      expect(mailContent.safeParse({ ...content, ...more }).success).toBe(false);
  });
});
