import { csvLine } from "@/lib/format/csv";
import type { SeenLook } from "./status";

const HEADER = [
  "row",
  "time_utc",
  "person",
  "person_id",
  "network",
  "channel",
  "view",
  "first_day",
  "last_day",
  "share_id",
  "clinic",
  "clinic_id",
];

// Without it a spreadsheet reads "Núñez" as if it were not UTF-8.
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The record of who looked as a file, part by part: one line for each look, newest first, times in UTC. What the owner took
 * away themselves has no share, and "owner" for a person.
 */
export async function* activityCsv(parts: AsyncIterable<readonly SeenLook[]>): AsyncGenerator<string, void> {
  yield BYTE_ORDER_MARK + csvLine(HEADER);
  for await (const looks of parts) yield looks.map(lineOf).join("");
}

function lineOf({
  seq,
  at,
  viewerName,
  viewerId,
  network,
  channel,
  what,
  days,
  shareId,
  clinic,
}: SeenLook): string {
  return csvLine([
    seq,
    new Date(at).toISOString(),
    shareId === null ? "owner" : (viewerName ?? ""),
    viewerId,
    network ?? "",
    channel,
    what,
    days?.from ?? "",
    days?.to ?? "",
    shareId ?? "",
    clinic?.name ?? "",
    clinic?.id ?? "",
  ]);
}
