import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deleteAccount, saveName } from "@/lib/accounts/mutations";
import { signInWithOidc } from "@/lib/accounts/mutations-oidc";
import { AUDIT_DETAILS, userActor } from "@/lib/audit/schema";
import { accessToClinic } from "@/lib/clinics/access";
import { clinicsOf, hasClinics, labelsOf, membersOf, readClinic } from "@/lib/clinics/data";
import { invitationsOf, invitationsTo } from "@/lib/clinics/data-invitations";
import { CLINIC_CODE_TRIES, findClinicByCode } from "@/lib/clinics/data-lookup";
import { changeSettings, renewCode, SET_UP_LIMIT, setUpClinic } from "@/lib/clinics/mutations";
import { sweepClinics } from "@/lib/clinics/mutations-coming";
import {
  acceptInvitation,
  declineInvitation,
  inviteMember,
  sendInvitationAgain,
  withdrawInvitation,
} from "@/lib/clinics/mutations-invitation";
import { addLabel, LABELS_MAX, removeLabel, renameLabel } from "@/lib/clinics/mutations-label";
import { changeRole, removeMember } from "@/lib/clinics/mutations-member";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { DAY_MS, HOUR_MS } from "@/lib/clock";
import { createKeyRing } from "@/lib/crypto/key-ring";
import type { Database } from "@/lib/db/client";
import { env } from "@/lib/env";
import { newId, newSecretToken } from "@/lib/ids";
import { rotateKeys } from "@/lib/patients/mutations-key-rotation";
import { writtenInGroups } from "@/lib/read-aloud-code";
import { joins, newClinic, newColleague } from "@/tests/integration/clinics-support";
import {
  closeSharing,
  newSharer,
  newViewer,
  noMessage,
  openSharing,
  type SharingDatabase,
  type SharingTools,
} from "@/tests/integration/sharing-support";

let world: SharingDatabase;
let db: Database;
let owner: Pool;
let tools: SharingTools;
let counter = 0;

beforeAll(async () => {
  world = await openSharing();
  ({ db, owner, tools } = world);
});

afterAll(() => closeSharing(world));

const at = () => ({ db, now: Date.now() });
const unique = (what: string) => `${what}-${(counter += 1)}`;
const colleague = (name?: string) =>
  newColleague(tools, { address: `${unique("doctor")}@clinic.example`, ...(name ? { name } : {}) });
const clinic = async (name?: string) => newClinic(tools, await colleague(), name);
const invites = (
  access: ClinicAccess,
  address: string,
  role: "administrator" | "clinician" | "viewer" = "clinician",
) => inviteMember(access, { address, role }, noMessage, at());
const looksUp = (typed: string, who: { userId?: string; network?: string } = {}) =>
  findClinicByCode({ userId: newId(), network: newSecretToken(), typed, ...who }, tools);

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error as { refusal?: string }).refusal ?? String(error),
  );
/** What somebody is in a clinic when they ask now, or why not. */
const roleOf = ({ userId, clinicId }: { userId: string; clinicId: string }) =>
  accessToClinic({ userId, clinicId }, { db }).then(
    ({ role }) => role as string,
    (error: unknown) => (error as { refusal: string }).refusal,
  );
const auditOf = async (clinicId: string) => {
  const { rows } = await owner.query<{ action: string; actor: string; detail: { clinicId: string } }>(
    "SELECT action, actor, detail FROM audit_event WHERE detail->>'clinicId' = $1 ORDER BY at, id",
    [clinicId],
  );
  return rows;
};
const actionsOf = async (clinicId: string) => (await auditOf(clinicId)).map(({ action }) => action).sort();
const unseenFor = ({ clinicId, userId }: { clinicId: string; userId: string }, days: number) =>
  owner.query(
    "UPDATE clinic_member SET last_seen_at = now() - make_interval(days => $3) WHERE clinic_id = $1 AND user_id = $2",
    [clinicId, userId, days],
  );

