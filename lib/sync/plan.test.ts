import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, type Instant, SECOND_MS } from "@/lib/clock";
import {
  afterWindow,
  backfillWindowsLeft,
  beginPass,
  type Cursor,
  DEEP_CHECK_DAYS,
  FIRST_WINDOW_DAYS,
  nextWindow,
  OVERLAP_MS,
  openCursor,
  type PlannedWindow,
  trustedLastSyncTime,
  WINDOW_DAYS_MAX,
  windowDaysAfter,
} from "@/lib/sync/plan";

const NOW = Date.UTC(2030, 2, 10, 14, 5, 12);
const at = (days: number, hours = 0) => NOW - days * DAY_MS - hours * HOUR_MS;
const openPass = { lateFrom: null, deepCheck: false, until: NOW };

function walk(
  start: Cursor,
  until: Instant,
  daysMax = WINDOW_DAYS_MAX,
): { windows: PlannedWindow[]; end: Cursor } {
  const windows: PlannedWindow[] = [];
  let cursor = start;
  for (let window = nextWindow(cursor, until, daysMax); window; window = nextWindow(cursor, until, daysMax)) {
    windows.push(window);
    cursor = afterWindow(cursor, window, until);
    if (windows.length > 10_000) throw new Error("does not end");
  }
  return { windows, end: cursor };
}

describe("the first import", () => {
  it("begins with the newest fortnight, so that the newest report works after one window", () => {
    const [first] = walk(openCursor({ start: at(365), end: at(0, 1) }, NOW), NOW).windows;
    expect(first?.to).toBe(NOW);
    expect(NOW - (first?.from ?? 0)).toBeGreaterThanOrEqual((FIRST_WINDOW_DAYS - 1) * DAY_MS);
    expect(NOW - (first?.from ?? 0)).toBeLessThanOrEqual(FIRST_WINDOW_DAYS * DAY_MS);
  });

  it("takes a year in 13 windows and knows beforehand how many", () => {
    const cursor = openCursor({ start: at(365), end: at(0, 1) }, NOW);
    expect(walk(cursor, NOW).windows).toHaveLength(13);
    expect(backfillWindowsLeft(cursor)).toBe(13);
  });

  it("starts at the newest record when the range ended long ago, as the sandbox's does", () => {
    const range = { start: Date.UTC(2029, 0, 1), end: Date.UTC(2029, 1, 1, 12) };
    const { windows, end } = walk(openCursor(range, NOW), NOW);
    expect(windows[0]?.to).toBe(Date.UTC(2029, 1, 3));
    expect(windows.at(-1)?.from).toBe(range.start);
    expect(end.checkedThrough).toBe(NOW);
  });

  it("asks for nothing when the account has no record of a kind", () => {
    expect(nextWindow(openCursor(null, NOW), NOW)).toBeNull();
  });

  it("asks for nothing when everything is newer than the delay allows", () => {
    expect(nextWindow(openCursor({ start: NOW + HOUR_MS, end: NOW + 2 * HOUR_MS }, NOW), NOW)).toBeNull();
  });

  it("does not follow a reset device clock to 1970", () => {
    const { windows } = walk(openCursor({ start: 0, end: NOW }, NOW), NOW);
    expect(windows.at(-1)?.from).toBe(Date.UTC(2015, 0, 1));
  });
});

describe("every later run", () => {
  const imported = walk(openCursor({ start: at(100), end: at(0, 1) }, NOW), NOW).end;
  const later = NOW + 2 * HOUR_MS;

  it("reads at least the last 72 hours again, and on to the end of what is available", () => {
    const { windows, end } = walk(
      beginPass(imported, { ...openPass, range: { start: at(100), end: later }, until: later }),
      later,
    );
    expect(windows).toHaveLength(1);
    expect(windows[0]?.from).toBeLessThanOrEqual(NOW - OVERLAP_MS);
    expect(windows[0]?.to).toBe(later);
    expect(end.checkedThrough).toBe(later);
    expect(end.recheckFrom).toBeNull();
  });

  it("goes back to the start of a late upload, however old its timestamps", () => {
    const lateFrom = at(75);
    const pass = beginPass(imported, { ...openPass, range: null, lateFrom, until: later });
    const { windows } = walk(pass, later);
    expect(windows[0]?.from).toBeLessThanOrEqual(lateFrom);
    expect(windows.at(-1)?.to).toBe(later);
    expect(windows).toHaveLength(3);
  });

  it("reads history that appeared before the oldest record as backfill", () => {
    const lateFrom = at(140);
    const { windows, end } = walk(
      beginPass(imported, { ...openPass, range: null, lateFrom, until: later }),
      later,
    );
    expect(Math.min(...windows.map(({ from }) => from))).toBeLessThanOrEqual(lateFrom);
    expect(windows.filter(({ purpose }) => purpose === "backfill")).toHaveLength(2);
    expect(end.backfilledTo).toBe(end.backfillFrom);
  });

  it("reads the last 30 days again, in one window, when a deep check is due", () => {
    const { windows } = walk(
      beginPass(imported, { range: null, lateFrom: null, deepCheck: true, until: later }),
      later,
    );
    expect(windows).toHaveLength(1);
    expect(later - (windows[0]?.from ?? 0)).toBeGreaterThan((DEEP_CHECK_DAYS - 1) * DAY_MS);
  });

  it("keeps an interrupted second reading owed", () => {
    const pass = beginPass(imported, { ...openPass, range: null, lateFrom: at(75), until: later });
    const window = nextWindow(pass, later);
    if (!window) throw new Error("expected a window");
    const interrupted = afterWindow(pass, window, later);
    const again = beginPass(interrupted, {
      range: null,
      lateFrom: null,
      deepCheck: false,
      until: later + HOUR_MS,
    });
    expect(again.recheckFrom).toBe(window.to);
  });

  it("reads the newest data before the rest of the history", () => {
    const fresh = openCursor({ start: at(300), end: NOW }, NOW);
    const first = nextWindow(fresh, NOW);
    if (!first) throw new Error("expected a window");
    const pass = beginPass(afterWindow(fresh, first, NOW), { ...openPass, range: null, until: later });
    expect(walk(pass, later).windows.map(({ purpose }) => purpose)[0]).toBe("recheck");
  });
});

