import type { Pool } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { askForLink, openLink } from "@/lib/accounts/mutations-link";
import { DAY_MS } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import { newSecretToken } from "@/lib/ids";
import { mailboxMessages } from "@/lib/mail/data";
import { sharesOf } from "@/lib/sharing/data";
import { changeTerms, endShare } from "@/lib/sharing/mutations";
import { remindOwners } from "@/lib/sharing/mutations-reminder";
import { joins, newClinic, newColleague, sharesWith } from "@/tests/integration/clinics-support";
import {
  closeSharing,
  FULL_TERMS,
  newSharer,
  noMessage,
  openSharing,
  type Sharer,
  type SharingDatabase,
  type SharingTools,
  shareByCode,
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

beforeEach(async () => {
  await owner.query("DELETE FROM patient; DELETE FROM app_user; DELETE FROM mail_message");
});

const unique = (what: string) => `${what}-${(counter += 1)}`;
const now = Date.now();
const inDays = (days: number) => now + days * DAY_MS;

/** Somebody with data of their own and, unless it is null, a confirmed address. */
async function sharer(address: string | null = `${unique("owner")}@home.example`): Promise<Sharer> {
  const patient = await newSharer(db, unique("sharer"));
  if (address === null) return patient;
  const member = { userId: patient.userId, sessionId: await sessionOf(patient) };
  const browserToken = newSecretToken();
  let token = "";
  const compose = (secrets: { readonly token: string }) => {
    token = secrets.token;
    return noMessage();
  };
  await askForLink({ address, purpose: "add-address", member, browserToken, compose }, { db });
  const opened = await openLink({ token }, { browserToken, member }, { db });
  if (!opened.ok) throw new Error(opened.error);
  await owner.query("DELETE FROM mail_message");
  return patient;
}

async function sessionOf({ userId }: Sharer): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `INSERT INTO session (id, token_hash, user_id, last_seen_at, expires_at, absolute_expires_at)
     VALUES (gen_random_uuid(), gen_random_uuid()::text, $1, now(), now() + interval '1 day', now() + interval '1 day')
     RETURNING id`,
    [userId],
  );
  return rows[0]?.id ?? "";
}

const viewer = async () =>
  (await newColleague(tools, { address: `${unique("viewer")}@clinic.example` })).userId;

/** What goes out in a round of the job on that day. */
async function round(day: number): Promise<string[]> {
  const before = await messages();
  const count = await remindOwners((shares) => ({ subject: "Still right?", text: `${shares} shares` }), {
    db,
    now: inDays(day),
  });
  const after = (await messages()).slice(before.length);
  expect(after).toHaveLength(count);
  return after;
}

async function messages(): Promise<string[]> {
  const all = await mailboxMessages({ db, settings: { HINDSIGHT_MODE: "demo", SMTP_URL: undefined } });
  return all.map(({ to, text }) => `${to}: ${text}`).toReversed();
}

describe("whoever shares without an end", () => {
  it("is asked at their confirmed address when a year is over, and once a year", async () => {
    const patient = await sharer("ana@home.example");
    await shareByCode(tools, patient, await viewer(), { lasts: "open" });
    expect(await round(364)).toEqual([]);
    expect(await round(366)).toEqual(["ana@home.example: 1 shares"]);
    for (const day of [366, 400, 730]) expect(await round(day)).toEqual([]);
    expect(await round(732)).toEqual(["ana@home.example: 1 shares"]);
  });

  it("gets one message for all that is due: with people, and with a clinic", async () => {
    const patient = await sharer("ana@home.example");
    const clinic = await newClinic(tools, await newColleague(tools, { address: "boss@clinic.example" }));
    await joins(tools, clinic, await newColleague(tools, { address: "ben@clinic.example" }));
    await sharesWith(tools, patient, clinic, { lasts: "open" });
    await shareByCode(tools, patient, await viewer(), { lasts: "open" });
    await shareByCode(tools, patient, await viewer(), { lasts: "90-days" });
    await endShare(patient.access, await shareByCode(tools, patient, await viewer(), { lasts: "open" }), {
      db,
      now,
    });
    await owner.query("DELETE FROM mail_message");
    // What ends by itself, or has ended, is nothing to ask about.
    expect(await round(366)).toEqual(["ana@home.example: 2 shares"]);
  });

  it("is asked again a year after they said that it is right", async () => {
    const patient = await sharer("ana@home.example");
    const shareId = await shareByCode(tools, patient, await viewer(), { lasts: "open" });
    expect(await round(366)).toHaveLength(1);
    await changeTerms(patient.access, shareId, { ...FULL_TERMS, lasts: "open" }, { db, now: inDays(380) });
    expect(await round(740)).toEqual([]);
    expect(await round(746)).toHaveLength(1);
  });

  it("is asked on their page all the same where there is no address to write to", async () => {
    const patient = await sharer(null);
    await shareByCode(tools, patient, await viewer(), { lasts: "open" });
    expect(await round(366)).toEqual([]);
    expect(await sharesOf(patient.access, { db, now: inDays(366) })).toMatchObject([
      { isDueForReminder: true },
    ]);
  });

  it("gets one message when two workers ask at the same moment", async () => {
    const patients = [await sharer(), await sharer(), await sharer()];
    for (const patient of patients) await shareByCode(tools, patient, await viewer(), { lasts: "open" });
    await owner.query("DELETE FROM mail_message");
    const counts = await Promise.all([1, 2].map(() => remindOwners(noMessage, { db, now: inDays(366) })));
    expect(counts.reduce((sum, count) => sum + count)).toBe(3);
    expect(await messages()).toHaveLength(3);
  });
});