describe("setting a clinic up", () => {
  it("makes whoever does its administrator, known by name and by how the name is known", async () => {
    const ana = await colleague("Ana Ruiz");
    const access = await newClinic(tools, ana, "Diabetes North");
    expect(access).toMatchObject({ userId: ana.userId, role: "administrator" });
    expect(await clinicsOf(ana.userId, { db })).toEqual([
      { id: access.clinicId, name: "Diabetes North", role: "administrator" },
    ]);
    expect(await readClinic(access, { db })).toEqual({
      id: access.clinicId,
      name: "Diabetes North",
      code: expect.stringMatching(/^[2-9B-DF-HJ-NP-TV-XZ]{8}$/),
      defaultTargets: "standard",
      inactiveDays: 180,
    });
    expect(await membersOf(access, { db })).toMatchObject([
      {
        userId: ana.userId,
        role: "administrator",
        isInactive: false,
        identity: { name: "Ana Ruiz", verifiedBy: { kind: "email", address: ana.address } },
      },
    ]);
    expect(await actionsOf(access.clinicId)).toEqual(["clinic.created"]);
  });

  it("is for somebody who can be known: by a confirmed address and a name, or by their organisation", async () => {
    const nameless = await newViewer(db, `${unique("nameless")}@clinic.example`, null);
    expect(await refusal(setUpClinic({ userId: nameless, name: "Clinic" }, tools))).toBe("name-first");
    const patient = await newSharer(db, unique("with-dexcom"));
    expect(await refusal(setUpClinic({ userId: patient.userId, name: "Clinic" }, tools))).toBe(
      "verified-first",
    );
    const claims = { name: "Dr Kim", email: null, emailVerified: false };
    const { userId } = await signInWithOidc(
      { issuer: "https://login.hospital.example", subject: unique("kim"), claims },
      { db },
    );
    const { clinicId } = await setUpClinic({ userId, name: "Hospital" }, tools);
    const access = await accessToClinic({ userId, clinicId }, { db });
    expect((await membersOf(access, { db }))[0]?.identity).toEqual({
      name: "Dr Kim",
      verifiedBy: { kind: "oidc", issuer: "https://login.hospital.example" },
    });
  });

  it("is done five times a day at most", async () => {
    const { userId } = await colleague();
    for (let done = 0; done < SET_UP_LIMIT.max; done += 1)
      await setUpClinic({ userId, name: `Clinic ${done}` }, tools);
    expect(await refusal(setUpClinic({ userId, name: "One more" }, tools))).toBe("too-many-clinics");
    expect(await clinicsOf(userId, { db })).toHaveLength(SET_UP_LIMIT.max);
  });
});