const seconds = (max: number) =>
  fc.integer({ min: 0, max: Math.floor(max / SECOND_MS) }).map((s) => s * SECOND_MS);

describe("any history, stopped at any point", () => {
  it("is covered exactly once by backfill windows of at most 30 days, and the plan ends", () => {
    fc.assert(
      fc.property(
        seconds(4_000 * DAY_MS),
        seconds(10 * DAY_MS),
        fc.integer({ min: 0, max: 6 }),
        (age, quiet, failures) => {
          const range = { start: NOW - age - quiet, end: NOW - quiet };
          const opened = openCursor(range, NOW);
          const { windows, end } = walk(opened, NOW, windowDaysAfter(failures));
          let edge = opened.backfilledTo;
          for (const { purpose, from, to } of windows) {
            const sound = purpose === "backfill" && to === edge && from < to && to <= NOW;
            if (!sound || to - from > WINDOW_DAYS_MAX * DAY_MS)
              throw new Error(`unsound window ${from}..${to}`);
            edge = from;
          }
          expect(edge).toBe(opened.backfillFrom);
          expect(edge).toBeLessThanOrEqual(Math.max(range.start, Date.UTC(2015, 0, 1)));
          expect(opened.backfilledTo).toBeGreaterThan(Math.min(range.end, NOW - SECOND_MS));
          expect(end.windowsDone).toBe(windows.length);
        },
      ),
      { seed: 20_300_310, numRuns: 300 },
    );
  });

  it("ends fully read when runs are cut off after any number of windows and new passes begin", () => {
    const step = fc.record({
      windows: fc.integer({ min: 0, max: 4 }),
      pause: seconds(3 * DAY_MS),
      late: fc.option(seconds(200 * DAY_MS), { nil: null }),
      deepCheck: fc.boolean(),
      failures: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(seconds(900 * DAY_MS), fc.array(step, { maxLength: 12 }), (age, steps) => {
        let until = NOW;
        let cursor = openCursor({ start: NOW - age, end: NOW }, NOW);
        let read: { from: Instant; to: Instant }[] = [];
        let owedFrom: Instant = Infinity;
        const take = (window: PlannedWindow) => {
          expect(window.from).toBeLessThan(window.to);
          expect(window.to - window.from).toBeLessThanOrEqual(WINDOW_DAYS_MAX * DAY_MS);
          expect(window.to).toBeLessThanOrEqual(until);
          read.push(window);
          cursor = afterWindow(cursor, window, until);
        };
        for (const { windows, pause, late, deepCheck, failures } of steps) {
          for (let done = 0; done < windows; done += 1) {
            const window = nextWindow(cursor, until, windowDaysAfter(failures));
            if (window === null) break;
            take(window);
          }
          if (nextWindow(cursor, until) === null) owedFrom = Infinity;
          until += pause;
          const lateFrom = late === null ? null : until - late;
          // Only readings made after the late upload count as having seen it.
          if (lateFrom !== null) {
            owedFrom = Math.min(owedFrom, lateFrom);
            read = read.map(({ from, to }) => ({ from, to: Math.max(from, Math.min(to, lateFrom)) }));
          }
          cursor = beginPass(cursor, { range: null, lateFrom, deepCheck, until });
        }
        for (let w = nextWindow(cursor, until); w; w = nextWindow(cursor, until)) take(w);
        expect(cursor.checkedThrough).toBe(until);
        expect(cursor.backfilledTo).toBe(cursor.backfillFrom);
        const oldest = Math.min(NOW - age, owedFrom);
        expect(uncovered(read, { from: oldest, to: until })).toBe(0);
      }),
      { seed: 20_300_311, numRuns: 500 },
    );
  });
});

/** Milliseconds of a stretch that no window covers. */
function uncovered(
  windows: readonly { from: Instant; to: Instant }[],
  stretch: { from: Instant; to: Instant },
): number {
  let edge = stretch.from;
  let missing = 0;
  for (const { from, to } of windows.toSorted((a, b) => a.from - b.from)) {
    missing += Math.max(0, Math.min(from, stretch.to) - edge);
    edge = Math.max(edge, Math.min(to, stretch.to));
  }
  return missing + Math.max(0, stretch.to - edge);
}

describe("settings of the plan", () => {
  it("halves the window when a window keeps failing, down to a day", () => {
    expect([0, 1, 2, 3, 4, 5, 50].map(windowDaysAfter)).toEqual([30, 30, 15, 7, 3, 1, 1]);
  });

  it("does not ask with a lastSyncTime of 30 days or more", () => {
    expect(trustedLastSyncTime(null, NOW)).toBeNull();
    expect(trustedLastSyncTime(at(29), NOW)).toBe(at(29));
    expect(trustedLastSyncTime(at(30), NOW)).toBeNull();
  });
});
