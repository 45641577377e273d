import { describe, expect, it } from "vitest";
import { htmlOf, textOf } from "@/components/testing/markup";
import { wordsFor } from "@/lib/i18n/words";
import { ReadingsDownload } from "./readings-download";

const HREF = "/api/patients/me/export/readings?from=2026-11-01&to=2026-11-14";

const download = (isOwn: boolean, locale = "en-US") => (
  <ReadingsDownload
    href={HREF}
    period={{ from: "2026-11-01", to: "2026-11-14", days: 14 }}
    isOwn={isOwn}
    words={wordsFor(locale)}
  />
);

describe("the way to take readings away", () => {
  it("is a plain link that says which days, and that the record will tell", () => {
    expect(htmlOf(download(true))).toContain(`<a href="${HREF.replace("&", "&amp;")}" download="">`);
    expect(textOf(download(true))).toBe(
      "Download readings (CSV) Every reading of Nov 1 – 14, 2026. The download is entered in your record, under Activity .",
    );
    expect(htmlOf(download(true))).toContain('href="/settings/activity"');
  });

  it("tells whoever is let in whose record it is, and leads them nowhere", () => {
    expect(textOf(download(false))).toContain("in the record of the person who shares them.");
    expect(htmlOf(download(false))).not.toContain("/settings/activity");
    expect(textOf(download(false, "es-MX"))).toContain("en el registro de quien las comparte.");
  });
});