describe("an invitation", () => {
  it("belongs to whoever signs in with its address, and says who invites, where to and as what", async () => {
    const ana = await colleague("Ana Ruiz");
    const access = await newClinic(tools, ana, "Diabetes North");
    const ben = await colleague();
    const carla = await colleague();
    await invites(access, ben.address, "viewer");
    expect(await invitationsTo(ben.userId, { db })).toMatchObject([
      {
        clinicName: "Diabetes North",
        role: "viewer",
        invitedBy: { name: "Ana Ruiz", verifiedBy: { kind: "email", address: ana.address } },
      },
    ]);
    expect(await invitationsOf(access, { db })).toMatchObject([
      { address: ben.address, role: "viewer", invitedBy: "Ana Ruiz" },
    ]);
    expect(await invitationsTo(carla.userId, { db })).toEqual([]);
    const invitationId = (await invitationsTo(ben.userId, { db }))[0]?.id ?? "";
    for (const answer of [acceptInvitation, declineInvitation])
      expect(await refusal(answer({ userId: carla.userId, invitationId }, { db }))).toBe(
        "no-such-invitation",
      );
    expect(await acceptInvitation({ userId: ben.userId, invitationId }, { db })).toEqual({
      clinicId: access.clinicId,
    });
    expect(await roleOf({ userId: ben.userId, clinicId: access.clinicId })).toBe("viewer");
    expect(await invitationsTo(ben.userId, { db })).toEqual([]);
    expect(await actionsOf(access.clinicId)).toEqual(["clinic.created", "member.invited", "member.joined"]);
  });

  it("waits for somebody who has no account yet, and for a name", async () => {
    const access = await clinic();
    const address = `${unique("later")}@clinic.example`;
    await invites(access, address);
    const userId = await newViewer(db, address, null);
    const invitationId = (await invitationsTo(userId, { db }))[0]?.id ?? "";
    expect(await refusal(acceptInvitation({ userId, invitationId }, { db }))).toBe("name-first");
    await saveName(userId, "Dana", { db });
    await acceptInvitation({ userId, invitationId }, { db });
    expect(await roleOf({ userId, clinicId: access.clinicId })).toBe("clinician");
  });

  it("is worth nothing when it was declined, withdrawn, accepted before, or its seven days are over", async () => {
    const access = await clinic();
    const ben = await colleague();
    const accept = (invitationId: string) =>
      refusal(acceptInvitation({ userId: ben.userId, invitationId }, { db }));
    const declined = await invites(access, ben.address);
    await declineInvitation({ userId: ben.userId, invitationId: declined.invitationId }, { db });
    expect(await accept(declined.invitationId)).toBe("no-such-invitation");
    const withdrawn = await invites(access, ben.address);
    await withdrawInvitation(access, withdrawn.invitationId, { db });
    expect(await accept(withdrawn.invitationId)).toBe("no-such-invitation");
    const late = await inviteMember(access, { address: ben.address, role: "viewer" }, noMessage, {
      db,
      now: Date.now() - 7 * DAY_MS - HOUR_MS,
    });
    expect(await invitationsTo(ben.userId, { db })).toEqual([]);
    expect(await accept(late.invitationId)).toBe("no-such-invitation");
    // Sent again, it counts anew.
    await sendInvitationAgain(access, late.invitationId, noMessage, at());
    expect(await accept(late.invitationId)).toBe("done");
    expect(await accept(late.invitationId)).toBe("no-such-invitation");
    expect(await actionsOf(access.clinicId)).toEqual([
      "clinic.created",
      "member.invitation-ended",
      "member.invitation-ended",
      "member.invited",
      "member.invited",
      "member.invited",
      "member.invited-again",
      "member.joined",
    ]);
  });

  it("goes to an address once, never to somebody who works there already, and makes way when it is over", async () => {
    const access = await clinic();
    const ben = await colleague();
    await invites(access, ben.address);
    expect(await refusal(invites(access, ben.address, "viewer"))).toBe("invited-already");
    await owner.query(
      "UPDATE clinic_invitation SET expires_at = now() - interval '1 day' WHERE clinic_id = $1",
      [access.clinicId],
    );
    await invites(access, ben.address, "viewer");
    expect(await invitationsOf(access, { db })).toHaveLength(1);
    const invitationId = (await invitationsTo(ben.userId, { db }))[0]?.id ?? "";
    await acceptInvitation({ userId: ben.userId, invitationId }, { db });
    expect(await refusal(invites(access, ben.address))).toBe("member-already");
  });

  it("is accepted once, also when it is pressed ten times at the same moment", async () => {
    const access = await clinic();
    const ben = await colleague();
    const { invitationId } = await invites(access, ben.address);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        refusal(acceptInvitation({ userId: ben.userId, invitationId }, { db })),
      ),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    for (const answer of answers) expect(["done", "member-already", "no-such-invitation"]).toContain(answer);
    expect((await actionsOf(access.clinicId)).filter((action) => action === "member.joined")).toHaveLength(1);
  });

  it("is queued as a message with what its writer says, in the transaction that makes it", async () => {
    const access = await clinic("Diabetes South");
    const said: unknown[] = [];
    const count = async () => (await owner.query("SELECT 1 FROM mail_message")).rowCount ?? 0;
    const before = await count();
    const address = `${unique("mail")}@clinic.example`;
    const compose = (words: unknown) => {
      said.push(words);
      return noMessage();
    };
    await inviteMember(access, { address, role: "clinician" }, compose, at());
    expect(said).toEqual([{ clinicName: "Diabetes South", invitedBy: expect.stringMatching(/^Dr doctor/) }]);
    expect(await count()).toBe(before + 1);
    const fails = () => {
      throw new Error("no words");
    };
    await expect(
      inviteMember(access, { address: `${unique("mail")}@clinic.example`, role: "viewer" }, fails, at()),
    ).rejects.toThrow("no words");
    expect(await count()).toBe(before + 1);
    expect(await invitationsOf(access, { db })).toHaveLength(1);
  });
});

