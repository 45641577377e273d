import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { wordsFor } from "./i18n/words";
import { webManifest } from "./web-manifest";

const PUBLIC = path.resolve(import.meta.dirname, "../public");
const manifest = webManifest(wordsFor("en-US"));

/** Width and height as the header of a PNG file says. */
function pngSize(file: Buffer): string {
  expect(file.subarray(1, 4).toString("latin1")).toBe("PNG");
  return `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`;
}

describe("the manifest", () => {
  it("has what browsers ask for before they offer to install", () => {
    expect(manifest).toMatchObject({ start_url: "/", scope: "/", display: "standalone" });
    for (const purpose of ["any", "maskable"])
      expect(manifest.icons.filter((icon) => icon.purpose === purpose).map(({ sizes }) => sizes)).toEqual(
        expect.arrayContaining(["192x192", "512x512", "any"]),
      );
  });

  it("names icons that are there and have the size it says", () => {
    for (const { src, sizes, type } of manifest.icons) {
      const file = readFileSync(path.join(PUBLIC, src));
      if (type === "image/png") expect(pngSize(file), src).toBe(sizes);
      else expect(file.toString("utf8"), src).toMatch(/^<svg /);
    }
  });

  it("says in the reader's language that it is not for treatment decisions", () => {
    expect(manifest).toMatchObject({ lang: "en", description: expect.stringContaining("Not for treatment") });
    expect(webManifest(wordsFor("es-MX"))).toMatchObject({
      lang: "es",
      description: expect.stringContaining("No sirve para tomar decisiones de tratamiento"),
    });
  });
});
