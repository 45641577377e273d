import { describe, expect, test, vi } from "vitest";
import { A1cReport } from "@/components/a1c/a1c-report";
import { NotesReport } from "@/components/notes/notes-report";
import { LAST_DATE, LOCALE, NOW } from "@/components/testing/fixtures";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { htmlOf, textOf } from "@/components/testing/markup";
import { wordsFor } from "@/lib/i18n/words";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const times = { createdAt: NOW, updatedAt: NOW };
const words = wordsFor(LOCALE);

const notes = (writer: string | null) =>
  inBrowserWords(
    <NotesReport
      notes={[{ id: "1", kind: "note", date: "2026-11-20", minuteOfDay: 600, text: "New sensor", ...times }]}
      hasAny
      kind="all"
      find=""
      path="/notes"
      notesUrl="/api/notes"
      noteUrl={(id) => `/api/notes/${id}`}
      dayHref={(date) => `/daily?date=${date}`}
      sinceHref={(date) => `/overview?from=${date}`}
      lastDate={LAST_DATE}
      nowOnClock={{ date: LAST_DATE, minuteOfDay: 0 }}
      now={NOW}
      writer={writer}
      words={words}
    />,
  );

const labs = (writer: string | null) =>
  inBrowserWords(
    <A1cReport
      pairs={[]}
      gap={null}
      labsUrl="/api/labs"
      labUrl={(id) => `/api/labs/${id}`}
      today={LAST_DATE}
      now={NOW}
      writer={writer}
      words={words}
    />,
  );

describe("what a person wrote themselves, to somebody who is let in", () => {
  test("can be read, found and opened by its day, and is said to be theirs", () => {
    expect(textOf(notes("Ana"))).toContain("What Ana wrote down");
    expect(textOf(notes("Ana"))).toContain("New sensor");
    expect(htmlOf(notes("Ana"))).toContain('href="/daily?date=2026-11-20"');
    expect(textOf(labs("Ana"))).toContain("Laboratory values that Ana entered");
  });

  test("offers no way to write, change or delete, which its writer has", () => {
    for (const report of [notes, labs]) {
      expect(htmlOf(report(null))).toContain("noValidate");
      expect(htmlOf(report("Ana"))).not.toMatch(/noValidate|Delete|Edit/);
    }
  });
});
