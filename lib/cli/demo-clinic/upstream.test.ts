import { describe, expect, it } from "vitest";
import { demoPatients } from "@/lib/cli/demo-clinic/patients";
import { demoUpstream } from "@/lib/cli/demo-clinic/upstream";
import { DAY_MS, fixedClock, HOUR_MS } from "@/lib/clock";
import { retrospectiveWindow } from "@/lib/glucose/delay";
import type { WindowedKind } from "@/lib/sync/plan";

const NOW = Date.UTC(2026, 9, 20, 12);
const at = { clock: fixedClock(NOW), delayMinutes: 180 };
const UNTIL = NOW - 3 * HOUR_MS;
const [first] = demoPatients(1, NOW);
if (!first) throw new Error("there is a first patient");
const { person } = first;
const upstream = demoUpstream(person, at);

function task(kind: WindowedKind, from: number, to: number) {
  const window = retrospectiveWindow({ from, to, ...at });
  if (window === null) throw new Error("the window is available");
  return { kind, planned: { purpose: "backfill" as const, from, to }, window };
}

async function read(kind: WindowedKind) {
  const answer = await upstream.read([task(kind, NOW - 2 * DAY_MS, NOW)], { devices: true });
  if (!answer.ok) throw new Error("it answers");
  return answer.value;
}

describe("the Dexcom of the demo's clinic", () => {
  it("holds the delay like the real one: nothing of the last three hours, in any answer", async () => {
    const range = await upstream.dataRange(null);
    expect(range).toMatchObject({ ok: true, value: { egvs: { start: person.historyStart, end: UNTIL } } });
    for (const kind of ["egv", "event", "calibration", "alert"] as const) {
      const { pages } = await read(kind);
      for (const { page } of pages) expect(page.dataThrough ?? 0).toBeLessThan(UNTIL);
    }
  });

  it("says what the person measured, entered and heard, each entry under the same id every time", async () => {
    const [egvs, events, alerts] = [await read("egv"), await read("event"), await read("alert")];
    const truth = person.egvs(NOW - 2 * DAY_MS, UNTIL);
    expect(truth.length).toBeGreaterThan(400);
    expect(egvs.pages[0]?.page.records).toMatchObject(
      truth.map(({ systemTime, value, displayOffsetMinutes }) => ({
        systemTime,
        value,
        displayOffsetMinutes,
      })),
    );
    expect(events.pages[0]?.page.records).toMatchObject(
      person
        .events(NOW - 2 * DAY_MS, UNTIL)
        .map(({ eventType, value, unit }) => ({ type: eventType, value, unit })),
    );
    expect(events).toEqual(await read("event"));
    expect(alerts.pages[0]?.page.records).toMatchObject(
      person.alerts(NOW - 2 * DAY_MS, UNTIL).map(({ alertName }) => ({ name: alertName })),
    );
    expect(egvs.devices?.devices[0]?.schedules[0]?.settings).toContainEqual(
      expect.objectContaining({ name: "urgentLow", value: 55, snoozeMinutes: 30 }),
    );
  });

  it("knows only what was uploaded since it was last asked", async () => {
    expect(await upstream.dataRange(UNTIL)).toMatchObject({ ok: true, value: { egvs: null } });
    const since = UNTIL - HOUR_MS;
    expect(await upstream.dataRange(since)).toMatchObject({
      ok: true,
      value: { egvs: { start: since, end: UNTIL } },
    });
  });
});