describe("what somebody may do", () => {
  it("is for administrators alone where it is about members, invitations, code, settings and labels", async () => {
    const access = await clinic();
    const ben = await colleague();
    const carla = await colleague();
    const clinician = await joins(tools, access, ben);
    const viewer = await joins(tools, access, carla, "viewer");
    const { labelId } = await addLabel(access, { kind: "tag", label: "New" }, { db });
    const { invitationId } = await invites(access, `${unique("else")}@clinic.example`);
    for (const member of [clinician, viewer]) {
      const tries: (() => Promise<unknown>)[] = [
        () => invites(member, "somebody@clinic.example"),
        () => sendInvitationAgain(member, invitationId, noMessage, at()),
        () => withdrawInvitation(member, invitationId, { db }),
        () => changeRole(member, { userId: member.userId, role: "administrator" }, { db }),
        () => removeMember(member, access.userId, { db }),
        () => renewCode(member, { db }),
        () => changeSettings(member, { name: "Mine", defaultTargets: "older", inactiveDays: null }, { db }),
        () => addLabel(member, { kind: "tag", label: "Mine" }, { db }),
        () => renameLabel(member, { labelId, label: "Mine" }, { db }),
        () => removeLabel(member, labelId, { db }),
      ];
      for (const attempt of tries)
        expect(await refusal(Promise.resolve().then(attempt))).toBe("not-your-role");
      expect(() => invitationsOf(member, { db })).toThrow("Your role in this clinic");
      expect(await membersOf(member, { db })).toHaveLength(3);
      expect(await labelsOf(member, { db })).toEqual([{ id: labelId, kind: "tag", name: "New" }]);
      expect((await readClinic(member, { db })).code).toHaveLength(8);
    }
  });

  it("changes from the very next request, for an access that was given before, too", async () => {
    const access = await clinic();
    const ben = await colleague();
    const asAdministrator = await joins(tools, access, ben, "administrator");
    await changeRole(access, { userId: ben.userId, role: "viewer" }, { db });
    expect(await roleOf(asAdministrator)).toBe("viewer");
    // The access from before says administrator; the database knows better.
    expect(await refusal(renewCode(asAdministrator, { db }))).toBe("not-your-role");
    await removeMember(access, ben.userId, { db });
    expect(await roleOf(asAdministrator)).toBe("no-such-clinic");
    expect(await clinicsOf(ben.userId, { db })).toEqual([]);
    expect(await refusal(membersOf(asAdministrator, { db }))).toBe("no-such-clinic");
    expect(await refusal(readClinic(asAdministrator, { db }))).toBe("no-such-clinic");
    expect(await actionsOf(access.clinicId)).toEqual([
      "clinic.created",
      "member.invited",
      "member.joined",
      "member.removed",
      "member.role-changed",
    ]);
  });

  it("says the same of members who left, of other clinics, and of ids that nobody has", async () => {
    const access = await clinic();
    const stranger = await colleague();
    const ben = await joins(tools, access, stranger);
    await removeMember(ben, ben.userId, { db });
    const somebody = await colleague();
    for (const clinicId of [access.clinicId, newId(), "not-an-id", ""])
      for (const { userId } of [stranger, somebody])
        expect(await roleOf({ userId, clinicId })).toBe("no-such-clinic");
    expect(await roleOf(access)).toBe("administrator");
    for (const userId of [stranger.userId, newId(), "not-an-id"]) {
      expect(await refusal(removeMember(access, userId, { db }))).toBe("no-such-member");
      expect(await refusal(changeRole(access, { userId, role: "viewer" }, { db }))).toBe("no-such-member");
    }
  });
});

