import type { HeldAgainst } from "@/components/reports/held-against";
import { DAY_MS, type Instant } from "@/lib/clock";
import type { ConnectionView, SyncRunView } from "@/lib/connections/status";
import { type DayChart, dayChart } from "@/lib/glucose/day";
import type { Freshness } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import { periodBefore } from "@/lib/glucose/period";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Egv, GlucoseEvent } from "@/lib/glucose/reading";
import { buildSeries } from "@/lib/glucose/series";
import { freshAt, stream } from "@/lib/glucose/testing/readings";
import { type Overview, overviewFrom } from "@/lib/reports/overview";

/** Fourteen days that end three hours before this; 2026-11-08 is a Sunday. */
export const NOW = Date.parse("2026-11-22T00:00:00Z");
export const LAST_DATE: LocalDate = "2026-11-21";
export const FIRST_DATE: LocalDate = "2026-11-08";
export const LOCALE = "en-US";

const HOUR_MS = 3_600_000;

/** A day that swings through all five bands: 45 to 275 mg/dL, lowest at 3 in the morning. */
function swing(at: Instant): number {
  const hour = (at % DAY_MS) / HOUR_MS;
  return Math.round(160 - 115 * Math.cos(((hour - 3) / 24) * 2 * Math.PI));
}

/** How a view is looked at unless ranges were chosen. */
export const WITH_STANDARD = heldWith("standard");

export function heldWith(ranges: RangeSetChoice): HeldAgainst {
  return { ranges, hrefOf: (set) => `?ranges=${set}` };
}

export interface Period14 extends Overview {
  readonly freshness: Freshness;
}

export function periodOf(
  readings: readonly Egv[],
  from: LocalDate = FIRST_DATE,
  days = 14,
  ranges?: RangeSetChoice,
): Period14 {
  const freshness = freshAt(NOW);
  const series = buildSeries(readings);
  const period = { from, to: LAST_DATE, days };
  const input = { series, period, freshness };
  return { ...overviewFrom(input, { ...input, period: periodBefore(period) }, ranges), freshness };
}

export function fullReadings(): Egv[] {
  return stream("2026-11-07T00:00:00Z", NOW - 3 * HOUR_MS, swing);
}

/** Enough for the bands and the mean, too little for GMI and the profile. */
export function fewReadings(): Egv[] {
  return stream("2026-11-19T00:00:00Z", NOW - 3 * HOUR_MS, swing);
}

export function dayOf(
  readings: readonly Egv[],
  date: LocalDate = LAST_DATE,
  ranges: RangeSetChoice = "standard",
): DayChart {
  const set = RANGE_SETS[ranges];
  return dayChart({ series: buildSeries(readings), date, freshness: freshAt(NOW), set });
}

export function eventAt(at: string, more: Partial<GlucoseEvent>): GlucoseEvent {
  return {
    recordId: `event-${at}`,
    systemTime: Date.parse(at),
    displayOffsetMinutes: 0,
    type: "carbs",
    subType: null,
    value: 45,
    unit: "grams",
    ...more,
  };
}

export function connectionWith(more: Partial<ConnectionView>): ConnectionView {
  return {
    id: "connection",
    environment: "simulator",
    status: "active",
    reason: null,
    connectedAt: NOW - 30 * DAY_MS,
    disconnectedAt: null,
    lastSyncAt: NOW - HOUR_MS,
    lastOutcome: "complete",
    nextSyncAt: NOW + HOUR_MS,
    lastUploadAt: NOW - HOUR_MS,
    syncing: false,
    progress: null,
    ...more,
  };
}

export function runWith(more: Partial<SyncRunView>): SyncRunView {
  return {
    id: "run",
    trigger: "scheduled",
    startedAt: NOW - HOUR_MS,
    finishedAt: NOW - HOUR_MS + 1_000,
    outcome: "complete",
    added: 0,
    changed: 0,
    removed: 0,
    quarantined: 0,
    withheld: 0,
    ...more,
  };
}
