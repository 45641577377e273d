import { readJsonBody } from "@/lib/api/body";
import { ownPatientOf } from "@/lib/api/patient";
import { route } from "@/lib/api/route";
import { requireSameOrigin } from "@/lib/api/same-origin";
import { env } from "@/lib/env";
import { noteAnswerOf } from "@/lib/journal/answers";
import { changeNote, removeNote } from "@/lib/journal/mutations";
import { noteBody } from "@/lib/journal/schema";

export const PUT = route<{ id: string; entryId: string }>(async (request, { entryId, ...params }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await ownPatientOf(params);
  const note = await changeNote(access, entryId, await readJsonBody(request, noteBody));
  return Response.json(noteAnswerOf(note));
});

export const DELETE = route<{ id: string; entryId: string }>(async (request, { entryId, ...params }) => {
  requireSameOrigin(request, env().NEXTAUTH_URL);
  const { access } = await ownPatientOf(params);
  await removeNote(access, entryId);
  return new Response(null, { status: 204 });
});
