import { type Clock, type Instant, systemClock } from "@/lib/clock";
import { connectionAndReach } from "@/lib/connections/data";
import type { ConnectionView } from "@/lib/connections/status";
import type { TransactionOptions } from "@/lib/db/context";
import { env } from "@/lib/env";
import { availableUntil } from "@/lib/glucose/delay";
import type { Freshness } from "@/lib/glucose/figures";
import { type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import { type PatientAccess, type ShareLimits, showsDate } from "@/lib/sharing/policy";

/** How old a patient's data is and how their connection stands: what every page and answer says first. */
export interface Standing {
  readonly freshness: Freshness;
  readonly connection: ConnectionView | null;
  /** The first local date that Dexcom has readings for and that is shown; null while neither is known. */
  readonly firstDate: LocalDate | null;
}

export interface StandingOptions extends TransactionOptions {
  readonly clock?: Clock;
  readonly delayMinutes?: number;
}

export async function standingOf(
  access: PatientAccess,
  { clock = systemClock, delayMinutes = env().DEXCOM_DATA_DELAY_MINUTES, ...options }: StandingOptions = {},
): Promise<Standing> {
  const { view, reach } = await connectionAndReach(access, { clock, ...options });
  const { limits } = access;
  const connection = view && shownConnection(withProgress(view), limits);
  const displayOffsetMinutes = reach.newestOffsetMinutes ?? 0;
  const dateOf = (at: Instant) => localDateOf(at, displayOffsetMinutes);
  const { historyFrom, dataThrough } = reach;
  return {
    connection,
    freshness: {
      now: clock.now(),
      delayMinutes,
      availableUntil: availableUntil(clock, delayMinutes),
      // While the first import runs, older days have not been asked for: the engine must not call them gaps.
      checkedThrough: isImporting(connection) ? null : reach.checkedThrough,
      // Readings that all lie before what is shared are none, for whoever is let in.
      dataThrough: dataThrough !== null && showsDate(limits, dateOf(dataThrough)) ? dataThrough : null,
      displayOffsetMinutes,
    },
    firstDate: shownFirstDate(historyFrom === null ? null : dateOf(historyFrom), limits),
  };
}

function shownFirstDate(first: LocalDate | null, limits: ShareLimits | null): LocalDate | null {
  return first !== null && showsDate(limits, first) ? first : (limits?.from ?? first);
}

/** How far back the history reaches is nothing that a share shows. */
function shownConnection(view: ConnectionView, limits: ShareLimits | null): ConnectionView {
  if (limits === null || view.progress === null) return view;
  return { ...view, progress: { ...view.progress, fetchingFrom: null } };
}

/** An import that has not learned its size yet is at 0 of 0, never "no import". */
function withProgress(view: ConnectionView): ConnectionView {
  const unknown = { windowsDone: 0, windowsTotal: 0, fetchingFrom: null, secondsLeft: null };
  return view.status === "importing" ? { ...view, progress: view.progress ?? unknown } : view;
}

function isImporting(connection: ConnectionView | null): boolean {
  return connection !== null && (connection.status === "importing" || connection.progress !== null);
}
