import { type Clock, type Instant, MINUTE_MS } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import { inSystemTransaction } from "@/lib/db/context";
import { errorFields, type Logger } from "@/lib/log";
import { refreshSummary } from "@/lib/reports/mutations-summary";
import { accessForSummary } from "@/lib/sharing/access";

/** One round's share: well under a second of work, between which everything else of the worker gets its turn. */
const ROUND_MAX = 16;
/** What could not be counted is tried again, but not at once. */
const RETRY_AFTER_MS = 5 * MINUTE_MS;

interface SummaryTools {
  readonly db: Database;
  readonly clock: Clock;
  readonly delayMinutes: number;
  readonly log: Logger;
  /** True once the worker is asked to stop: the round then ends with the patient it is at. */
  readonly isStopping: () => boolean;
}

/**
 * Counts anew what has changed, longest due first and one after the other. `stale_since` is the truth: whoever is left over,
 * or could not be counted, is found again by a later round, on any machine.
 */
export class SummaryRefresher {
  readonly #tools: SummaryTools;
  /** Patients who could not be counted, and until when they stand aside: nobody else waits behind them. */
  readonly #setAside = new Map<string, Instant>();

  constructor(tools: SummaryTools) {
    this.#tools = tools;
  }

  /** Returns how many were counted. */
  async round(): Promise<number> {
    const { db, clock, isStopping } = this.#tools;
    for (const [patientId, until] of this.#setAside)
      if (until <= clock.now()) this.#setAside.delete(patientId);
    let counted = 0;
    for (const patientId of await staleSummaries(db, [...this.#setAside.keys()])) {
      if (isStopping()) break;
      if (await this.#isCounted(patientId)) counted += 1;
    }
    return counted;
  }

  async #isCounted(patientId: string): Promise<boolean> {
    const { db, clock, delayMinutes, log } = this.#tools;
    try {
      const access = await accessForSummary(patientId, { db });
      if (access === null) return false;
      await refreshSummary(access, { db, clock, delayMinutes });
      return true;
    } catch (error) {
      this.#setAside.set(patientId, clock.now() + RETRY_AFTER_MS);
      log.warn("summary.not-counted", { patientId, ...errorFields(error) });
      return false;
    }
  }
}

/** Whose summaries are due, longest first. That is all that the scheduler sees of them. */
async function staleSummaries(db: Database, setAside: readonly string[]): Promise<string[]> {
  const rows = await inSystemTransaction(
    "system:scheduler",
    (tx) => tx.$queryRaw<{ patientId: string }[]>`
      SELECT patient_id AS "patientId" FROM stale_summaries(${setAside}::uuid[], ${ROUND_MAX})
      ORDER BY stale_since`,
    { db },
  );
  return rows.map(({ patientId }) => patientId);
}
