import { describe, expect, it } from "vitest";
import { htmlOf, textOf } from "@/components/testing/markup";
import { wordsFor } from "@/lib/i18n/words";
import { DISCLOSED } from "@/lib/sharing/policy";
import type { OwnedShare, SeenLook, ShareMove } from "@/lib/sharing/status";
import { ActivityReport, type ActivityReportProps } from "./activity-report";
import { moveInWords, viewName } from "./activity-words";

const ANA = "01890000-0000-4000-8000-000000000001";
const english = wordsFor("en-US");

const look = (more: Partial<SeenLook> = {}): SeenLook => ({
  seq: 2,
  at: Date.parse("2026-11-26T02:05:00Z"),
  viewerId: ANA,
  viewerName: "Ana Ruiz",
  clinic: null,
  network: "192.0.2.0/24",
  channel: "page",
  what: "overview",
  days: { from: "2026-11-01", to: "2026-11-14" },
  shareId: "share",
  ...more,
});

const share = (more: Partial<OwnedShare> = {}): OwnedShare => ({
  id: "share",
  kind: "person",
  state: "active",
  scope: "reports",
  withEvents: true,
  withNotes: true,
  window: { kind: "all" },
  lasts: "90-days",
  beginsWhenConfirmed: false,
  expiresAt: null,
  createdAt: 0,
  activatedAt: 1,
  endedAt: null,
  endReason: null,
  words: { patientName: "Sam", note: null, address: null },
  viewer: { name: "Ana Ruiz", verifiedBy: { kind: "oidc", issuer: "https://sso.example" } },
  clinicName: null,
  offerExpiresAt: null,
  isInvitation: false,
  isDueForReminder: false,
  link: null,
  ...more,
});

const link = (note: string | null, more: Partial<OwnedShare> = {}): OwnedShare =>
  share({
    kind: "link",
    viewer: null,
    words: { patientName: "Sam", note, address: null },
    link: { opensMax: 3, opensUsed: 1, openings: [] },
    ...more,
  });

const CLINIC = { kind: "clinic", viewer: null, clinicName: "Northside clinic" } as const;

const move = (more: Partial<ShareMove> = {}): ShareMove => ({
  id: "move",
  at: Date.parse("2026-11-26T01:00:00Z"),
  action: "share.activated",
  shareId: "share",
  reason: null,
  isOwners: true,
  ...more,
});

const report = (more: Partial<ActivityReportProps> = {}) => (
  <ActivityReport
    looks={[look()]}
    moves={[move()]}
    shares={[share()]}
    count={1_234}
    viewers={[{ id: ANA, name: "Ana Ruiz" }]}
    clinics={[]}
    views={["overview", "api-readings"]}
    viewerId={null}
    what={null}
    coalescedMinutes={5}
    displayOffsetMinutes={-300}
    path="/settings/activity"
    newerHref={null}
    olderHref={null}
    csvHref="/api/activity"
    sharingHref="/patients/me/sharing"
    words={english}
    {...more}
  />
);

