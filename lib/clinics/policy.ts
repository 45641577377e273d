import type { UserActor } from "@/lib/audit/schema";
import { refused } from "@/lib/refusals";
import type { ClinicRole } from "./schema";

/**
 * `look`: see the patients who share with the clinic, and who works there. `work`: review, note, sort patients. `manage`:
 * members, invitations, the code, settings and labels.
 */
export type ClinicAction = "look" | "work" | "manage";

const ALLOWED: Readonly<Record<ClinicRole, readonly ClinicAction[]>> = {
  administrator: ["look", "work", "manage"],
  clinician: ["look", "work"],
  viewer: ["look"],
};

export function mayInClinic(role: ClinicRole, action: ClinicAction): boolean {
  return ALLOWED[role].includes(action);
}

interface ClinicAccessFields {
  readonly clinicId: string;
  readonly userId: string;
  readonly actor: UserActor;
  readonly role: ClinicRole;
}

/**
 * The right to act in one clinic. Every function that reads or writes what is a clinic's takes one, so authorisation cannot
 * be forgotten. Only `lib/clinics/access.ts` calls `mint` (a test checks), after it has looked the role up.
 */
export class ClinicAccess {
  readonly clinicId: string;
  readonly userId: string;
  readonly actor: UserActor;
  readonly role: ClinicRole;
  // A private name makes the type nominal: an object that merely looks the same is not an access.
  readonly #minted = true;

  private constructor({ clinicId, userId, actor, role }: ClinicAccessFields) {
    this.clinicId = clinicId;
    this.userId = userId;
    this.actor = actor;
    this.role = role;
    Object.freeze(this);
  }

  static mint(fields: ClinicAccessFields): ClinicAccess {
    return new ClinicAccess(fields);
  }

  /** Refuses with `not-your-role` what this role does not reach. */
  demand(action: ClinicAction): void {
    if (!this.#minted || !mayInClinic(this.role, action)) throw refused("not-your-role");
  }
}
