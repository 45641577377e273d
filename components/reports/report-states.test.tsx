import { describe, expect, test, vi } from "vitest";
import { connectionWith, LOCALE, NOW } from "@/components/testing/fixtures";
import { htmlOf, textOf } from "@/components/testing/markup";
import type { ConnectionView } from "@/lib/connections/status";
import type { Freshness } from "@/lib/glucose/figures";
import { freshAt } from "@/lib/glucose/testing/readings";
import { helpPath } from "@/lib/routes";
import { ConnectionNotice } from "./report-states";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const drawn = (connection: Partial<ConnectionView>, freshness: Partial<Freshness> = {}) => (
  <ConnectionNotice
    connection={connectionWith(connection)}
    freshness={{ ...freshAt(NOW), ...freshness }}
    locale={LOCALE}
    syncUrl="/sync"
    connectHref="/reconnect"
  />
);
const notice = (...given: Parameters<typeof drawn>) => textOf(drawn(...given));

describe("what a report says about its connection", () => {
  test("nothing when all is well", () => expect(notice({ status: "active" })).toBe(""));

  test("how far the readings are complete, not when the last vain attempt was", () => {
    const failed = { status: "retrying", lastSyncAt: NOW, lastOutcome: "upstream-down" } as const;
    const text = notice(failed, { checkedThrough: Date.parse("2026-11-21T18:30:00Z") });
    expect(text).toContain("Everything up to Sat, Nov 21, 6:30 PM has been read.");
    expect(text).not.toContain("12:00 AM");
    expect(notice(failed, { checkedThrough: null })).not.toContain("has been read");
  });

  test.each([
    ["not-permitted", "regions"],
    ["revoked", "connection"],
    ["wrong-account", "connection"],
  ] as const)("where what it means is explained: %s in %s", (reason, topic) => {
    expect(htmlOf(drawn({ status: "reconnect-needed", reason }))).toContain(`href="${helpPath(topic)}"`);
  });

  test("where the data ends after disconnecting, and that there is none where nothing was kept", () => {
    const dataThrough = Date.parse("2026-11-21T20:55:00Z");
    expect(notice({ status: "disconnected" }, { dataThrough })).toContain("Data ends Sat, Nov 21, 8:55 PM.");
    expect(notice({ status: "disconnected" }, { dataThrough: null })).toContain(
      "There are no readings here.",
    );
  });
});
