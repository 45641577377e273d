import { z } from "zod";
import type { Instant } from "@/lib/clock";
import { REASON_CHARACTERS_MAX } from "@/lib/glucose/exclusions/by-hand";
import { type LocalDate, parseLocalDate } from "@/lib/glucose/local-time";

/** What somebody wrote down for a moment of their day, or a visit to their clinic, past or to come. */
export interface Note {
  readonly id: string;
  readonly kind: "note" | "visit";
  readonly date: LocalDate;
  /** The person's own wall clock, 0–1,439. */
  readonly minuteOfDay: number;
  /** May be empty for a visit, never for a note. */
  readonly text: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** An A1c that a laboratory measured. */
export interface LabResult {
  readonly id: string;
  readonly date: LocalDate;
  /** NGSP, unrounded; computed when it was entered in mmol/mol. */
  readonly a1cPercent: number;
  readonly enteredUnit: A1cUnit;
  readonly enteredValue: number;
  readonly remark: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** Readings that a person left out of the figures: half-open, every sensor. */
export interface HandExclusion {
  readonly id: string;
  readonly from: Instant;
  readonly to: Instant;
  /** Empty where it is withheld from whoever reads. */
  readonly reason: string;
  readonly createdAt: Instant;
}

export const A1C_UNITS = ["%", "mmol/mol"] as const;
export type A1cUnit = (typeof A1C_UNITS)[number];

export const NOTE_CHARACTERS_MAX = 2_000;
const REMARK_CHARACTERS_MAX = 200;

/** How the entries are kept apart in storage. That a note is a visit is content, and therefore sealed. */
export const JOURNAL_KINDS = ["note", "lab-result", "exclusion"] as const;
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** Far more than anybody writes, few enough to be read at once. */
export const ENTRIES_MAX: Readonly<Record<JournalKind, number>> = {
  note: 5_000,
  "lab-result": 500,
  exclusion: 1_000,
};

export const localDate = z.iso
  .date()
  .transform((text, context): LocalDate => {
    const date = parseLocalDate(text);
    if (date === null) context.addIssue({ code: "custom", message: "not a calendar date" });
    return date ?? z.NEVER;
  })
  .describe("Date on the person's own wall clock, YYYY-MM-DD, from 1900 on");
const instant = z.iso.datetime({ offset: true }).describe("Instant, ISO 8601 with zone");
const minuteOfDay = z.int().min(0).max(1_439).describe("Minutes after local midnight");
const noteKind = z.enum(["note", "visit"]);
const a1cUnit = z.enum(A1C_UNITS);

/** The body of a new or changed note or visit. White space around the text is dropped. */
export const noteBody = z.strictObject({
  kind: noteKind,
  date: localDate,
  minuteOfDay,
  text: z.string().trim().max(NOTE_CHARACTERS_MAX).describe("May be empty for a visit"),
});
export type NoteBody = z.output<typeof noteBody>;

/** The body of a new or changed laboratory A1c. */
export const labResultBody = z.strictObject({
  date: localDate,
  unit: a1cUnit,
  value: z.number().describe("3 to 20 %, or as much in mmol/mol"),
  remark: z.string().trim().max(REMARK_CHARACTERS_MAX).default(""),
});
export type LabResultBody = z.output<typeof labResultBody>;

/** The body of a new exclusion. */
export const exclusionBody = z.strictObject({
  from: instant.describe("First instant, inclusive"),
  to: instant.describe("End, exclusive, at most 15 days later"),
  reason: z.string().trim().min(1).max(REASON_CHARACTERS_MAX),
});
export type ExclusionBody = z.output<typeof exclusionBody>;

const id = z.uuid();
const answeredDate = z.iso.date().describe("Date on the person's own wall clock, YYYY-MM-DD");

export const noteAnswer = z.strictObject({
  id,
  kind: noteKind,
  date: answeredDate,
  minuteOfDay,
  text: z.string(),
  createdAt: instant,
  updatedAt: instant,
});
export const notesAnswer = z.strictObject({ notes: z.array(noteAnswer) });

export const labResultAnswer = z.strictObject({
  id,
  date: answeredDate,
  a1cPercent: z.number().describe("NGSP, unrounded"),
  enteredUnit: a1cUnit,
  enteredValue: z.number(),
  remark: z.string(),
  createdAt: instant,
  updatedAt: instant,
});
export const labResultsAnswer = z.strictObject({ labResults: z.array(labResultAnswer) });

export const exclusionAnswer = z.strictObject({
  id,
  from: instant,
  to: instant,
  reason: z.string(),
  createdAt: instant,
});
export const exclusionsAnswer = z.strictObject({ exclusions: z.array(exclusionAnswer) });

export type NoteAnswer = z.output<typeof noteAnswer>;
export type LabResultAnswer = z.output<typeof labResultAnswer>;
export type ExclusionAnswer = z.output<typeof exclusionAnswer>;
