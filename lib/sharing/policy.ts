import type { Actor } from "@/lib/audit/schema";
import type { LocalDate } from "@/lib/glucose/local-time";
import { refused } from "@/lib/refusals";
import { VIEWS } from "@/lib/routes";
import type { ShareScope } from "./schema";

/** What somebody is to a patient: `viewer` rests on a share. */
export type Capability = "owner" | "sync" | "viewer";

/** `annotate` is to write the journal: notes, laboratory results, readings to leave out. `share` is to let others in. */
export type PatientAction = "read" | "annotate" | "import" | "connect" | "disconnect" | "erase" | "share";

const ALLOWED: Readonly<Record<Capability, readonly PatientAction[]>> = {
  owner: ["read", "annotate", "import", "connect", "disconnect", "erase", "share"],
  // The background import writes readings and keeps the connection going; taking back and deleting is for people.
  sync: ["read", "import"],
  viewer: ["read"],
};

export function may(capability: Capability, action: PatientAction): boolean {
  return ALLOWED[capability].includes(action);
}

/** What a share lets somebody see. */
export interface ShareLimits {
  readonly scope: ShareScope;
  readonly withEvents: boolean;
  readonly withNotes: boolean;
  /** The first local date that may be seen; null for all. */
  readonly from: LocalDate | null;
}

/** What leaves as a file. Of these the owner's own are in the record, too. */
const EXPORTS = ["export-readings"] as const;

export function isExport(what: Disclosed): boolean {
  return EXPORTS.some((one) => one === what);
}

/**
 * Everything of a patient's data that somebody else can open: a page's view, the row of a clinic's worklist and what opens
 * beside it, an address of the API, or a file.
 */
export const DISCLOSED = [
  ...VIEWS,
  "certificate",
  "worklist",
  "preview",
  "api-patient",
  "api-summary",
  "api-profile",
  "api-readings",
  "api-events",
  "api-notes",
  "api-lab-results",
  "api-exclusions",
  "api-sync",
  ...EXPORTS,
] as const;
export type Disclosed = (typeof DISCLOSED)[number];

const IN_SUMMARY: readonly Disclosed[] = ["overview", "worklist", "preview", "api-patient", "api-summary"];
const NEEDS_EVENTS: readonly Disclosed[] = ["logbook", "api-events"];
const NEEDS_NOTES: readonly Disclosed[] = ["notes", "a1c", "api-notes", "api-lab-results", "api-exclusions"];

/** Whether a share reaches that far. Days are another question: every reader cuts them (`from`). */
export function shows({ scope, withEvents, withNotes }: ShareLimits, what: Disclosed): boolean {
  if (scope === "summary") return IN_SUMMARY.includes(what);
  if (NEEDS_EVENTS.includes(what)) return withEvents;
  if (NEEDS_NOTES.includes(what)) return withNotes;
  return true;
}

/** Whether a local date lies in what is shown: all of them do without limits. */
export function showsDate(limits: Pick<ShareLimits, "from"> | null, date: LocalDate): boolean {
  return limits === null || limits.from === null || date >= limits.from;
}

/** The clinic on whose behalf somebody looks. */
export interface ActingFor {
  readonly id: string;
  readonly name: string;
}

interface AccessFields {
  readonly patientId: string;
  readonly actor: Actor;
  readonly capability: Capability;
  /** What a viewer rests on, and what it lets them see; null for everybody else. */
  readonly share?: {
    readonly id: string;
    readonly limits: ShareLimits;
    /** Null for a share with a person, and of a link. */
    readonly clinic: ActingFor | null;
  } | null;
}

/**
 * The right to touch one patient's data. Every function that reads or writes it takes one, so authorisation cannot be
 * forgotten. Only `lib/sharing/access.ts` calls `mint` (a test checks), after it has looked the right up.
 */
export class PatientAccess {
  readonly patientId: string;
  readonly actor: Actor;
  readonly capability: Capability;
  readonly shareId: string | null;
  /** Null: no limits. */
  readonly limits: ShareLimits | null;
  /** Null for whoever looks for themselves. */
  readonly clinic: ActingFor | null;
  // A private name makes the type nominal: an object that merely looks the same is not an access.
  readonly #minted = true;

  private constructor({ patientId, actor, capability, share = null }: AccessFields) {
    if ((capability === "viewer") !== (share !== null)) throw new Error("A viewer rests on a share.");
    this.patientId = patientId;
    this.actor = actor;
    this.capability = capability;
    this.shareId = share?.id ?? null;
    this.limits = share && Object.freeze({ ...share.limits });
    this.clinic = share?.clinic ? Object.freeze({ ...share.clinic }) : null;
    Object.freeze(this);
  }

  static mint(fields: AccessFields): PatientAccess {
    return new PatientAccess(fields);
  }

  /** Share and limits in one word: it changes whenever somebody is let in to something else. */
  get grounds(): string {
    if (this.limits === null) return this.capability;
    const { scope, withEvents, withNotes, from } = this.limits;
    return [this.shareId, scope, withEvents, withNotes, from].join(" ");
  }

  /** Refuses with `forbidden` when this access does not reach that far. */
  demand(action: PatientAction): void {
    if (!this.#minted || !may(this.capability, action)) throw refused("read-only");
  }
}
