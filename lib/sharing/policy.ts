import type { Actor } from "@/lib/audit/schema";
import { refused } from "@/lib/refusals";

/** What somebody is to a patient. Sharing with clinicians will add to this list. */
export type Capability = "owner" | "sync";

/** `annotate` is to write the journal: notes, laboratory results, readings to leave out. */
export type PatientAction = "read" | "annotate" | "import" | "connect" | "disconnect" | "erase";

const ALLOWED: Readonly<Record<Capability, readonly PatientAction[]>> = {
  owner: ["read", "annotate", "import", "connect", "disconnect", "erase"],
  // The background import writes readings and keeps the connection going; taking back and deleting is for people.
  sync: ["read", "import"],
};

export function may(capability: Capability, action: PatientAction): boolean {
  return ALLOWED[capability].includes(action);
}

interface AccessFields {
  readonly patientId: string;
  readonly actor: Actor;
  readonly capability: Capability;
}

/**
 * The right to touch one patient's data. Every function that reads or writes it takes one, so authorisation cannot be
 * forgotten. Only `lib/sharing/access.ts` calls `mint` (a test checks), after it has looked the right up.
 */
export class PatientAccess implements AccessFields {
  readonly patientId: string;
  readonly actor: Actor;
  readonly capability: Capability;
  // A private name makes the type nominal: an object that merely looks the same is not an access.
  readonly #minted = true;

  private constructor({ patientId, actor, capability }: AccessFields) {
    this.patientId = patientId;
    this.actor = actor;
    this.capability = capability;
    Object.freeze(this);
  }

  static mint(fields: AccessFields): PatientAccess {
    return new PatientAccess(fields);
  }

  /** Refuses with `forbidden` when this access does not reach that far. */
  demand(action: PatientAction): void {
    if (!this.#minted || !may(this.capability, action)) throw refused("read-only");
  }
}
