import { describe, expect, it } from "vitest";
import { ownLinks } from "./own-links";

const ORIGIN = "http://localhost:3000";
const linksOf = (text: string) => ownLinks(text, ORIGIN).flatMap(({ href }) => href ?? []);

describe("a message of the mailbox", () => {
  it("has its own addresses as links, and loses nothing", () => {
    const text = `Hello,\n\nopen ${ORIGIN}/links/abc_-123.\nOr (${ORIGIN}/help#delay) …\n`;
    expect(linksOf(text)).toEqual([`${ORIGIN}/links/abc_-123`, `${ORIGIN}/help#delay`]);
    expect(
      ownLinks(text, ORIGIN)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });

  it.each([
    "https://localhost:3000/links/a",
    "http://localhost:30000/links/a",
    "http://localhost:3000@evil.example/links/a",
    "http://localhost:3000.evil.example/links/a",
    "http://evil.example/http",
    "javascript:alert(1)",
    "//localhost:3000/links/a",
    "http://[",
  ])("leaves %s as words", (address) => {
    expect(ownLinks(`See ${address} now`, ORIGIN)).toEqual([{ text: `See ${address} now`, href: null }]);
  });

  it("without any address is one part, and an empty one none", () => {
    expect(ownLinks("Nothing here.", ORIGIN)).toEqual([{ text: "Nothing here.", href: null }]);
    expect(ownLinks("", ORIGIN)).toEqual([]);
  });
});
