import type { Instant } from "@/lib/clock";
import { addDays, type LocalDate, parseLocalDate } from "@/lib/glucose/local-time";
import type { ActingFor } from "./policy";
import { type DataWindow, SHARE_LASTS, type ShareLasts, type ShareScope } from "./schema";
import type { ShareEnd, ShareKind, ShareState, ShareView } from "./status";

/** The columns from which `viewOf` makes what both sides see of a share. */
export const VIEW_COLUMNS = {
  id: true,
  kind: true,
  state: true,
  scope: true,
  withEvents: true,
  withNotes: true,
  windowFrom: true,
  windowDays: true,
  lasts: true,
  invitedHmac: true,
  expiresAt: true,
  createdAt: true,
  activatedAt: true,
  endedAt: true,
  endReason: true,
} as const;

/** A data window as its columns say it. */
export interface WindowRow {
  readonly windowFrom: Date | null;
  readonly windowDays: number | null;
}

export function windowOf({ windowFrom, windowDays }: WindowRow): DataWindow {
  if (windowDays !== null) return { kind: "days", days: windowDays };
  const date = windowFrom && parseLocalDate(windowFrom.toISOString().slice(0, 10));
  return date ? { kind: "from", date } : { kind: "all" };
}

/** The first local date that a window shows, by the newest one there can be; null for all. */
export function firstDateIn(window: DataWindow, lastDate: LocalDate): LocalDate | null {
  if (window.kind === "all") return null;
  return window.kind === "from" ? window.date : addDays(lastDate, 1 - window.days);
}

interface ShareRow extends WindowRow {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly scope: string;
  readonly withEvents: boolean;
  readonly withNotes: boolean;
  readonly lasts: string;
  readonly invitedHmac: string | null;
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
  readonly activatedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
}

/** An active share whose time is over has ended, whether the housekeeping has said so yet or not. */
export function viewOf(row: ShareRow, now: Instant): ShareView {
  const hasExpired = row.state === "active" && row.expiresAt !== null && row.expiresAt.getTime() <= now;
  return {
    id: row.id,
    kind: oneOf(KINDS, row.kind),
    state: hasExpired ? "ended" : oneOf(STATES, row.state),
    scope: row.scope === "summary" ? "summary" : "reports",
    withEvents: row.withEvents,
    withNotes: row.withNotes,
    window: windowOf(row),
    lasts: lastsIn(row.lasts),
    beginsWhenConfirmed: row.invitedHmac === null && (row.state === "offered" || row.state === "redeemed"),
    expiresAt: row.expiresAt?.getTime() ?? null,
    createdAt: row.createdAt.getTime(),
    activatedAt: row.activatedAt?.getTime() ?? null,
    endedAt: hasExpired ? (row.expiresAt?.getTime() ?? null) : (row.endedAt?.getTime() ?? null),
    endReason: hasExpired ? "expired" : row.endReason === null ? null : oneOf(ENDS, row.endReason),
  };
}

/** How long a share lasts, as its row says. */
export function lastsIn(text: string): ShareLasts {
  return oneOf(SHARE_LASTS, text);
}

const KINDS: readonly ShareKind[] = ["person", "clinic", "link"];
const STATES: readonly ShareState[] = ["offered", "redeemed", "active", "ended"];
const ENDS: readonly ShareEnd[] = ["withdrawn", "declined", "revoked", "left", "expired"];

function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new Error("A share says something that the database should refuse.");
  return found;
}

/** A share on which a viewer's access can rest, or that did so once. */
export interface FoundShare {
  readonly id: string;
  readonly isActive: boolean;
  readonly scope: ShareScope;
  readonly withEvents: boolean;
  readonly withNotes: boolean;
  readonly window: DataWindow;
  /** With whom it is; null for a share with a person, and of a link. */
  readonly clinic: ActingFor | null;
}
