import { expect, test } from "vitest";
import { htmlOf } from "@/components/testing/markup";
import { wordsFor } from "@/lib/i18n/words";
import { viewLinkWords } from "./form-words";
import { OpenViewLink } from "./open-view-link";

test("the server, which never sees the token, draws no field that would ask without it", () => {
  expect(htmlOf(<OpenViewLink action="/api/links/open" words={viewLinkWords(wordsFor("en-US"))} />)).toBe("");
});
