import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userActor } from "@/lib/audit/schema";
import { accessToClinic } from "@/lib/clinics/access";
import { clinicsOf, labelsOf, membersOf, readClinic } from "@/lib/clinics/data";
import { invitationsOf } from "@/lib/clinics/data-invitations";
import { changeSettings } from "@/lib/clinics/mutations";
import { inviteMember, sendInvitationAgain, withdrawInvitation } from "@/lib/clinics/mutations-invitation";
import { addLabel, removeLabel, renameLabel } from "@/lib/clinics/mutations-label";
import { changeRole, removeMember } from "@/lib/clinics/mutations-member";
import type { ClinicAccess } from "@/lib/clinics/policy";
import type { Database, Transaction } from "@/lib/db/client";
import { inClinicTransaction, inSystemTransaction, inUserTransaction } from "@/lib/db/context";
import { newId } from "@/lib/ids";
import { type Colleague, joins, newClinic, newColleague } from "@/tests/integration/clinics-support";
import {
  closeSharing,
  noMessage,
  openSharing,
  type SharingDatabase,
  type SharingTools,
} from "@/tests/integration/sharing-support";

/** Two clinics, each with its administrator, and one person who works in both. */
let world: SharingDatabase;
let db: Database;
let owner: Pool;
let tools: SharingTools;
let north: ClinicAccess;
let south: ClinicAccess;
let both: Colleague;
let bothInNorth: ClinicAccess;
let bothInSouth: ClinicAccess;
let outsider: Colleague;
let invited: Colleague;

const at = () => ({ db, now: Date.now() });
const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: unknown) => (error as { refusal?: string }).refusal ?? String(error),
  );

beforeAll(async () => {
  world = await openSharing();
  ({ db, owner, tools } = world);
  const person = (name: string) => newColleague(tools, { address: `${name}@clinic.example`, name });
  north = await newClinic(tools, await person("north"), "North");
  south = await newClinic(tools, await person("south"), "South");
  both = await person("both");
  bothInNorth = await joins(tools, north, both, "administrator");
  bothInSouth = await joins(tools, south, both, "viewer");
  outsider = await person("outsider");
  invited = await person("invited");
  for (const clinic of [north, south]) {
    await addLabel(clinic, { kind: "tag", label: "Same name" }, { db });
    await inviteMember(
      clinic,
      { address: `${clinic.clinicId}@clinic.example`, role: "viewer" },
      noMessage,
      at(),
    );
  }
  await inviteMember(south, { address: invited.address, role: "viewer" }, noMessage, at());
});

afterAll(() => closeSharing(world));

const TABLES = ["clinic", "clinic_member", "clinic_invitation", "clinic_label", "keys.clinic_key"] as const;

/** Of which clinics a transaction sees rows, table by table, when it asks for everything. */
async function seenIn(tx: Transaction): Promise<Record<(typeof TABLES)[number], string[]>> {
  const of = (rows: readonly { clinicId: string }[]) =>
    [...new Set(rows.map(({ clinicId }) => clinicId))].sort();
  return {
    clinic: (await tx.clinic.findMany({ select: { id: true } })).map(({ id }) => id).sort(),
    clinic_member: of(await tx.clinicMember.findMany({ select: { clinicId: true } })),
    clinic_invitation: of(await tx.clinicInvitation.findMany({ select: { clinicId: true } })),
    clinic_label: of(await tx.clinicLabel.findMany({ select: { clinicId: true } })),
    "keys.clinic_key": of(await tx.clinicKey.findMany({ select: { clinicId: true } })),
  };
}
const everywhere = (seen: readonly string[]) => Object.fromEntries(TABLES.map((table) => [table, seen]));
const inClinic = <T>(access: { clinicId: string; userId: string }, work: (tx: Transaction) => Promise<T>) =>
  inClinicTransaction({ clinicId: access.clinicId, actor: userActor(access.userId) }, work, { db });