describe("the last administrator", () => {
  it("neither leaves nor steps down while others work there; with another one they may", async () => {
    const access = await clinic();
    const ben = await colleague();
    await joins(tools, access, ben);
    expect(await refusal(removeMember(access, access.userId, { db }))).toBe("last-administrator");
    expect(await refusal(changeRole(access, { userId: access.userId, role: "viewer" }, { db }))).toBe(
      "last-administrator",
    );
    await changeRole(access, { userId: ben.userId, role: "administrator" }, { db });
    await changeRole(access, { userId: access.userId, role: "viewer" }, { db });
    expect(await roleOf(access)).toBe("viewer");
    expect(await roleOf({ userId: ben.userId, clinicId: access.clinicId })).toBe("administrator");
  });

  it("is kept by the database, whatever is asked of it", async () => {
    const access = await clinic();
    await joins(tools, access, await colleague());
    const where = "WHERE clinic_id = $1 AND user_id = $2";
    const values = [access.clinicId, access.userId];
    await expect(owner.query(`DELETE FROM clinic_member ${where}`, values)).rejects.toThrow(
      "keeps an administrator",
    );
    await expect(owner.query(`UPDATE clinic_member SET role = 'viewer' ${where}`, values)).rejects.toThrow(
      "keeps an administrator",
    );
    expect(await roleOf(access)).toBe("administrator");
  });

  it.each([
    ["leave", (access: ClinicAccess) => removeMember(access, access.userId, { db })],
    [
      "step down",
      (access: ClinicAccess) => changeRole(access, { userId: access.userId, role: "viewer" }, { db }),
    ],
  ])("is there when two administrators %s at the same moment, again and again", async (_, go) => {
    for (let round = 0; round < 5; round += 1) {
      const first = await clinic();
      const second = await joins(tools, first, await colleague(), "administrator");
      const third = await joins(tools, first, await colleague(), "viewer");
      const answers = await Promise.all([first, second].map((access) => refusal(go(access))));
      expect(answers.toSorted()).toEqual(["done", "last-administrator"]);
      expect((await membersOf(third, { db })).filter(({ role }) => role === "administrator")).toHaveLength(1);
    }
  });

  it("is there when two administrators remove each other, or take each other's role, at the same moment", async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await clinic();
      const second = await joins(tools, first, await colleague(), "administrator");
      const third = await joins(tools, first, await colleague(), "viewer");
      const [removed, demoted] = await Promise.all([
        refusal(removeMember(first, second.userId, { db })),
        refusal(changeRole(second, { userId: first.userId, role: "clinician" }, { db })),
      ]);
      expect([removed, demoted].filter((answer) => answer === "done")).toHaveLength(1);
      expect((await membersOf(third, { db })).filter(({ role }) => role === "administrator")).toHaveLength(1);
    }
  });

  it("hands over when they delete their account: to the clinician who has been there longest", async () => {
    const access = await clinic();
    const { clinicId } = access;
    const viewer = await joins(tools, access, await colleague(), "viewer");
    const clinician = await joins(tools, access, await colleague());
    const newer = await joins(tools, access, await colleague());
    await deleteAccount(access.userId, { db });
    expect(await roleOf(clinician)).toBe("administrator");
    expect(await roleOf(newer)).toBe("clinician");
    expect(await roleOf(viewer)).toBe("viewer");
    const line = (await auditOf(clinicId)).find(({ action }) => action === "member.role-changed");
    expect(line?.actor).toBe("system:clinics");
    expect(AUDIT_DETAILS["member.role-changed"].parse(line?.detail)).toEqual({
      clinicId,
      userId: clinician.userId,
      role: "administrator",
    });
  });
});

describe("a clinic without members", () => {
  const remains = async (clinicId: string) => {
    const counts = await owner.query<Record<string, string>>(
      `SELECT (SELECT count(*) FROM clinic WHERE id = $1) AS clinics,
        (SELECT count(*) FROM clinic_member WHERE clinic_id = $1) AS members,
        (SELECT count(*) FROM clinic_invitation WHERE clinic_id = $1) AS invitations,
        (SELECT count(*) FROM clinic_label WHERE clinic_id = $1) AS labels,
        (SELECT count(*) FROM keys.clinic_key WHERE clinic_id = $1) AS keys`,
      [clinicId],
    );
    return Object.values(counts.rows[0] ?? {}).map(Number);
  };

  it.each([
    ["leaves", (access: ClinicAccess) => removeMember(access, access.userId, { db })],
    ["deletes their account", (access: ClinicAccess) => deleteAccount(access.userId, { db })],
  ])(
    "is no more when the only member %s: its key, its code and its invitations go, and shares end",
    async (_, go) => {
      const access = await clinic();
      const { clinicId } = access;
      const { code } = await readClinic(access, { db });
      await addLabel(access, { kind: "site", label: "North" }, { db });
      const ben = await colleague();
      await invites(access, ben.address);
      const { patientId } = await newSharer(db, unique("shares-with-clinic"));
      const shareId = newId();
      await owner.query(
        `INSERT INTO share (id, patient_id, kind, state, clinic_id, scope, with_events, with_notes, lasts, remind_at,
        activated_at, owner_sealed)
       VALUES ($1, $2, 'clinic', 'active', $3, 'reports', true, true, 'open', now() + interval '1 year', now(), '')`,
        [shareId, patientId, clinicId],
      );
      expect(await remains(clinicId)).toEqual([1, 1, 1, 1, 1]);
      await go(access);
      expect(await remains(clinicId)).toEqual([0, 0, 0, 0, 0]);
      const share = await owner.query("SELECT state, end_reason, clinic_id FROM share WHERE id = $1", [
        shareId,
      ]);
      expect(share.rows).toEqual([{ state: "ended", end_reason: "left", clinic_id: null }]);
      expect(await refusal(looksUp(code))).toBe("no-such-clinic-code");
      expect(await invitationsTo(ben.userId, { db })).toEqual([]);
      const closed = (await auditOf(clinicId)).find(({ action }) => action === "clinic.closed");
      expect(closed?.actor).toBe("system:clinics");
      expect(AUDIT_DETAILS["clinic.closed"].parse(closed?.detail)).toEqual({ clinicId });
    },
  );
});

