import { z } from "zod";
import { emailAddress, personName } from "@/lib/accounts/schema";

/** What somebody is in a clinic: `policy.ts` says what each may do. */
export const CLINIC_ROLES = ["administrator", "clinician", "viewer"] as const;
export type ClinicRole = (typeof CLINIC_ROLES)[number];

/** Whose ranges and goals a patient is looked at with; the sets themselves are those of lib/glucose/ranges.ts. */
export const TARGETS = ["standard", "older", "pregnancy", "pregnancy-type-2"] as const;
export type Targets = (typeof TARGETS)[number];

/** After how many days without coming a member loses their access; null: never. */
export const INACTIVE_DAYS = [30, 90, 180, 365] as const;

/** What a clinic sorts its patients by: a patient has any number of tags and at most one site. */
export const LABEL_KINDS = ["tag", "site"] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** An invitation is of use for a week. */
export const INVITATION_DAYS = 7;

/** The most is that of `personName`. */
export const CLINIC_NAME_CHARACTERS = { min: 2, max: 80 } as const;

/** A clinic's name as patients see it before they share: held to the rules of a person's. */
const clinicName = personName.regex(/^.{2,}$/u);

const LABEL_CHARACTERS_MAX = 40;
const labelName = personName.max(LABEL_CHARACTERS_MAX);

export const setUpBody = z.strictObject({ name: clinicName });

export const settingsBody = z.strictObject({
  name: clinicName,
  defaultTargets: z.enum(TARGETS),
  inactiveDays: z.literal(INACTIVE_DAYS).nullable(),
});
export type ClinicSettings = z.output<typeof settingsBody>;

export const invitationBody = z.strictObject({ address: emailAddress, role: z.enum(CLINIC_ROLES) });
export type InvitationWish = z.output<typeof invitationBody>;

/** What an administrator does with an invitation that is out. */
export const invitationActionBody = z.strictObject({ action: z.enum(["send-again", "withdraw"]) });

/** What whoever is invited answers. */
export const answerBody = z.strictObject({ action: z.enum(["accept", "decline"]) });

/** What is done with a member: by an administrator, or by themselves. */
export const memberActionBody = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("change-role"), role: z.enum(CLINIC_ROLES) }),
  z.strictObject({ action: z.literal("remove") }),
]);

export const labelBody = z.strictObject({ kind: z.enum(LABEL_KINDS), label: labelName });
export const labelActionBody = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("rename"), label: labelName }),
  z.strictObject({ action: z.literal("remove") }),
]);

/** What stands sealed in an invitation, for the administrators who see it. */
export const invitationWords = z.strictObject({ address: z.string(), invitedBy: z.string() });
export type InvitationWords = z.output<typeof invitationWords>;