describe("whoever works in two clinics", () => {
  it("sees in each only what is that one's, in every table", async () => {
    expect(await inClinic(bothInNorth, seenIn)).toEqual(everywhere([north.clinicId]));
    // Invitations are for administrators, and in the south they are none.
    expect(await inClinic(bothInSouth, seenIn)).toEqual({
      ...everywhere([south.clinicId]),
      clinic_invitation: [],
    });
  });

  it("sees outside of them where they work, and no key, label, invitation or colleague", async () => {
    const seen = await inUserTransaction(userActor(both.userId), seenIn, { db });
    const clinics = [north.clinicId, south.clinicId].toSorted();
    expect(seen).toEqual({ ...everywhere([]), clinic: clinics, clinic_member: clinics });
    const members = await inUserTransaction(
      userActor(both.userId),
      (tx) => tx.clinicMember.findMany({ select: { userId: true } }),
      { db },
    );
    expect(members.every(({ userId }) => userId === both.userId)).toBe(true);
    expect(await clinicsOf(both.userId, { db })).toEqual([
      { id: north.clinicId, name: "North", role: "administrator" },
      { id: south.clinicId, name: "South", role: "viewer" },
    ]);
  });

  it("reads in each through every function only what is that one's", async () => {
    for (const [mine, other] of [
      [bothInNorth, south],
      [bothInSouth, north],
    ] as const) {
      expect((await readClinic(mine, { db })).id).toBe(mine.clinicId);
      const members = await membersOf(mine, { db });
      expect(members.map(({ userId }) => userId)).toContain(mine.userId);
      expect(members.map(({ userId }) => userId)).not.toContain(other.userId);
      expect(await labelsOf(mine, { db })).toHaveLength(1);
    }
    expect((await invitationsOf(bothInNorth, { db })).map(({ address }) => address)).toEqual([
      `${north.clinicId}@clinic.example`,
    ]);
  });

  it("changes as the administrator of one nothing of the other", async () => {
    const [theirs] = await labelsOf(south, { db });
    const [out] = await invitationsOf(south, { db });
    const labelId = theirs?.id ?? "";
    const tries: [() => Promise<unknown>, string][] = [
      [() => renameLabel(bothInNorth, { labelId, label: "Mine" }, { db }), "no-such-label"],
      [() => removeLabel(bothInNorth, labelId, { db }), "no-such-label"],
      [() => withdrawInvitation(bothInNorth, out?.id ?? "", { db }), "no-such-invitation"],
      [() => sendInvitationAgain(bothInNorth, out?.id ?? "", noMessage, at()), "no-such-invitation"],
      [() => removeMember(bothInNorth, south.userId, { db }), "no-such-member"],
      [() => changeRole(bothInNorth, { userId: south.userId, role: "viewer" }, { db }), "no-such-member"],
    ];
    for (const [attempt, expected] of tries) expect(await refusal(attempt())).toBe(expected);
    expect(await labelsOf(south, { db })).toEqual([theirs]);
    expect(await invitationsOf(south, { db })).toContainEqual(out);
    expect(await membersOf(south, { db })).toHaveLength(2);
    // The same by whoever is its administrator.
    await renameLabel(south, { labelId, label: "Ours" }, { db });
    expect(await labelsOf(south, { db })).toMatchObject([{ name: "Ours" }]);
  });
});

