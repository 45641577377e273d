import type { ViewerIdentity } from "@/lib/accounts/schema";
import type { AuditAction } from "@/lib/audit/schema";
import type { Instant } from "@/lib/clock";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { ActingFor, Disclosed } from "./policy";
import type { DataWindow, OwnerWords, ShareLasts, ShareScope } from "./schema";

/** Where a share stands. `lib/sharing/README.md` draws the moves between them. */
export type ShareState = "offered" | "redeemed" | "active" | "ended";
export type ShareEnd = "withdrawn" | "declined" | "revoked" | "left" | "expired";

/** Whom a share lets in: one person, whoever works in a clinic, or whoever has its link and passcode. */
export type ShareKind = "person" | "clinic" | "link";

/** What a share lets somebody see. */
export interface ShareView {
  readonly id: string;
  readonly kind: ShareKind;
  readonly state: ShareState;
  readonly scope: ShareScope;
  readonly withEvents: boolean;
  readonly withNotes: boolean;
  readonly window: DataWindow;
  /** How long, as it was chosen. */
  readonly lasts: ShareLasts;
  /** Whether that time still has to begin: of a code it counts from the confirmation. */
  readonly beginsWhenConfirmed: boolean;
  /** Null: until it is stopped, or not begun. */
  readonly expiresAt: Instant | null;
  readonly createdAt: Instant;
  readonly activatedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endReason: ShareEnd | null;
}

/** A share as its owner sees it. */
export interface OwnedShare extends ShareView {
  readonly words: OwnerWords;
  /** Who redeemed or accepted; null before. */
  readonly viewer: ViewerIdentity | null;
  /** What the clinic was called when the owner shared with it; null for every other share. */
  readonly clinicName: string | null;
  /** Until when an offer can be taken; null once it was. */
  readonly offerExpiresAt: Instant | null;
  readonly isInvitation: boolean;
  /** A year has passed since it was last said to be right. */
  readonly isDueForReminder: boolean;
  /** Null for a share with a person. */
  readonly link: LinkUse | null;
}

/** How often a link may be opened, and how often it was. */
export interface LinkUse {
  readonly opensMax: number;
  readonly opensUsed: number;
  /** The newest first. */
  readonly openings: readonly LinkOpening[];
}

/** One opening of a link: from where, as coarsely as a session is kept. */
export interface LinkOpening {
  readonly id: string;
  readonly at: Instant;
  readonly browser: string | null;
  readonly system: string | null;
  readonly network: string | null;
}

/** A share as whoever is let in sees it. */
export interface SharedWithMe extends ShareView {
  readonly patientId: string;
  /** Null before they are let in by a code. */
  readonly patientName: string | null;
  readonly note: string | null;
}

/** One look of somebody else, or an export of the owner's own, as the owner gets to see it. */
export interface SeenLook {
  /** Its place in the patient's record, from 1. */
  readonly seq: number;
  readonly at: Instant;
  /** The person; of a look by a link, the share. */
  readonly viewerId: string;
  /** As they were called at that moment; null for whoever had a link. */
  readonly viewerName: string | null;
  /** The clinic on whose behalf, as it was called at that moment; null for whoever looked for themselves. */
  readonly clinic: ActingFor | null;
  /** From where; null where it is not known. */
  readonly network: string | null;
  readonly channel: "page" | "api" | "link" | "export";
  readonly what: Disclosed;
  /** First and last local date; null for a view without days. */
  readonly days: { readonly from: LocalDate; readonly to: LocalDate } | null;
  /** Null for the owner themselves. */
  readonly shareId: string | null;
}

/** A move of a share, as the log tells it. */
export interface ShareMove {
  readonly id: string;
  readonly at: Instant;
  readonly action: Extract<AuditAction, `share.${string}`>;
  readonly shareId: string;
  /** Why it ended; null for every other move. */
  readonly reason: ShareEnd | null;
  readonly isOwners: boolean;
}
