import { DAY_MS, type Instant, systemClock } from "@/lib/clock";
import { dataReach } from "@/lib/connections/data";
import type { TransactionOptions } from "@/lib/db/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { availableUntil, withholdNewerThan } from "@/lib/glucose/delay";
import { withoutDuplicates } from "@/lib/glucose/duplicates";
import { addDays, type LocalDate, localDateOf } from "@/lib/glucose/local-time";
import { customPeriod, instantsToLoad, SUMMARY_DAYS_MAX } from "@/lib/glucose/period";
import type { Egv } from "@/lib/glucose/reading";
import { readEgvs, readOldestEgv } from "@/lib/readings/data";
import { refused } from "@/lib/refusals";
import { type AccessOptions, type Looking, readPatient } from "@/lib/sharing/access";
import type { LookedAtDays } from "@/lib/sharing/mutations-disclosure";
import { type PatientAccess, showsDate } from "@/lib/sharing/policy";
import type { ReadingsExportQuery } from "./schema";

/** Days (UTC) that are read at once: some four thousand readings, opened in a moment. */
const PART_DAYS = 14;

/** Who takes readings away, and of whom. */
type Exporting = Pick<Looking<never>, "userId" | "patient" | "network">;

/**
 * The readings of some days, oldest first, each once, as far as they are shared and older than the delay; at least one part.
 *
 * Each part is a read of its own: whether there is a share, what it shows and the row in the record are asked anew, so that
 * a download ends where the share does. Then it throws, as it does when the days still to come are not shared any more: a
 * file that is not whole must not look like one that is. All parts are one look, since they name the same days.
 *
 * Throws `bad_request` for days that are none, `not-shared` where none of them is shared, and what `readPatient` refuses.
 */
export async function* exportedReadings(
  exporting: Exporting,
  query: ReadingsExportQuery,
  options: AccessOptions = {},
): AsyncGenerator<readonly Egv[], void> {
  const { clock = systemClock, delayMinutes = env().DEXCOM_DATA_DELAY_MINUTES } = options;
  const until = availableUntil(clock, delayMinutes);
  const partOf = (known: LookedAtDays | null, part: number) =>
    readPatient<ReadPart>(
      { ...exporting, what: "export-readings", daysOf: ({ days }) => days },
      async (access, running) => {
        const days = known ?? (await daysToExport(access, query, until, running));
        return { days, readings: await readPart(access, { days, part, until }, running) };
      },
      options,
    );
  const { days, readings } = await partOf(null, 0);
  yield readings;
  const { from, to } = instantsOf(days, until);
  for (let part = 1; from + part * PART_DAYS * DAY_MS < to; part += 1)
    yield (await partOf(days, part)).readings;
}

interface ReadPart {
  /** Of the whole export. */
  readonly days: LookedAtDays;
  readonly readings: readonly Egv[];
}

/** What is asked for of what there is and is shown. */
async function daysToExport(
  access: PatientAccess,
  { from, to }: ReadingsExportQuery,
  until: Instant,
  running: TransactionOptions,
): Promise<LookedAtDays> {
  const { newestOffsetMinutes } = await dataReach(access, running);
  const lastDate = localDateOf(until, newestOffsetMinutes ?? 0);
  if (from === undefined && to === undefined)
    return shownOf({ from: await firstDate(access, lastDate, running), to: lastDate }, access);
  const period = customPeriod({ from, to }, { daysMax: SUMMARY_DAYS_MAX, lastDate });
  if (!period.ok) throw new AppError("bad_request", period.error.detail);
  return shownOf(period.value, access);
}

/** The date of the oldest reading. */
async function firstDate(
  access: PatientAccess,
  lastDate: LocalDate,
  running: TransactionOptions,
): Promise<LocalDate> {
  const oldest = await readOldestEgv(access, running);
  if (oldest === null) return access.limits?.from ?? lastDate;
  const date = localDateOf(oldest.systemTime, oldest.displayOffsetMinutes);
  return date < lastDate ? date : lastDate;
}

function shownOf({ from, to }: LookedAtDays, { limits }: PatientAccess): LookedAtDays {
  if (!showsDate(limits, to)) throw refused("not-shared");
  return { from: limits?.from && limits.from > from ? limits.from : from, to };
}

interface PartWish {
  readonly days: LookedAtDays;
  /** From 0. */
  readonly part: number;
  readonly until: Instant;
}

async function readPart(
  access: PatientAccess,
  { days, part, until }: PartWish,
  running: TransactionOptions,
): Promise<readonly Egv[]> {
  // The oldest date that the wall clock can have shown in this part.
  const oldest = part === 0 ? days.from : addDays(days.from, part * PART_DAYS - 2);
  if (!showsDate(access.limits, oldest)) throw refused("not-shared");
  const whole = instantsOf(days, until);
  const from = whole.from + part * PART_DAYS * DAY_MS;
  const to = Math.min(from + PART_DAYS * DAY_MS, whole.to);
  // Copies of one reading on both sides of a part's edge are one since they were stored (lib/readings/mutations.ts).
  const stored = await readEgvs(access, { from, to }, running);
  const { kept } = withholdNewerThan(withoutDuplicates(stored), until);
  return kept.filter(({ systemTime, displayOffsetMinutes }) => {
    const date = localDateOf(systemTime, displayOffsetMinutes);
    return date >= days.from && date <= days.to;
  });
}

/** Where readings of these days can lie, half-open. */
function instantsOf(days: LookedAtDays, until: Instant): { readonly from: Instant; readonly to: Instant } {
  const { from, to } = instantsToLoad(days);
  return { from, to: Math.min(to, until + 1) };
}