describe("members who stop coming", () => {
  it("have no access from the moment that the clinic's days are over, and are removed by the housekeeping", async () => {
    const access = await clinic();
    const ben = await joins(tools, access, await colleague());
    await unseenFor(ben, 179);
    expect(await roleOf(ben)).toBe("clinician");
    await unseenFor(ben, 181);
    expect(await roleOf(ben)).toBe("no-such-clinic");
    expect(await clinicsOf(ben.userId, { db })).toEqual([]);
    expect(await refusal(membersOf(ben, { db }))).toBe("no-such-clinic");
    expect(await membersOf(access, { db })).toMatchObject([{ isInactive: false }, { isInactive: true }]);
    await sweepClinics({ db });
    expect(await membersOf(access, { db })).toHaveLength(1);
    const line = (await auditOf(access.clinicId)).find(({ action }) => action === "member.removed");
    expect(line).toMatchObject({
      actor: "system:clinics",
      detail: { clinicId: access.clinicId, userId: ben.userId, reason: "inactive" },
    });
  });

  it("keep their access as long as the clinic says, which is for ever where it says never", async () => {
    const access = await clinic();
    const ben = await joins(tools, access, await colleague());
    const settings = { name: "Clinic", defaultTargets: "standard" } as const;
    await unseenFor(ben, 60);
    await changeSettings(access, { ...settings, inactiveDays: 30 }, { db });
    expect(await roleOf(ben)).toBe("no-such-clinic");
    await unseenFor(ben, 4_000);
    await changeSettings(access, { ...settings, inactiveDays: null }, { db });
    await sweepClinics({ db });
    expect(await roleOf(ben)).toBe("clinician");
  });

  it("are seen when they come, at most once an hour, and known as they are then", async () => {
    const access = await clinic();
    const ben = await joins(tools, access, await colleague("Ben"));
    const seen = async () => (await membersOf(access, { db })).find(({ userId }) => userId === ben.userId);
    const first = (await seen())?.lastSeenAt;
    await saveName(ben.userId, "Ben Long", { db });
    await accessToClinic(ben, { db });
    expect(await seen()).toMatchObject({ lastSeenAt: first, identity: { name: "Ben" } });
    await unseenFor(ben, 1);
    await accessToClinic(ben, { db });
    const again = await seen();
    expect(again?.identity.name).toBe("Ben Long");
    expect(again?.lastSeenAt).toBeGreaterThanOrEqual(first ?? Number.POSITIVE_INFINITY);
  });

  it("are never the administrator who came last: nobody could let the others back in", async () => {
    const access = await clinic();
    const second = await joins(tools, access, await colleague(), "administrator");
    const ben = await joins(tools, access, await colleague());
    for (const [member, days] of [
      [access, 300],
      [second, 400],
      [ben, 500],
    ] as const)
      await unseenFor(member, days);
    expect([await roleOf(second), await roleOf(ben)]).toEqual(["no-such-clinic", "no-such-clinic"]);
    await sweepClinics({ db });
    expect(await roleOf(access)).toBe("administrator");
    expect(await membersOf(access, { db })).toMatchObject([{ userId: access.userId }]);
  });

  it("do not come back because everybody else has gone", async () => {
    const access = await clinic();
    const gone = await joins(tools, access, await colleague(), "administrator");
    const ben = await joins(tools, access, await colleague());
    await unseenFor(gone, 300);
    expect(await refusal(removeMember(access, access.userId, { db }))).toBe("last-administrator");
    await joins(tools, access, await colleague(), "viewer");
    await unseenFor(gone, 300);
    await deleteAccount(access.userId, { db });
    expect(await roleOf(gone)).toBe("no-such-clinic");
    expect(await roleOf(ben)).toBe("administrator");
  });

  it("come back when they are invited again, as who they are invited to be", async () => {
    const access = await clinic();
    const ben = await colleague();
    const before = await joins(tools, access, ben, "administrator");
    await unseenFor(before, 300);
    await saveName(ben.userId, "Ben Long", { db });
    // Their row still says that they are known by this address.
    expect(await refusal(invites(access, ben.address))).toBe("member-already");
    await sweepClinics({ db });
    expect((await joins(tools, access, ben, "viewer")).role).toBe("viewer");
    // Invited before they stopped coming, and not removed yet.
    await removeMember(access, ben.userId, { db });
    await invites(access, ben.address);
    const address = ben.address;
    await owner.query(
      `INSERT INTO clinic_member (clinic_id, user_id, role, sealed, last_seen_at)
       VALUES ($1, $2, 'administrator', '', now() - interval '300 days')`,
      [access.clinicId, ben.userId],
    );
    const invitationId = (await invitationsTo(ben.userId, { db }))[0]?.id ?? "";
    await acceptInvitation({ userId: ben.userId, invitationId }, { db });
    expect(await roleOf(before)).toBe("clinician");
    expect((await membersOf(access, { db })).at(-1)?.identity).toEqual({
      name: "Ben Long",
      verifiedBy: { kind: "email", address },
    });
  });

  it("leave invitations that nobody answered behind for a month", async () => {
    const access = await clinic();
    await invites(access, `${unique("old")}@clinic.example`);
    const expired = (days: number) =>
      owner.query(
        "UPDATE clinic_invitation SET expires_at = now() - make_interval(days => $2) WHERE clinic_id = $1",
        [access.clinicId, days],
      );
    await expired(29);
    await sweepClinics({ db });
    expect(await invitationsOf(access, { db })).toHaveLength(1);
    await expired(31);
    await sweepClinics({ db });
    expect(await invitationsOf(access, { db })).toEqual([]);
  });
});

