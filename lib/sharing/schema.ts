import { z } from "zod";
import { emailAddress } from "@/lib/accounts/schema";
import { type LocalDate, parseLocalDate } from "@/lib/glucose/local-time";

/** `summary`: the figures of the overview and nothing else. `reports`: every view. */
export const SHARE_SCOPES = ["reports", "summary"] as const;
export type ShareScope = (typeof SHARE_SCOPES)[number];

/** How long somebody may look: a visit is a day; `open` is until it is stopped, with a reminder every year. */
export const SHARE_LASTS = ["visit", "30-days", "90-days", "open"] as const;
export type ShareLasts = (typeof SHARE_LASTS)[number];

export const WINDOW_DAYS_MAX = 1_096;
export const NOTE_CHARACTERS_MAX = 500;
/** A code or an invitation is of use for a week. */
export const OFFER_DAYS = 7;

const localDate = z.string().transform((text, context): LocalDate => {
  const date = parseLocalDate(text);
  if (date !== null) return date;
  context.addIssue({ code: "custom", message: "not a date" });
  return z.NEVER;
});

/** Which days: all, those from a date on, or always the last so many. */
const dataWindow = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("all") }),
  z.strictObject({ kind: z.literal("from"), date: localDate }),
  z.strictObject({ kind: z.literal("days"), days: z.int().min(1).max(WINDOW_DAYS_MAX) }),
]);
export type DataWindow = z.output<typeof dataWindow>;

/** One line or several, without what cannot be printed. */
const note = z
  .string()
  .trim()
  .max(NOTE_CHARACTERS_MAX)
  .regex(/^[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}\n]*$/u)
  .transform((text) => (text === "" ? null : text))
  .nullable();

/** What somebody else gets to see, from when, until when. A summary is bare: it has neither events nor notes. */
export const shareTerms = z
  .strictObject({
    scope: z.enum(SHARE_SCOPES),
    withEvents: z.boolean(),
    withNotes: z.boolean(),
    window: dataWindow,
    lasts: z.enum(SHARE_LASTS),
  })
  .transform((terms) =>
    terms.scope === "summary" ? { ...terms, withEvents: false, withNotes: false } : terms,
  );
export type ShareTerms = z.output<typeof shareTerms>;

/** A clinic's code, to be shown which clinic it is, and what would be shared with it. */
export const findClinicBody = z.strictObject({ code: z.string().max(40), terms: shareTerms });

/** For how long somebody may look at a clinic before they confirm. */
export const PROPOSAL_MINUTES = 30;
const PROPOSAL_CHARACTERS_MAX = 4_000;

/** What somebody was shown of a clinic and is about to confirm. */
export const clinicProposal = z.strictObject({
  clinicId: z.uuid(),
  clinicName: z.string(),
  /** As it was then: who confirms after it was renewed is asked to look again. */
  code: z.string(),
  terms: shareTerms,
  until: z.number(),
});
export type ClinicProposal = z.output<typeof clinicProposal>;

/** A link is for a visit: openings are counted, and it always ends. */
export const LINK_OPENS_MAX = 20;

export const offerBody = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("code"), terms: shareTerms, note }),
  z.strictObject({ by: z.literal("email"), address: emailAddress, terms: shareTerms, note }),
  z.strictObject({
    by: z.literal("link"),
    terms: shareTerms,
    note,
    opensMax: z.int().min(1).max(LINK_OPENS_MAX),
  }),
  // What was seen and is confirmed stands sealed in the proposal.
  z.strictObject({ by: z.literal("clinic"), proposal: z.string().max(PROPOSAL_CHARACTERS_MAX) }),
]);
type Wish = z.output<typeof offerBody>;
/** A wish to let in one person. */
export type OfferWish = Exclude<Wish, { readonly by: "link" | "clinic" }>;
export type LinkWish = Extract<Wish, { readonly by: "link" }>;

/** What an owner does with a share that is there. */
export const ownerActionBody = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("confirm") }),
  z.strictObject({ action: z.literal("decline") }),
  z.strictObject({ action: z.literal("renew") }),
  z.strictObject({ action: z.literal("change"), terms: shareTerms }),
  z.strictObject({ action: z.literal("stop") }),
]);

export const redeemBody = z.strictObject({ code: z.string().max(40) });

/** A link's token and the passcode that somebody said. */
export const openLinkBody = z.strictObject({ token: z.string().max(100), passcode: z.string().max(40) });

/** What somebody who is let in does with a share. */
export const viewerActionBody = z.strictObject({ action: z.enum(["accept", "decline", "leave"]) });

/** Which clinic is let in, as the owner saw it called. */
export const sharedClinic = z.strictObject({ clinicName: z.string() });
export type SharedClinic = z.output<typeof sharedClinic>;

/** What stands sealed in a share: the owner's name as the other side sees it, and what the owner wrote. */
export const ownerWords = z.strictObject({
  patientName: z.string(),
  note: z.string().nullable(),
  /** Of an invitation. */
  address: z.string().nullable(),
});
export type OwnerWords = z.output<typeof ownerWords>;
