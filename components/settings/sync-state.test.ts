import { describe, expect, it } from "vitest";
import { hasEnded, readSyncState, type SyncState } from "./sync-state";

const answer = (syncing: boolean, startedAt: string, finishedAt: string | null) =>
  readSyncState({ connection: { syncing }, runs: [{ startedAt, finishedAt }] });
const state = (syncing: boolean, startedAt: string, finished: boolean): SyncState => ({
  syncing,
  newest: { startedAt, finished },
});

describe("the state of a sync", () => {
  it("is read from the API's answer, and from nothing else", () => {
    expect(answer(true, "10:00", null)).toEqual(state(true, "10:00", false));
    expect(answer(false, "10:00", "10:01")).toEqual(state(false, "10:00", true));
    expect(readSyncState({ connection: { syncing: false }, runs: [] })).toEqual({
      syncing: false,
      newest: null,
    });
    for (const other of [null, "x", {}, { connection: null, runs: [] }, { connection: { syncing: true } }])
      expect(readSyncState(other)).toBeNull();
  });

  it("is not called done while the run that was asked for has not begun", () => {
    const asked = state(false, "10:00", true);
    expect(hasEnded(asked, state(false, "10:00", true))).toBe(false);
    expect(hasEnded(asked, state(true, "10:05", false))).toBe(false);
    expect(hasEnded(asked, state(false, "10:05", false))).toBe(false);
    expect(hasEnded(asked, state(false, "10:05", true))).toBe(true);
  });

  it("is done when the run that was under way has ended", () => {
    const asked = state(true, "10:00", false);
    expect(hasEnded(asked, state(true, "10:00", false))).toBe(false);
    expect(hasEnded(asked, state(false, "10:00", true))).toBe(true);
  });

  it("is done as soon as nothing runs, for a page that only watches", () => {
    expect(hasEnded(null, state(true, "10:00", false))).toBe(false);
    expect(hasEnded(null, state(false, "10:00", true))).toBe(true);
  });
});
