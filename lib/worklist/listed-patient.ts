import { TARGETS, type Targets } from "@/lib/clinics/schema";
import type { Instant } from "@/lib/clock";
import { parseLocalDate } from "@/lib/glucose/local-time";
import type { DataWindow, ShareScope } from "@/lib/sharing/schema";
import type { SummaryVersion } from "./data-sealed";
import type { ConnectionState } from "./row";

/** A patient who shares with a clinic, as far as no seal has to be broken. */
export interface ListedPatient {
  readonly patientId: string;
  readonly shareId: string;
  readonly scope: ShareScope;
  readonly window: DataWindow;
  readonly expiresAt: Instant | null;
  /** What was chosen for this patient; null: the clinic's default. */
  readonly chosenTargets: Targets | null;
  readonly siteId: string | null;
  /** Also those that the clinic has taken away since. */
  readonly tagIds: readonly string[];
  readonly connection: ConnectionState;
  /** Of the wall clock that the newest readings were shown on. */
  readonly displayOffsetMinutes: number;
  readonly wrappedKey: string;
  /** Null while nothing was computed. */
  readonly summary: SummaryVersion | null;
  /** By the clinic's members; null: nobody yet. */
  readonly review: NewestReview | null;
}

/** Who looked a patient through last. */
export interface NewestReview {
  readonly at: Instant;
  readonly userId: string;
}

/** A row of `clinic_listed`, as data-listed.ts asks for it. */
export interface ListedRow {
  readonly patientId: string;
  readonly shareId: string;
  readonly scope: string;
  readonly windowFrom: string | null;
  readonly windowDays: number | null;
  readonly expiresAt: number | null;
  readonly targets: string | null;
  readonly siteId: string | null;
  /** With a blank between them. */
  readonly tagIds: string | null;
  readonly status: string | null;
  readonly offset: number | null;
  readonly wrapped: string;
  readonly revision: number | null;
  readonly format: number | null;
  readonly isCounted: boolean;
  readonly reviewedBy: string | null;
  readonly reviewedAt: number | null;
}

export function patientOf(row: ListedRow): ListedPatient {
  const { patientId, revision, format, reviewedBy, reviewedAt } = row;
  return {
    patientId,
    shareId: row.shareId,
    scope: row.scope === "summary" ? "summary" : "reports",
    window: windowIn(row.windowFrom, row.windowDays),
    expiresAt: row.expiresAt,
    chosenTargets: TARGETS.find((known) => known === row.targets) ?? null,
    siteId: row.siteId,
    tagIds: row.tagIds ? row.tagIds.split(" ") : [],
    connection: connectionIn(row.status),
    displayOffsetMinutes: row.offset ?? 0,
    wrappedKey: row.wrapped,
    summary: row.isCounted && revision !== null && format !== null ? { patientId, revision, format } : null,
    review: reviewedBy === null || reviewedAt === null ? null : { at: reviewedAt, userId: reviewedBy },
  };
}

const ALL: DataWindow = { kind: "all" };

function windowIn(from: string | null, days: number | null): DataWindow {
  if (days !== null) return { kind: "days", days };
  const date = from === null ? null : parseLocalDate(from);
  return date === null ? ALL : { kind: "from", date };
}

/** How a connection stands, by its row; an import that goes on is one that works. */
function connectionIn(status: string | null): ConnectionState {
  if (status === null) return "none";
  if (status === "reconnect_needed") return "broken";
  return status === "disconnected" ? "disconnected" : "active";
}
