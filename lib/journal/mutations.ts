import { type Instant, systemClock } from "@/lib/clock";
import { refused } from "@/lib/refusals";
import type { PatientAccess } from "@/lib/sharing/policy";
import { handExclusionOf, labResultOf, noteOf } from "./entry";
import { addEntry, changeEntry, type JournalOptions, removeEntry } from "./mutations-entries";
import {
  type HandExclusionProblem,
  handExclusionProblem,
  type LabResultProblem,
  labResultProblem,
  type NoteProblem,
  noteProblem,
} from "./policy";
import type { ExclusionBody, HandExclusion, LabResult, LabResultBody, Note, NoteBody } from "./schema";

/** Keeps a note or visit. Refuses with `bad_request` what `noteProblem` names, and with `conflict` one too many. */
export async function addNote(
  access: PatientAccess,
  body: NoteBody,
  options: JournalOptions = {},
): Promise<Note> {
  refuse(noteProblem(body, nowOf(options)));
  return noteOf(await addEntry(access, "note", body, options));
}

/** Puts another text, time or kind in a note's place. An id that is nobody's, or somebody else's, is `not_found`. */
export async function changeNote(
  access: PatientAccess,
  id: string,
  body: NoteBody,
  options: JournalOptions = {},
): Promise<Note> {
  refuse(noteProblem(body, nowOf(options)));
  return noteOf(await changeEntry(access, { kind: "note", id }, body, options));
}

export async function removeNote(
  access: PatientAccess,
  id: string,
  options: JournalOptions = {},
): Promise<void> {
  await removeEntry(access, { kind: "note", id }, options);
}

/** Keeps a laboratory A1c as it was entered. Refuses with `bad_request` what `labResultProblem` names. */
export async function addLabResult(
  access: PatientAccess,
  body: LabResultBody,
  options: JournalOptions = {},
): Promise<LabResult> {
  refuse(labResultProblem(body, nowOf(options)));
  return labResultOf(await addEntry(access, "lab-result", body, options));
}

export async function changeLabResult(
  access: PatientAccess,
  id: string,
  body: LabResultBody,
  options: JournalOptions = {},
): Promise<LabResult> {
  refuse(labResultProblem(body, nowOf(options)));
  return labResultOf(await changeEntry(access, { kind: "lab-result", id }, body, options));
}

export async function removeLabResult(
  access: PatientAccess,
  id: string,
  options: JournalOptions = {},
): Promise<void> {
  await removeEntry(access, { kind: "lab-result", id }, options);
}

/** Leaves readings out of the figures from now on; nothing is deleted. Refuses what `handExclusionProblem` names. */
export async function addHandExclusion(
  access: PatientAccess,
  body: ExclusionBody,
  options: JournalOptions = {},
): Promise<HandExclusion> {
  const content = { from: Date.parse(body.from), to: Date.parse(body.to), reason: body.reason };
  refuse(handExclusionProblem(content, nowOf(options)));
  return handExclusionOf(await addEntry(access, "exclusion", content, options));
}

/** Takes the readings back into the figures. */
export async function removeHandExclusion(
  access: PatientAccess,
  id: string,
  options: JournalOptions = {},
): Promise<void> {
  await removeEntry(access, { kind: "exclusion", id }, options);
}

function nowOf({ clock = systemClock }: JournalOptions): Instant {
  return clock.now();
}

/** What stands against an entry is the code of its refusal. */
function refuse(problem: NoteProblem | LabResultProblem | HandExclusionProblem | null): void {
  if (problem !== null) throw refused(problem);
}
