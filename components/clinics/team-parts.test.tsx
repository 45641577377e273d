import { describe, expect, test, vi } from "vitest";
import { htmlOf, tableRows, textOf } from "@/components/testing/markup";
import type { InvitationToMe, MemberView } from "@/lib/clinics/status";
import { DAY_MS } from "@/lib/clock";
import { wordsFor } from "@/lib/i18n/words";
import { ClinicInvitations } from "./clinic-invitations";
import { ClinicLabels } from "./clinic-labels";
import { InvitationsOut } from "./invitations-out";
import { MemberTable } from "./member-table";
import { TeamCode } from "./team-code";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const NOW = Date.parse("2026-11-10T20:00:00Z");
const words = wordsFor("en-US");

const ANA: MemberView = {
  userId: "ana",
  identity: { name: "Ana Ruiz", verifiedBy: { kind: "email", address: "ana@clinic.example" } },
  role: "administrator",
  joinedAt: NOW - 90 * DAY_MS,
  lastSeenAt: NOW,
  isInactive: false,
};
const BEN: MemberView = {
  ...ANA,
  userId: "ben",
  identity: { name: "Ben Kim", verifiedBy: { kind: "oidc", issuer: "https://login.hospital.example/a" } },
  role: "clinician",
  lastSeenAt: NOW - 31 * DAY_MS,
  isInactive: true,
};

const members = (isManaging: boolean) => (
  <MemberTable
    members={[ANA, BEN]}
    ownUserId="ana"
    inactiveDays={30}
    memberUrl={isManaging ? (id) => `/api/clinics/c/members/${id}` : null}
    now={NOW}
    words={words}
  />
);

describe("the members of a clinic", () => {
  test("are shown with how they are known, their role, when they last came, and that their access is over", () => {
    expect(tableRows(htmlOf(members(false)))).toEqual([
      [
        "Ana Ruiz you",
        "E-mail address ana@clinic.example confirmed",
        "Administrator",
        "In the last 24 hours",
      ],
      [
        "Ben Kim",
        "Signed in at login.hospital.example",
        "Clinician",
        "31 days ago No access: not seen for more than 30 days",
      ],
    ]);
  });

  test("can be changed by those who manage it, and by nobody else", () => {
    expect(htmlOf(members(true)).match(/<button/g)).toHaveLength(2);
    expect(htmlOf(members(true))).toContain('aria-label="Change: Ben Kim"');
    expect(htmlOf(members(false))).not.toContain("<button");
  });
});

describe("the code", () => {
  const code = (renewUrl: string | null) => (
    <TeamCode code="BCDFGH23" clinic="Diabetes North" renewUrl={renewUrl} words={words} />
  );

  test("is written in groups, to be read aloud", () => expect(textOf(code(null))).toContain("BCDF-GH23"));

  test("is made anew by those who manage the clinic, who are told what that does", () => {
    expect(textOf(code("/api/clinics/c/code"))).toContain("The code above stops at once");
    expect(htmlOf(code(null))).not.toContain("<button");
  });
});

describe("an invitation to the reader", () => {
  const INVITATION: InvitationToMe = {
    id: "i",
    clinicName: "Diabetes North",
    role: "viewer",
    invitedBy: ANA.identity,
    expiresAt: NOW + 7 * DAY_MS,
  };
  const invitations = (isKnown: boolean) => (
    <ClinicInvitations
      invitations={[INVITATION]}
      isKnown={isKnown}
      answerUrl={(id) => `/api/clinics/invitations/${id}`}
      now={NOW}
      words={words}
    />
  );

  test("says which clinic, who invites, as what, and what that may do", () => {
    const said = textOf(invitations(true));
    expect(said).toContain("Diabetes North invites you to work there");
    expect(said).toContain("Ana Ruiz · E-mail address ana@clinic.example confirmed");
    expect(said).toContain("Viewer. Sees the patients who share with the clinic, and changes nothing.");
    expect(said).toContain("Nov 17, 2026");
  });

  test("can be declined by whoever is not known yet, not accepted", () => {
    expect(htmlOf(invitations(true))).toContain('aria-label="Accept: Diabetes North"');
    expect(htmlOf(invitations(false))).not.toContain("Accept");
    expect(htmlOf(invitations(false))).toContain('aria-label="Decline: Diabetes North"');
    expect(textOf(invitations(false))).toContain("Give your name above first");
  });
});

test("an invitation that nobody answered in time says so, and can be sent again where there is mail", () => {
  const invitation = {
    id: "i",
    role: "clinician",
    address: "carla@clinic.example",
    invitedBy: "Ana Ruiz",
    sentAt: NOW - 8 * DAY_MS,
    expiresAt: NOW - DAY_MS,
  } as const;
  const out = (sendsMail: boolean, invitations = [invitation]) => (
    <InvitationsOut
      invitations={invitations}
      invitationUrl={(id) => `/api/clinics/c/invitations/${id}`}
      sendsMail={sendsMail}
      now={NOW}
      words={words}
    />
  );
  expect(textOf(out(true))).toContain("Nobody answered it, and its seven days are over.");
  expect(textOf(out(true))).not.toContain("Open until");
  expect(textOf(out(true))).toContain("Send again");
  expect(textOf(out(false))).not.toContain("Send again");
  expect(textOf(out(true, []))).toContain("No invitation is out.");
});

test("tags and sites are listed apart, and a kind without any says so", () => {
  const said = textOf(
    <ClinicLabels
      labels={[{ id: "t", kind: "tag", name: "Pump" }]}
      addUrl="/api/clinics/c/labels"
      labelUrl={(id) => `/api/clinics/c/labels/${id}`}
      words={words}
    />,
  );
  expect(said).toMatch(/Tags Pump .*Sites No site yet\./);
});