describe("who looked, as its owner reads it", () => {
  it("is a sentence under the day and the time of the person's own clock", () => {
    const text = textOf(report());
    expect(text).toContain("Wednesday, November 25, 2026");
    expect(text).toContain(
      "Ana Ruiz looked at Overview, Nov 1 – 14, 2026 9:05 PM · from the network 192.0.2.0/24",
    );
    expect(text).toContain("You let Ana Ruiz in. 8:00 PM");
    expect(text).toContain("The record holds 1,234 looks. Nobody can change a row");
    expect(text).toContain(
      "within 5 minutes is the same look. What you look at yourself is not listed; what you download is.",
    );
  });

  it("keeps the order of what happened, newest first, day by day", () => {
    const older = look({
      seq: 1,
      at: Date.parse("2026-11-25T04:59:00Z"),
      what: "devices",
      days: null,
      network: null,
    });
    const html = htmlOf(report({ looks: [look(), older] }));
    expect([...html.matchAll(/<h3[^>]*>([^<]+)/g)].map(([, day]) => day)).toEqual([
      "Wednesday, November 25, 2026",
      "Tuesday, November 24, 2026",
    ]);
    expect(html).toContain("looked at Devices</p>");
    expect(html).toContain("from a network that is not known");
  });

  it("says when nobody has looked, and then offers neither filter nor file", () => {
    const html = htmlOf(report({ looks: [], moves: [], count: 0, viewers: [], views: [] }));
    expect(html).toContain("Nobody but you has looked.");
    expect(html).toContain("The record is empty.");
    expect(html).not.toMatch(/<form|<a [^>]*download/);
  });

  it("keeps the choice in the address, and a way back to all of it", () => {
    const html = htmlOf(report({ viewerId: ANA, what: "api-readings", looks: [], moves: [] }));
    expect(html).toContain(`<option value="${ANA}" selected="">Ana Ruiz</option>`);
    expect(html).toContain('<option value="api-readings" selected="">Readings (API)</option>');
    expect(html).toContain("No look fits the filter.");
    expect(html).toContain('href="/settings/activity"');
  });

  it("names a link by what its owner called it, in a look, in the filter and where it is not there any more", () => {
    const byLink = look({ viewerId: "share", viewerName: null, channel: "link" });
    const viewers = [{ id: "share", name: null }];
    const named = htmlOf(report({ looks: [byLink], moves: [], shares: [link("For Tuesday")], viewers }));
    expect(named).toContain("<strong>Somebody with your link “For Tuesday”</strong> looked at Overview");
    expect(named).toContain('<option value="share">Somebody with your link “For Tuesday”</option>');
    for (const shares of [[link(null)], []])
      expect(textOf(report({ looks: [byLink], moves: [], shares }))).toContain(
        "Somebody with your link looked at Overview",
      );
  });

  it("says on whose behalf somebody looked, and offers everybody who did", () => {
    const clinic = { id: "01890000-0000-4000-8000-000000000007", name: "Northside clinic" };
    const html = htmlOf(
      report({
        looks: [look({ clinic, seq: 2 }), look({ clinic, what: "preview", days: null, seq: 1 })],
        clinics: [clinic],
        viewerId: clinic.id,
      }),
    );
    expect(html).toContain(
      "<strong>Ana Ruiz (Northside clinic)</strong> looked at Overview, Nov 1 – 14, 2026",
    );
    expect(html).toContain(
      "<strong>Ana Ruiz (Northside clinic)</strong> looked at Preview in the worklist</p>",
    );
    expect(html).toContain(`<option value="${clinic.id}" selected="">Everybody at Northside clinic</option>`);
    expect(textOf(report({ looks: [look({ clinic, viewerName: "" })], moves: [] }))).toContain(
      "Somebody without a name (Northside clinic) looked at Overview",
    );
  });

  it("tells a row of a list from something that was opened", () => {
    const clinic = { id: "01890000-0000-4000-8000-000000000007", name: "Northside clinic" };
    const seen = (days: SeenLook["days"]) =>
      textOf(report({ looks: [look({ clinic, what: "worklist", days })], moves: [] }));
    expect(seen(look().days)).toContain(
      "Ana Ruiz (Northside clinic) saw your figures in the worklist, Nov 1 – 14, 2026",
    );
    expect(seen(null)).toContain("Ana Ruiz (Northside clinic) saw your figures in the worklist 9:05");
  });

  it("tells what somebody took away as a file, and what its owner did", () => {
    const taken = look({ what: "export-readings", channel: "export" });
    const own = look({ ...taken, seq: 3, viewerName: "", shareId: null });
    const text = textOf(report({ looks: [own, taken], moves: [] }));
    expect(text).toContain("You downloaded your readings of Nov 1 – 14, 2026");
    expect(text).toContain("Ana Ruiz downloaded your readings of Nov 1 – 14, 2026");
  });

  it("leads to newer and older looks where there are some", () => {
    expect(htmlOf(report())).not.toContain("More of the record");
    const html = htmlOf(report({ olderHref: "/settings/activity?before=2" }));
    expect(html).toContain('href="/settings/activity?before=2"');
    expect(html).not.toContain("Newer");
  });
});

describe("words about the record", () => {
  it.each(["en-US", "es-MX"])("has a name for every view, in %s", (locale) => {
    const words = wordsFor(locale);
    const names = DISCLOSED.map((what) => viewName(what, words));
    expect(new Set(names).size).toBe(DISCLOSED.length);
  });

  it.each<[string, Partial<ShareMove>, Partial<OwnedShare>]>([
    ["You made a code to let somebody in.", { action: "share.offered" }, {}],
    ["Ana Ruiz accepted your invitation.", { isOwners: false }, { isInvitation: true }],
    ["You stopped sharing with Ana Ruiz.", { action: "share.ended", reason: "revoked" }, {}],
    ["Ana Ruiz gave up what you share.", { action: "share.ended", reason: "left", isOwners: false }, {}],
    [
      "Somebody took back the wish to be let in.",
      { action: "share.ended", reason: "left", isOwners: false },
      { viewer: null, activatedAt: null },
    ],
    [
      "You took back your invitation to ben@clinic.example.",
      { action: "share.ended", reason: "withdrawn" },
      {
        viewer: null,
        isInvitation: true,
        words: { patientName: "Sam", note: null, address: "ben@clinic.example" },
      },
    ],
    [
      "Nobody entered your code in time.",
      { action: "share.ended", reason: "expired", isOwners: false },
      { viewer: null, activatedAt: null },
    ],
    [
      "The time of your share with Ana Ruiz was over.",
      { action: "share.ended", reason: "expired", isOwners: false },
      {},
    ],
    ["You began to share with Northside clinic.", { action: "share.offered" }, CLINIC],
    ["You changed what Northside clinic may see, or until when.", { action: "share.changed" }, CLINIC],
    [
      "Northside clinic was closed, and your share with it ended.",
      { action: "share.ended", reason: "left", isOwners: false },
      CLINIC,
    ],
    ["You stopped sharing with Northside clinic.", { action: "share.ended", reason: "revoked" }, CLINIC],
    [
      "The time of your share with Northside clinic was over.",
      { action: "share.ended", reason: "expired", isOwners: false },
      CLINIC,
    ],
    ["You made the link “For Tuesday”.", { action: "share.offered" }, link("For Tuesday")],
    ["You made a link.", { action: "share.offered" }, link(null)],
    [
      "Somebody opened the link “For Tuesday”.",
      { action: "share.opened", isOwners: false },
      link("For Tuesday"),
    ],
    [
      "You changed what the link “For Tuesday” shows, or until when.",
      { action: "share.changed" },
      link("For Tuesday"),
    ],
    ["You stopped a link.", { action: "share.ended", reason: "revoked" }, link(null)],
    [
      "The time of the link “For Tuesday” was over.",
      { action: "share.ended", reason: "expired", isOwners: false },
      link("For Tuesday"),
    ],
  ])("says: %s", (sentence, given, of) => {
    expect(moveInWords(move(given), share(of), english)).toBe(sentence);
  });
});
