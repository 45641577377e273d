import { z } from "zod";
import { TARGETS } from "@/lib/clinics/schema";

const NOTE_CHARACTERS_MAX = 2_000;
const SEARCH_CHARACTERS_MAX = 80;
// The database holds these two, too (prisma/migrations/*_worklist).
/** For so long its author can take a review back. */
export const UNDO_MINUTES = 10;
const TAGS_MAX = 20;

/** Which one whoever changes something saw. */
const revision = z.int().min(0);

/** What a clinic writes about a patient, on any number of lines; an empty text takes it away. */
export const clinicNoteBody = z.strictObject({
  revision,
  text: z.string().trim().max(NOTE_CHARACTERS_MAX),
});
export type ClinicNoteBody = z.output<typeof clinicNoteBody>;

/** How a clinic keeps a patient: `targets` null are the clinic's default. */
export const placingBody = z.strictObject({
  revision,
  targets: z.enum(TARGETS).nullable(),
  siteId: z.uuid().nullable(),
  tagIds: z
    .array(z.uuid())
    .max(TAGS_MAX)
    .refine((ids) => new Set(ids).size === ids.length),
});
export type PlacingBody = z.output<typeof placingBody>;

/** Marks a patient reviewed: there is nothing to say about it. */
export const reviewBody = z.strictObject({});

/** Takes back a review of one's own. */
export const undoReviewBody = z.strictObject({ reviewId: z.uuid() });

/** A name to search for; empty to stop searching. */
export const searchBody = z.strictObject({ name: z.string().trim().max(SEARCH_CHARACTERS_MAX) });
