import { expect, test } from "vitest";
import { decodeFileText } from "./file-text";

const utf16 = (text: string, isBigEndian: boolean) => {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i += 1)
    new DataView(bytes.buffer).setUint16(i * 2, text.charCodeAt(i), !isBigEndian);
  return bytes;
};

test("a byte order mark decides, and is not part of the text", () => {
  expect(decodeFileText(new TextEncoder().encode("\uFEFFtime,Größe"))).toBe("time,Größe");
  expect(decodeFileText(utf16("\uFEFFtime\tGröße", false))).toBe("time\tGröße");
  expect(decodeFileText(utf16("\uFEFFtime\tGröße", true))).toBe("time\tGröße");
});

test("bytes that are no UTF-8 become replacement characters, the digits around them stay", () => {
  expect(decodeFileText(new Uint8Array([0x35, 0xfc, 0x2c, 0x38]))).toBe("5\uFFFD,8");
  expect(decodeFileText(new Uint8Array())).toBe("");
});
