import type { ViewerIdentity } from "@/lib/accounts/schema";
import type { Instant } from "@/lib/clock";
import type { ClinicRole, ClinicSettings, LabelKind } from "./schema";

/** A clinic in which somebody works. */
export interface OwnClinic {
  readonly id: string;
  readonly name: string;
  readonly role: ClinicRole;
}

/** A clinic as its members see it. */
export interface ClinicView extends ClinicSettings {
  readonly id: string;
  /** What patients enter to share with it, as it is read aloud. */
  readonly code: string;
}

export interface MemberView {
  readonly userId: string;
  /** As they were known when they last came. */
  readonly identity: ViewerIdentity;
  readonly role: ClinicRole;
  readonly joinedAt: Instant;
  readonly lastSeenAt: Instant;
  /** They have not come for so long that they have no access any more. */
  readonly isInactive: boolean;
}

/** An invitation as administrators see it. */
export interface InvitationView {
  readonly id: string;
  readonly role: ClinicRole;
  readonly address: string;
  /** The name of whoever sent it. */
  readonly invitedBy: string;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
}

/** An invitation as whoever is invited sees it. */
export interface InvitationToMe {
  readonly id: string;
  readonly clinicName: string;
  readonly role: ClinicRole;
  readonly invitedBy: ViewerIdentity;
  readonly expiresAt: Instant;
}

export interface LabelView {
  readonly id: string;
  readonly kind: LabelKind;
  readonly name: string;
}
