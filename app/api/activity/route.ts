import { csvDownload } from "@/lib/api/csv-download";
import { route } from "@/lib/api/route";
import { requireUser } from "@/lib/auth";
import { accessAsOwner } from "@/lib/sharing/access";
import { activityCsv } from "@/lib/sharing/activity-csv";
import { allDisclosuresOf } from "@/lib/sharing/data-disclosures";

/** The record of who looked at the signed-in person's own data, as a file. There is no way to name anybody else. */
export const GET = route(async () => {
  const { userId } = await requireUser();
  const access = await accessAsOwner({ userId, patient: "me" });
  return csvDownload(activityCsv(allDisclosuresOf(access)), "hindsight-activity.csv");
});
