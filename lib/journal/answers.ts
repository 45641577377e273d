import type { Instant } from "@/lib/clock";
import type { ExclusionAnswer, HandExclusion, LabResult, LabResultAnswer, Note, NoteAnswer } from "./schema";

// From the journal's entries to the JSON of the API: the same fields, instants as ISO 8601.

const iso = (at: Instant) => new Date(at).toISOString();

export function noteAnswerOf(note: Note): NoteAnswer {
  return { ...note, createdAt: iso(note.createdAt), updatedAt: iso(note.updatedAt) };
}

export function labResultAnswerOf(result: LabResult): LabResultAnswer {
  return { ...result, createdAt: iso(result.createdAt), updatedAt: iso(result.updatedAt) };
}

export function exclusionAnswerOf(exclusion: HandExclusion): ExclusionAnswer {
  const { from, to, createdAt } = exclusion;
  return { ...exclusion, from: iso(from), to: iso(to), createdAt: iso(createdAt) };
}
