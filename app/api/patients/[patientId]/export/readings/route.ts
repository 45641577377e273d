import { parseQuery } from "@/lib/api/body";
import { csvDownload } from "@/lib/api/csv-download";
import { route } from "@/lib/api/route";
import { whileSignedIn } from "@/lib/api/while-signed-in";
import { currentSession, requireUser, sessionGoesOn } from "@/lib/auth";
import { placeOf } from "@/lib/auth/place-of-request";
import { READINGS_CSV_NAME, readingsCsv } from "@/lib/exports/readings-csv";
import { exportedReadings } from "@/lib/exports/readings-export";
import { readingsExportQuery } from "@/lib/exports/schema";
import { DEXCOM_SOURCE } from "@/lib/readings/schema";

/**
 * Readings as a file, for the signed-in person or whoever a share lets in to single readings; in the record whoever it is.
 * It breaks off with their session as with the share. Like the API it asks for no visit by a link.
 */
export const GET = route<{ readonly patientId: string }>(async (request, { patientId: patient }) => {
  const { userId } = await requireUser();
  const token = (await currentSession())?.token ?? "";
  const query = parseQuery(readingsExportQuery, new URL(request.url));
  const { network } = placeOf(request.headers);
  const exported = exportedReadings({ userId, patient, network }, query);
  const readings = whileSignedIn(exported, () => sessionGoesOn(token));
  return csvDownload(readingsCsv(readings, DEXCOM_SOURCE), READINGS_CSV_NAME);
});
