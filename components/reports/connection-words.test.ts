import { describe, expect, test } from "vitest";
import { LOCALE, runWith } from "@/components/testing/fixtures";
import { STOP_REASONS, SYNC_OUTCOMES } from "@/lib/connections/status";
import { wordsFor } from "@/lib/i18n/words";
import { countWords, outcomeWords, stateWords } from "./connection-words";

const english = wordsFor(LOCALE);

test.each(STOP_REASONS)(
  "a connection that stopped because of %s says what is so and that nothing is lost",
  (reason) => {
    const { title, meaning } = stateWords({ status: "reconnect-needed", reason }, english);
    expect(title).not.toBe("");
    expect(meaning).toMatch(/still here|never mixed|may have/);
  },
);

test("no state blames the person or apologises", () => {
  const words = [
    ...STOP_REASONS.map((reason) => stateWords({ status: "reconnect-needed", reason }, english)),
    ...(["importing", "active", "retrying", "disconnected"] as const).map((status) =>
      stateWords({ status, reason: null }, english),
    ),
  ];
  for (const { title, meaning } of words)
    expect(`${title} ${meaning}`).not.toMatch(/oops|sorry|you failed|bad /i);
});

test.each(SYNC_OUTCOMES)("the log has words for %s", (outcome) => {
  expect(outcomeWords(runWith({ outcome }), english)).toMatch(/^[A-Z][^_]+$/);
});

describe("what a run brought", () => {
  test("counts only what is there, also what was set aside or withheld", () => {
    expect(countWords(runWith({ added: 25_920, quarantined: 2, withheld: 36 }), english)).toBe(
      "25,920 added, 2 set aside as unreadable, 36 too new, withheld",
    );
  });
  test("nothing new is said, not left blank", () =>
    expect(countWords(runWith({}), english)).toBe("Nothing new"));
  test("a run that has not ended makes no claim", () =>
    expect(countWords(runWith({ finishedAt: null, outcome: null }), english)).toBe("—"));
});
