import { route } from "@/lib/api/route";
import { requireUser } from "@/lib/auth";
import { accessAsOwner } from "@/lib/sharing/access";
import { activityCsv } from "@/lib/sharing/activity-csv";
import { allDisclosuresOf } from "@/lib/sharing/data-disclosures";

/** The record of who looked at the signed-in person's own data, as a file. There is no way to name anybody else. */
export const GET = route(async () => {
  const { userId } = await requireUser();
  const access = await accessAsOwner({ userId, patient: "me" });
  return new Response(streamOf(activityCsv(allDisclosuresOf(access))), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="hindsight-activity.csv"',
    },
  });
});

/** Asks for the next part when the one before is sent: a long record is never in memory as a whole. */
function streamOf(parts: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const next = await parts.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await parts.return();
    },
  });
}
