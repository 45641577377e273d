import { readJsonBody } from "@/lib/api/body";
import { ownPatientOf, patientOf, withoutDays } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { env } from "@/lib/env";
import { noteAnswerOf } from "@/lib/journal/answers";
import { readNotes } from "@/lib/journal/data";
import { addNote } from "@/lib/journal/mutations";
import { noteBody } from "@/lib/journal/schema";

export const GET = route<{ id: string }>(async (request, params) => {
  const { access } = await patientOf(request, params, "api-notes", withoutDays);
  return Response.json({ notes: (await readNotes(access)).map(noteAnswerOf) });
});

export const POST = route<{ id: string }>(async (request, params) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await ownPatientOf(params);
  const note = await addNote(access, await readJsonBody(request, noteBody));
  return Response.json(noteAnswerOf(note), { status: 201 });
});
