import { previewText } from "@/components/worklist/preview-text";
import { parseQuery } from "@/lib/api/body";
import { route } from "@/lib/api/route";
import { requireUser } from "@/lib/auth";
import { placeOf } from "@/lib/auth/place-of-request";
import { accessToClinic } from "@/lib/clinics/access";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { readSettings } from "@/lib/settings/data";
import { readPreview } from "@/lib/worklist/data-preview";
import type { PreviewAnswer } from "@/lib/worklist/preview";
import { previewQuery } from "@/lib/worklist/query";

/** What opens beside a clinic's list for one patient: prepared numbers, and the same as text to copy. */
export const GET = route<{ clinicId: string; patientId: string }>(
  async (request, { clinicId, patientId: patient }) => {
    const { userId } = await requireUser();
    const { days } = parseQuery(previewQuery, new URL(request.url));
    const access = await accessToClinic({ userId, clinicId });
    const { network } = placeOf(request.headers);
    const preview = await readPreview(access, { patient, days, network });
    const [words, { glucoseUnit: unit }] = await Promise.all([loadWords(), readSettings(userId)]);
    const delayMinutes = env().DEXCOM_DATA_DELAY_MINUTES;
    const text = previewText(preview, { unit, delayMinutes, words });
    return Response.json({ ...preview, text } satisfies PreviewAnswer);
  },
);
