import type { Band } from "@/lib/glucose/bands";

/** Raised with every change of the shape below: a page never reads a copy that another version wrote. */
const OFFLINE_OVERVIEW_VERSION = 1;

/**
 * The newest overview as finished texts in the reader's language: nothing here is computed with any more, and nothing
 * names the person, an id or an address.
 */
export interface OfflineOverview {
  readonly version: typeof OFFLINE_OVERVIEW_VERSION;
  /** BCP 47, for the one date that the browser writes itself: when the copy was kept. */
  readonly locale: string;
  readonly title: string;
  /** "Nov 11 – 24, 2026 · 14 days · sensor active 95 % of the time". */
  readonly facts: string;
  /** "Data through Tue, Nov 24, 9:05 PM". */
  readonly dataThrough: string;
  readonly sentences: readonly string[];
  readonly range: OfflineTable<OfflineBand>;
  readonly figures: { readonly title: string; readonly rows: readonly OfflineFigure[] };
  readonly profile: OfflineTable<readonly string[]>;
}

/** A table, or no rows and the reason. */
export interface OfflineTable<Row> {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** What is to be known about the figures, or why there are none. */
  readonly notes: readonly string[];
}

export interface OfflineBand {
  readonly band: Band;
  readonly name: string;
  /** With its unit: "70–180 mg/dL". */
  readonly range: string;
  readonly percent: string;
  readonly time: string;
  readonly goal: string;
}

export interface OfflineFigure {
  readonly term: string;
  /** With its unit; a dash where the figure is withheld. */
  readonly value: string;
  /** Its goal, or why it is withheld. */
  readonly note: string;
}

/** The same text that was kept, or null when another version of Hindsight kept it. */
export function readOfflineOverview(json: string): OfflineOverview | null {
  const kept: unknown = JSON.parse(json);
  return isOfflineOverview(kept) ? kept : null;
}

// The seal vouches for every letter (sealed-copy.ts): what is left to check is which version wrote it.
function isOfflineOverview(kept: unknown): kept is OfflineOverview {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "version" in kept &&
    kept.version === OFFLINE_OVERVIEW_VERSION
  );
}
