import type { Pool } from "pg";
import { saveName } from "@/lib/accounts/mutations";
import type { LabelKind } from "@/lib/clinics/schema";
import { type Clock, DAY_MS, type Instant } from "@/lib/clock";
import { connectionView } from "@/lib/connections/data";
import { connectFromDexcom, type DexcomAccount, userOfDexcom } from "@/lib/connections/mutations";
import { beginTrip, takeTrip } from "@/lib/connections/mutations-trip";
import { CONSENT_VERSION } from "@/lib/connections/schema";
import type { Database } from "@/lib/db/client";
import { newSecretToken } from "@/lib/ids";
import { Secret } from "@/lib/secret";
import { accessAsOwner } from "@/lib/sharing/access";
import { sharesOf } from "@/lib/sharing/data";
import { proposeClinic, shareWithClinic } from "@/lib/sharing/mutations-clinic";
import type { PatientAccess } from "@/lib/sharing/policy";
import { placePatient } from "@/lib/worklist/mutations-placing";
import type { DemoPatient } from "./patients";
import type { DemoTeam } from "./team";

/** The Dexcom of the clinic's patients. The worker leaves connections to another one than its own alone. */
const DEMO_DEXCOM = { environment: "demo-clinic", clientId: "demo-clinic" } as const;

export interface ArrivalTools {
  readonly db: Database;
  readonly pool: Pool;
  readonly clock: Clock;
}

/** Where a patient's readings come in, and who may see to it that they do. */
export interface Arrived {
  readonly connectionId: string;
  /** Null before their first readings. */
  readonly lastSyncAt: Instant | null;
  readonly isConnected: boolean;
}

/**
 * Everything between a patient's first visit and their place in the clinic's list: consent, account, connection, name, share,
 * targets, site and tags. Whoever came part of the way at an earlier start goes on from there; of whoever has shared before,
 * nothing is changed.
 */
export async function arrive(patient: DemoPatient, team: DemoTeam, tools: ArrivalTools): Promise<Arrived> {
  const { db, clock } = tools;
  const account = { ...DEMO_DEXCOM, subject: patient.subject };
  const userId = (await userOfDexcom(account, { db })) ?? (await connect(account, tools));
  const owner = await accessAsOwner({ userId, patient: "me" }, { db });
  if ((await sharesOf(owner, { db, now: clock.now() })).length === 0)
    await share(patient, owner, userId, team, tools);
  const connection = await connectionView(owner, { db, clock });
  if (connection === null) throw new Error("A patient of the demo's clinic has no connection.");
  const { id: connectionId, lastSyncAt, status } = connection;
  return {
    connectionId,
    lastSyncAt,
    isConnected: status !== "reconnect-needed" && status !== "disconnected",
  };
}

async function share(
  { name, subject, terms, targets, ...patient }: DemoPatient,
  owner: PatientAccess,
  userId: string,
  { access, code, labels }: DemoTeam,
  { db, pool, clock }: ArrivalTools,
): Promise<void> {
  await saveName(userId, name, { db });
  const at = { db, now: clock.now() };
  const asked = { typed: code, terms, network: subject };
  const { proposal } = await proposeClinic(owner, asked, { ...at, pool });
  await shareWithClinic(owner, proposal, at);
  const labelId = (kind: LabelKind, label: string) =>
    labels.find((known) => known.kind === kind && known.name === label)?.id ?? null;
  const siteId = labelId("site", patient.site);
  const tagIds = patient.tags.map((tag) => labelId("tag", tag)).filter((id) => id !== null);
  await placePatient(access, owner.patientId, { revision: 0, targets, siteId, tagIds }, { db });
}

async function connect(account: DexcomAccount, { db, clock }: ArrivalTools): Promise<string> {
  const { environment } = account;
  const binding = { browserToken: newSecretToken(), sessionId: null, environment, redirectUri: "" };
  const consent = { version: CONSENT_VERSION, grantor: "self" } as const;
  const { state } = await beginTrip({ ...binding, purpose: "sign-in", consent }, { db });
  const trip = await takeTrip({ ...binding, state }, { db });
  if (!trip.ok || trip.value.purpose === "confirm") throw new Error("A trip to Dexcom did not come back.");
  // Nobody ever redeems them: this Dexcom answers without.
  const tokens = {
    accessToken: new Secret(newSecretToken()),
    refreshToken: new Secret(newSecretToken()),
    expiresAt: clock.now() + DAY_MS,
  };
  const outcome = await connectFromDexcom(
    { ...account, ...trip.value, tokens, sessionUserId: null, sessionId: null },
    { db, clock },
  );
  if (outcome.kind !== "connected") throw new Error(`A patient of the demo's clinic is ${outcome.kind}.`);
  return outcome.userId;
}