describe("row-level security", () => {
  it("shows a clinic to nobody who does not work there, whichever clinic their transaction names", async () => {
    for (const { clinicId } of [north, south])
      expect(await inClinic({ clinicId, userId: outsider.userId }, seenIn)).toEqual(everywhere([]));
    expect(await inUserTransaction(userActor(outsider.userId), seenIn, { db })).toEqual(everywhere([]));
    expect(await inClinic({ clinicId: south.clinicId, userId: north.userId }, seenIn)).toEqual(
      everywhere([]),
    );
    expect(await inClinic(north, seenIn)).toEqual(everywhere([north.clinicId]));
  });

  it("shows whoever is invited the invitation and what the clinic is called, and no key and no member", async () => {
    const seen = await inUserTransaction(userActor(invited.userId), seenIn, { db });
    expect(seen).toEqual({
      ...everywhere([]),
      clinic: [south.clinicId],
      clinic_invitation: [south.clinicId],
    });
    const within = await inClinic({ clinicId: south.clinicId, userId: invited.userId }, seenIn);
    expect(within).toEqual({
      ...everywhere([]),
      clinic: [south.clinicId],
      clinic_invitation: [south.clinicId],
    });
  });

  it("shows the other jobs nothing of any clinic", async () => {
    for (const actor of ["system:sharing", "system:sync", "system:scheduler", "system:retention"] as const)
      expect(await inSystemTransaction(actor, seenIn, { db })).toEqual(everywhere([]));
    const job = await inSystemTransaction("system:clinics", seenIn, { db });
    expect(job["keys.clinic_key"]).toEqual([]);
    expect(job.clinic_label).toEqual([]);
    expect(job.clinic).toHaveLength(2);
  });

  const joinAs = (clinicId: string, userId: string, role: string) =>
    inClinic({ clinicId, userId }, (tx) =>
      tx.clinicMember.createMany({ data: { clinicId, userId, role, sealed: Buffer.from("x") } }),
    );

  it("lets nobody join who was not invited, and nobody as more than they were invited to be", async () => {
    const security = /row-level security/;
    await expect(joinAs(south.clinicId, outsider.userId, "viewer")).rejects.toThrow(security);
    await expect(joinAs(south.clinicId, north.userId, "administrator")).rejects.toThrow(security);
    await expect(joinAs(north.clinicId, invited.userId, "viewer")).rejects.toThrow(security);
    for (const role of ["administrator", "clinician"])
      await expect(joinAs(south.clinicId, invited.userId, role)).rejects.toThrow(security);
    // Nor does an administrator let somebody in who has not accepted.
    await expect(
      inClinic(south, (tx) =>
        tx.clinicMember.createMany({
          data: {
            clinicId: south.clinicId,
            userId: outsider.userId,
            role: "viewer",
            sealed: Buffer.from("x"),
          },
        }),
      ),
    ).rejects.toThrow(security);
    await joinAs(south.clinicId, invited.userId, "viewer");
    await removeMember(south, invited.userId, { db });
  });

  it("lets a viewer of a clinic write nothing of it", async () => {
    const { clinicId, userId } = bothInSouth;
    const member = { clinicId, userId };
    const counts = await inClinic(bothInSouth, async (tx) => [
      await tx.clinic.updateMany({ data: { name: "Mine" } }),
      await tx.clinicMember.updateMany({ where: { userId: south.userId }, data: { role: "viewer" } }),
      await tx.clinicMember.deleteMany({ where: { userId: south.userId } }),
      await tx.clinicInvitation.deleteMany(),
      await tx.clinicLabel.updateMany({ data: { sealed: Buffer.from("x") } }),
      await tx.clinicLabel.deleteMany(),
    ]);
    expect(counts.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0]);
    await expect(
      inClinic(bothInSouth, (tx) =>
        tx.clinicMember.updateMany({ where: member, data: { role: "administrator" } }),
      ),
    ).rejects.toThrow("only administrators change");
    await expect(
      inClinic(bothInSouth, (tx) =>
        tx.clinicLabel.createMany({ data: { id: newId(), clinicId, kind: "tag", sealed: Buffer.from("x") } }),
      ),
    ).rejects.toThrow(/row-level security/);
    // What a viewer may: say that they came.
    const came = await inClinic(bothInSouth, (tx) =>
      tx.clinicMember.updateMany({ where: member, data: { lastSeenAt: new Date() } }),
    );
    expect(came.count).toBe(1);
  });

  it("lets whoever stopped coming not bring themselves back", async () => {
    const userId = (await newColleague(tools, { address: "away@clinic.example" })).userId;
    const away = await joins(tools, north, { userId, address: "away@clinic.example", name: "Away" });
    await owner.query(
      "UPDATE clinic_member SET last_seen_at = now() - interval '181 days' WHERE user_id = $1",
      [userId],
    );
    expect(await inClinic(away, seenIn)).toEqual(everywhere([]));
    expect(await inUserTransaction(userActor(userId), seenIn, { db })).toEqual(everywhere([]));
    const { count } = await inClinic(away, (tx) =>
      tx.clinicMember.updateMany({ where: { userId }, data: { lastSeenAt: new Date() } }),
    );
    expect(count).toBe(0);
    expect(await refusal(accessToClinic(away, { db }))).toBe("no-such-clinic");
  });

  it.each([
    "DELETE FROM clinic",
    "DELETE FROM keys.clinic_key",
    "UPDATE clinic SET id = gen_random_uuid()",
    "UPDATE clinic_member SET clinic_id = gen_random_uuid()",
    "UPDATE clinic_member SET user_id = gen_random_uuid()",
    "UPDATE clinic_invitation SET address_hmac = 'another'",
    "UPDATE clinic_invitation SET clinic_id = gen_random_uuid()",
  ])("grants the app's role no: %s", async (statement) => {
    const client = await tools.pool.connect();
    await expect(client.query(statement)).rejects.toThrow("permission denied");
    client.release();
  });

  it("keeps a second founder out of a clinic that is there", async () => {
    await expect(joinAs(north.clinicId, outsider.userId, "administrator")).rejects.toThrow(
      /row-level security/,
    );
    await expect(
      inClinic({ clinicId: north.clinicId, userId: outsider.userId }, (tx) =>
        tx.clinicKey.createMany({ data: { clinicId: north.clinicId, wrapped: "mine" } }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  it("lets settings of one clinic be changed in that one only, also by who administers both", async () => {
    const mine = await newClinic(tools, both, "Mine");
    await changeSettings(mine, { name: "Mine now", defaultTargets: "older", inactiveDays: null }, { db });
    const { count } = await inClinic(mine, (tx) =>
      tx.clinic.updateMany({ where: { id: north.clinicId }, data: { name: "Mine, too" } }),
    );
    expect(count).toBe(0);
    expect((await readClinic(north, { db })).name).toBe("North");
    expect((await readClinic(mine, { db })).name).toBe("Mine now");
  });
});
