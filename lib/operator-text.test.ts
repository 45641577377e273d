import { describe, expect, it } from "vitest";
import { parseOperatorText } from "./operator-text";

describe("an operator's own privacy or terms text", () => {
  it("becomes headings and paragraphs, and nothing else", () => {
    expect(
      parseOperatorText("# Who we are\n\nA clinic\nin Oslo.\r\n\r\n\n<b>Bold</b> stays text.\n"),
    ).toEqual([
      { kind: "heading", text: "Who we are" },
      { kind: "paragraph", text: "A clinic in Oslo." },
      { kind: "paragraph", text: "<b>Bold</b> stays text." },
    ]);
  });

  it("is empty when the file is", () => {
    expect(parseOperatorText(" \n\n ")).toEqual([]);
  });
});
