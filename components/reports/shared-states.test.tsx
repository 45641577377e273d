import { describe, expect, test, vi } from "vitest";
import { connectionWith, LOCALE, NOW } from "@/components/testing/fixtures";
import { htmlOf, textOf } from "@/components/testing/markup";
import type { ConnectionView } from "@/lib/connections/status";
import { freshAt } from "@/lib/glucose/testing/readings";
import { SharedConnectionNotice, SharedEmptyReport } from "./shared-states";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const drawn = (connection: Partial<ConnectionView> | null) => (
  <SharedConnectionNotice
    connection={connection && connectionWith(connection)}
    freshness={freshAt(NOW)}
    locale={LOCALE}
    name="Ana"
  />
);

describe("what somebody who is let in reads about the connection", () => {
  test("nothing when all is well", () => expect(textOf(drawn({ status: "active" }))).toBe(""));

  test.each([
    [null, "Nothing new is read before Ana connects it."],
    [{ status: "importing" }, "Ana’s history is arriving"],
    [{ status: "retrying" }, "Connected, Dexcom does not answer right now"],
    [
      { status: "reconnect-needed", reason: "revoked" },
      "The connection to Dexcom needs to be renewed by Ana",
    ],
    [{ status: "disconnected", reason: "disconnected" }, "What Ana keeps here can still be looked at."],
  ] as const)("what is so, and no way to change it: %o", (connection, sentence) => {
    expect(textOf(drawn(connection))).toContain(sentence);
    expect(htmlOf(drawn(connection))).not.toMatch(/<a |<button|<form/);
  });

  test("where the data ends once nothing new comes", () => {
    expect(textOf(drawn({ status: "reconnect-needed", reason: "revoked" }))).toContain(
      "Data ends Sat, Nov 21, 9:00 PM.",
    );
  });
});

test("a period without readings leads to the latest days that are shared, where there are any", () => {
  const empty = (hasReadings: boolean) => (
    <SharedEmptyReport hasReadings={hasReadings} latestHref="/latest" locale={LOCALE} name="Ana" />
  );
  expect(htmlOf(empty(true))).toContain('href="/latest"');
  expect(htmlOf(empty(false))).not.toContain("<a ");
  expect(textOf(empty(false))).toContain("There are no readings in the days that Ana shares with you.");
});
