import { expect, it } from "vitest";
import { activityCsv } from "./activity-csv";
import type { SeenLook } from "./status";

const LOOK: SeenLook = {
  seq: 2,
  at: Date.parse("2026-11-26T10:05:00.123Z"),
  viewerId: "01890000-0000-4000-8000-000000000001",
  viewerName: "Núñez, Ana",
  clinic: null,
  network: "192.0.2.0/24",
  channel: "page",
  what: "overview",
  days: { from: "2026-11-01", to: "2026-11-14" },
  shareId: "01890000-0000-4000-8000-000000000002",
};

async function* parts(...given: (readonly SeenLook[])[]) {
  yield* given;
}

it("is one line for each look, in UTC, and no name becomes a formula", async () => {
  const planted = { ...LOOK, seq: 1, viewerName: "=cmd|' /C calc'!A0", network: null, days: null };
  const byLink: SeenLook = { ...LOOK, seq: 3, viewerId: LOOK.shareId, viewerName: null, channel: "link" };
  const clinic = { id: "01890000-0000-4000-8000-000000000003", name: "Northside, Endocrinology" };
  const forClinic: SeenLook = { ...LOOK, seq: 4, what: "worklist", clinic };
  let text = "";
  for await (const part of activityCsv(parts([forClinic, byLink, LOOK], [planted]))) text += part;
  expect(text.split("\r\n")).toEqual([
    "\uFEFFrow,time_utc,person,person_id,network,channel,view,first_day,last_day,share_id,clinic,clinic_id",
    `4,2026-11-26T10:05:00.123Z,"Núñez, Ana",${LOOK.viewerId},192.0.2.0/24,page,worklist,2026-11-01,2026-11-14,${LOOK.shareId},"Northside, Endocrinology",${clinic.id}`,
    `3,2026-11-26T10:05:00.123Z,,${LOOK.shareId},192.0.2.0/24,link,overview,2026-11-01,2026-11-14,${LOOK.shareId},,`,
    `2,2026-11-26T10:05:00.123Z,"Núñez, Ana",${LOOK.viewerId},192.0.2.0/24,page,overview,2026-11-01,2026-11-14,${LOOK.shareId},,`,
    `1,2026-11-26T10:05:00.123Z,'=cmd|' /C calc'!A0,${LOOK.viewerId},,page,overview,,,${LOOK.shareId},,`,
    "",
  ]);
});
