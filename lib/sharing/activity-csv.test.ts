import { expect, it } from "vitest";
import { activityCsv } from "./activity-csv";
import type { SeenLook } from "./status";

const PATIENT = "01890000-0000-4000-8000-000000000004";
const SHARE = "01890000-0000-4000-8000-000000000002";

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
  shareId: SHARE,
};

async function* parts(...given: (readonly SeenLook[])[]) {
  yield* given;
}

it("is one line for each look, in UTC, and no name becomes a formula", async () => {
  const planted = { ...LOOK, seq: 1, viewerName: "=cmd|' /C calc'!A0", network: null, days: null };
  const byLink: SeenLook = { ...LOOK, seq: 3, viewerId: SHARE, viewerName: null, channel: "link" };
  const clinic = { id: "01890000-0000-4000-8000-000000000003", name: "Northside, Endocrinology" };
  const forClinic: SeenLook = { ...LOOK, seq: 4, what: "worklist", clinic };
  const own: SeenLook = {
    ...LOOK,
    seq: 5,
    viewerId: PATIENT,
    viewerName: "",
    channel: "export",
    what: "export-readings",
    shareId: null,
  };
  let text = "";
  for await (const part of activityCsv(parts([own, forClinic, byLink, LOOK], [planted]))) text += part;
  expect(text.split("\r\n")).toEqual([
    "\uFEFFrow,time_utc,person,person_id,network,channel,view,first_day,last_day,share_id,clinic,clinic_id",
    `5,2026-11-26T10:05:00.123Z,owner,${PATIENT},192.0.2.0/24,export,export-readings,2026-11-01,2026-11-14,,,`,
    `4,2026-11-26T10:05:00.123Z,"Núñez, Ana",${LOOK.viewerId},192.0.2.0/24,page,worklist,2026-11-01,2026-11-14,${SHARE},"Northside, Endocrinology",${clinic.id}`,
    `3,2026-11-26T10:05:00.123Z,,${SHARE},192.0.2.0/24,link,overview,2026-11-01,2026-11-14,${SHARE},,`,
    `2,2026-11-26T10:05:00.123Z,"Núñez, Ana",${LOOK.viewerId},192.0.2.0/24,page,overview,2026-11-01,2026-11-14,${SHARE},,`,
    `1,2026-11-26T10:05:00.123Z,'=cmd|' /C calc'!A0,${LOOK.viewerId},,page,overview,,,${SHARE},,`,
    "",
  ]);
});
