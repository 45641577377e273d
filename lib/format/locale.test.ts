import { describe, expect, it } from "vitest";
import { readerLocale } from "./locale";

describe("the reader's locale", () => {
  it.each([
    ["en-GB,en;q=0.9", "en-GB"],
    ["de-DE,de;q=0.9,en-IE;q=0.8", "en-IE"],
    ["de-DE,de;q=0.9", "en-US"],
    ["en", "en-US"],
    ["", "en-US"],
    [null, "en-US"],
    ["en-XX'; DROP", "en-US"],
  ])("reads %s as %s", (header, locale) => {
    expect(readerLocale(header)).toBe(locale);
  });
});
