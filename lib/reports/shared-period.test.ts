import { describe, expect, it } from "vitest";
import { datesFrom } from "@/lib/glucose/testing/readings";
import { sharedPart, sharedPeriod } from "./shared-period";

const period = datesFrom("2026-11-08", 14);
const shown = (from: "2026-11-08" | "2026-11-21" | "2026-11-22" | null) => sharedPeriod({ period }, { from });

describe("the part of a period that is shared", () => {
  it("is all of it for its owner, and where the window begins with it or before", () => {
    expect(sharedPeriod({ period }, null)).toEqual({ ok: true, value: { period } });
    expect(shown(null)).toEqual({ ok: true, value: { period } });
    expect(shown("2026-11-08")).toEqual({ ok: true, value: { period } });
  });

  it("begins with the window, down to its last day", () => {
    expect(shown("2026-11-21")).toMatchObject({ ok: true, value: { period: datesFrom("2026-11-21", 1) } });
  });

  it("is none once the window begins after it; as other days to compare with it stays, since no reader finds any", () => {
    expect(shown("2026-11-22").ok).toBe(false);
    expect(sharedPart(period, { from: "2026-11-22" })).toEqual(period);
    expect(sharedPart(period, { from: "2026-11-20" })).toEqual(datesFrom("2026-11-20", 2));
  });
});