describe("a clinic's code", () => {
  it("finds the clinic for everybody who has it, with the names of its administrators and nothing else", async () => {
    const access = await newClinic(tools, await colleague("Ana Ruiz"), "Diabetes East");
    await joins(tools, access, await colleague("Zoe Administrator"), "administrator");
    await joins(tools, access, await colleague("Ben Clinician"));
    const { code } = await readClinic(access, { db });
    const found = {
      clinicId: access.clinicId,
      name: "Diabetes East",
      administrators: ["Ana Ruiz", "Zoe Administrator"],
    };
    expect(await looksUp(code)).toEqual(found);
    expect(await looksUp(` ${writtenInGroups(code).toLowerCase()} `)).toEqual(found);
  });

  it("finds nothing from the moment that it was renewed; the new one does", async () => {
    const access = await clinic();
    const { code } = await readClinic(access, { db });
    const renewed = await renewCode(access, { db });
    expect(renewed).not.toBe(code);
    expect(await refusal(looksUp(code))).toBe("no-such-clinic-code");
    expect(await looksUp(renewed)).toMatchObject({ clinicId: access.clinicId });
    expect((await readClinic(access, { db })).code).toBe(renewed);
    expect(await actionsOf(access.clinicId)).toContain("clinic.code-renewed");
  });

  it("may be tried wrongly five times an hour by an account and by a network", async () => {
    const { code } = await readClinic(await clinic(), { db });
    for (const who of [{ userId: newId() }, { network: unique("network") }]) {
      // The right one uses nothing up.
      for (let tries = 0; tries < 2 * CLINIC_CODE_TRIES.max; tries += 1) await looksUp(code, who);
      for (let tries = 0; tries < CLINIC_CODE_TRIES.max; tries += 1)
        expect(await refusal(looksUp(tries % 2 ? "BCDF-GH23" : "nonsense", who))).toBe("no-such-clinic-code");
      expect(await refusal(looksUp(code, who))).toBe("too-many-tries");
    }
    expect(await refusal(looksUp(code))).toBe("done");
  });
});

describe("the way to one's clinics", () => {
  it("is offered beside a patient's data to whoever works in one or is invited to, and to nobody else", async () => {
    const { access: patient } = await newSharer(db, unique("looked-at"));
    const ben = await colleague();
    const offered = () =>
      hasClinics({ patientId: patient.patientId, actor: userActor(ben.userId) }, ben.userId, { db });
    expect(await offered()).toBe(false);
    const access = await clinic();
    const { invitationId } = await invites(access, ben.address);
    expect(await offered()).toBe(true);
    await withdrawInvitation(access, invitationId, { db });
    expect(await offered()).toBe(false);
    await joins(tools, access, ben);
    expect(await offered()).toBe(true);
    await unseenFor({ clinicId: access.clinicId, userId: ben.userId }, 181);
    expect(await offered()).toBe(false);
  });
});

