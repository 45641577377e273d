import { expect, test } from "vitest";
import { htmlOf } from "@/components/testing/markup";
import { en } from "@/lib/i18n/messages/en";
import { wordsFor } from "@/lib/i18n/words";
import { HELP_TOPICS, helpPath } from "@/lib/routes";
import { Question } from "./question";

const ALL = ["goals", "withheld", "leftOut", "sharing", "connection", "ending", "regions", "device"] as const;
const chapters: readonly string[] = HELP_TOPICS.map(helpPath);

test("every question is tested here", () => expect(ALL).toEqual(Object.keys(en.help.questions)));

test.each(ALL)("%s is asked in the reader's language and leads to a chapter of Help", (about) => {
  for (const [locale, question] of [
    ["en-US", /^[A-Z].*\?$/],
    ["es-MX", /^¿.*\?$/],
  ] as const) {
    const [, href, text] =
      /href="([^"]+)"[^>]*>([^<]+)</.exec(htmlOf(<Question about={about} words={wordsFor(locale)} />)) ?? [];
    expect(chapters).toContain(href);
    expect(text).toMatch(question);
  }
});
