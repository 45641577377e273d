import { describe, expect, it } from "vitest";
import { DAY_MS } from "@/lib/clock";
import { type CursorProgress, importProgress } from "@/lib/sync/status";

const NOW = Date.UTC(2030, 2, 10);

function cursor(kind: string, windowsDone: number, windowsTotal: number, daysLeft: number): CursorProgress {
  return {
    kind,
    windowsDone,
    windowsTotal,
    backfillFrom: NOW - 365 * DAY_MS,
    backfilledTo: NOW - (365 - daysLeft) * DAY_MS,
  };
}

describe("import progress", () => {
  it("counts the EGV windows and expects the rest to take as long as those done", () => {
    const progress = importProgress([cursor("event", 3, 13, 300), cursor("egv", 4, 13, 270)], {
      startedAt: NOW - 8_000,
      now: NOW,
    });
    expect(progress).toEqual({
      windowsDone: 4,
      windowsTotal: 13,
      fetchingFrom: NOW - 95 * DAY_MS,
      secondsLeft: 18,
    });
  });

  it("promises no time before the first window is in", () => {
    const progress = importProgress([cursor("egv", 0, 13, 365)], { startedAt: NOW - 8_000, now: NOW });
    expect(progress?.secondsLeft).toBeNull();
  });

  it("shows the kind that is furthest behind once the EGVs are complete", () => {
    const cursors = [cursor("egv", 13, 13, 0), cursor("event", 12, 13, 30), cursor("alert", 9, 13, 120)];
    expect(importProgress(cursors, { startedAt: NOW, now: NOW })?.windowsDone).toBe(9);
  });

  it("is nothing once everything is imported, and before the range is known", () => {
    expect(importProgress([cursor("egv", 13, 13, 0)], { startedAt: NOW, now: NOW })).toBeNull();
    expect(
      importProgress(
        [{ kind: "egv", windowsDone: 0, windowsTotal: 0, backfillFrom: null, backfilledTo: null }],
        { startedAt: NOW, now: NOW },
      ),
    ).toBeNull();
  });
});