describe("settings and labels", () => {
  it("change what a clinic is called, which targets it begins with and how long it waits", async () => {
    const access = await clinic();
    const settings = { name: "Diabetes West", defaultTargets: "pregnancy", inactiveDays: 365 } as const;
    await changeSettings(access, settings, { db });
    expect(await readClinic(access, { db })).toMatchObject(settings);
    expect(await actionsOf(access.clinicId)).toContain("clinic.changed");
  });

  it("have each name once in a kind, however it is written", async () => {
    const access = await clinic();
    const add = (kind: "tag" | "site", label: string) => addLabel(access, { kind, label }, { db });
    const { labelId } = await add("tag", "Pump");
    await add("site", "Pump");
    const { labelId: other } = await add("tag", "Árbol");
    for (const label of ["pump", "PUMP", "Ｐump"])
      expect(await refusal(add("tag", label))).toBe("label-taken");
    expect(await refusal(renameLabel(access, { labelId: other, label: "pump" }, { db }))).toBe("label-taken");
    // Its own name, written otherwise, is no other's.
    await renameLabel(access, { labelId, label: "PUMP" }, { db });
    expect(await labelsOf(access, { db })).toMatchObject([
      { kind: "tag", name: "Árbol" },
      { kind: "site", name: "Pump" },
      { kind: "tag", name: "PUMP" },
    ]);
    await removeLabel(access, labelId, { db });
    for (const gone of [labelId, newId(), "not-an-id"]) {
      expect(await refusal(removeLabel(access, gone, { db }))).toBe("no-such-label");
      expect(await refusal(renameLabel(access, { labelId: gone, label: "X" }, { db }))).toBe("no-such-label");
    }
    expect((await actionsOf(access.clinicId)).filter((action) => action.startsWith("label."))).toEqual([
      "label.added",
      "label.added",
      "label.added",
      "label.removed",
      "label.renamed",
    ]);
  });

  it("have one of a name also when ten are made at the same moment, and a hundred of a kind at most", async () => {
    const access = await clinic();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => refusal(addLabel(access, { kind: "tag", label: "Same" }, { db }))),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    for (let made = 1; made < LABELS_MAX; made += 1)
      await addLabel(access, { kind: "tag", label: `Tag ${made}` }, { db });
    expect(await refusal(addLabel(access, { kind: "tag", label: "One more" }, { db }))).toBe(
      "too-many-labels",
    );
    expect(await refusal(addLabel(access, { kind: "site", label: "One more" }, { db }))).toBe("done");
  });
});

describe("what lies in the tables", () => {
  it("holds no name, no address, no label and no code of a clinic in the clear", async () => {
    const ana = await newColleague(tools, { address: "canary.ana@clinic.example", name: "Canary Ana" });
    const access = await newClinic(tools, ana, "Sealed Clinic");
    await joins(
      tools,
      access,
      await newColleague(tools, { address: "canary.ben@clinic.example", name: "Canary Ben" }),
    );
    await invites(access, "canary.carla@clinic.example");
    await addLabel(access, { kind: "tag", label: "Canary Tag" }, { db });
    const { code } = await readClinic(access, { db });
    const { rows } = await owner.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables
       WHERE table_schema IN ('public', 'keys') AND table_type = 'BASE TABLE'`,
    );
    let dump = "";
    for (const { name } of rows) {
      const table = await owner.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
      for (const { row } of table.rows) {
        dump += `${row}\n`;
        // Bytes are written as hex.
        for (const [, hex] of row.matchAll(/\\\\x([0-9a-f]*)/g))
          dump += `${Buffer.from(hex ?? "", "hex").toString("utf8")}\n`;
      }
    }
    expect(dump).toContain(access.clinicId);
    // What patients see before they share is no secret.
    expect(dump).toContain("Sealed Clinic");
    expect(dump).not.toMatch(/canary/i);
    expect(dump).not.toContain(code);
    expect(dump).not.toContain(writtenInGroups(code));
  });

  it("is wrapped anew when keys are rotated: names open, and the code is still shown", async () => {
    const access = await clinic();
    const { code } = await readClinic(access, { db });
    const next = { id: "next", key: Buffer.alloc(32, 9) };
    const { rows } = await owner.query("SELECT 1 FROM keys.clinic_key");
    expect((await rotateKeys({ db, ring: createKeyRing([next, ...env().ENCRYPTION_KEYS]) })).clinics).toBe(
      rows.length,
    );
    const under = await owner.query<{ sealed: string }>("SELECT code_sealed AS sealed FROM clinic");
    for (const { sealed } of under.rows)
      expect(Buffer.from(sealed.split(".")[0] ?? "", "base64url").toString()).toContain('"kid":"next"');
    await rotateKeys({ db, ring: createKeyRing([...env().ENCRYPTION_KEYS, next]) });
    expect((await readClinic(access, { db })).code).toBe(code);
    expect((await membersOf(access, { db }))[0]?.identity.name).toMatch(/^Dr doctor/);
  });
});
