import { expect } from "vitest";
import { type Clock, fixedClock, type Instant, MINUTE_MS } from "@/lib/clock";
import type { DexcomGateway } from "@/lib/connections/gateway";
import type { SyncOutcome } from "@/lib/connections/status";
import { type Database, openDatabase } from "@/lib/db/client";
import { createCircuitBreaker } from "@/lib/dexcom/circuit-breaker";
import { DexcomError } from "@/lib/dexcom/errors";
import type { Transport } from "@/lib/dexcom/transport";
import { newId } from "@/lib/ids";
import { createLogger } from "@/lib/log";
import { readAlerts, readCalibrations, readEgvs, readEvents } from "@/lib/readings/data";
import { Secret } from "@/lib/secret";
import { accessAsOwner } from "@/lib/sharing/access";
import type { PatientAccess } from "@/lib/sharing/policy";
import { userIdFor } from "@/lib/simulator/identifiers";
import type { SimulatedPerson } from "@/lib/simulator/person";
import type { QuirkChanges } from "@/lib/simulator/quirks";
import { createSimulator, type Simulator } from "@/lib/simulator/simulator";
import type { SyncTrigger } from "@/lib/sync/mutations";
import { runSyncSlice, type SyncTools } from "@/lib/sync/run";
import { openUpstream } from "@/lib/sync/upstream";
import { comeBack, type Person } from "@/tests/integration/records-support";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

const ORIGIN = "http://127.0.0.1:4010";
const CLIENT_ID = "simulator-client";
const DELAY_MINUTES = 180;

/** A database, a simulated Dexcom on the same clock, and the sync between them; no port and no worker. */
export interface SyncWorld {
  readonly database: TestDatabase;
  readonly db: Database;
  readonly simulator: Simulator;
  readonly clock: ReturnType<typeof fixedClock>;
  connect(personName: string): Promise<Person>;
  /** Runs slices until the run is over. */
  sync(person: Person, changes?: Partial<SyncTools>, trigger?: SyncTrigger): Promise<SyncOutcome>;
  close(): Promise<void>;
}

export async function createSyncWorld(options: {
  readonly people: readonly SimulatedPerson[];
  readonly now: Instant;
  readonly quirks?: Readonly<Record<string, QuirkChanges>>;
}): Promise<SyncWorld> {
  const clock = fixedClock(options.now);
  const database = await createTestDatabase();
  const db = openDatabase(database.appUrl);
  const simulator = createSimulator({ ...options, clock });
  const gateway = gatewayTo(simulator, clock);
  return {
    database,
    db,
    simulator,
    clock,
    connect: (personName) => connectAs(personName, { db, simulator, clock }),
    async sync({ connectionId }, changes = {}, trigger = "manual") {
      const tools = { ...toolsFor({ db, gateway, clock }), ...changes };
      for (let slices = 0; slices < 200; slices += 1) {
        const outcome = await runSyncSlice({ connectionId, trigger }, tools);
        if (outcome !== "more-to-come") return outcome;
      }
      throw new Error("the run does not end");
    },
    async close() {
      await db.$disconnect();
      await database.drop();
    },
  };
}

/** Somebody who has just agreed at Dexcom, without the pages in between. */
export async function connectAs(
  personName: string,
  { db, simulator, clock }: Pick<SyncWorld, "db" | "simulator"> & { readonly clock: Clock },
): Promise<Person> {
  const pair = simulator.control.authorize(personName, CLIENT_ID, ORIGIN);
  const outcome = await comeBack(db, userIdFor(personName, CLIENT_ID), {
    clientId: CLIENT_ID,
    tokens: {
      accessToken: new Secret(pair.accessToken),
      refreshToken: new Secret(pair.refreshToken),
      expiresAt: clock.now() + 120 * MINUTE_MS,
    },
  });
  if (outcome.kind !== "connected") throw new Error(outcome.kind);
  const { userId, patientId, connectionId } = outcome;
  const access = await accessAsOwner({ userId, patient: "me" }, { db });
  return { userId, patientId, connectionId, access };
}

export function gatewayTo(simulator: Simulator, clock: Clock): Pick<DexcomGateway, "app" | "tools"> {
  return {
    app: {
      upstream: { environment: "simulator", origin: ORIGIN, oauthVersion: "v3" },
      clientId: CLIENT_ID,
      clientSecret: new Secret("simulator-secret"),
    },
    tools: { transport: transportTo(simulator), clock, breaker: createCircuitBreaker(clock) },
  };
}

/** The wire without a wire: what a socket would do, done to a handler. */
function transportTo(simulator: Simulator): Transport {
  return async ({ method, url, headers, body }) => {
    try {
      const response = await simulator.fetch(
        new Request(url, { method, headers, ...(body === undefined ? {} : { body }) }),
      );
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
    } catch {
      throw new DexcomError("interrupted");
    }
  };
}

export function toolsFor(parts: {
  readonly db: Database;
  readonly gateway: Pick<DexcomGateway, "app" | "tools">;
  readonly clock: Clock;
  readonly delayMinutes?: number;
}): SyncTools {
  const { db, gateway, clock, delayMinutes = DELAY_MINUTES } = parts;
  const random = () => 0.5;
  const retry = { backoffMsBase: 1, backoffMsMax: 2 };
  return {
    db,
    clock,
    random,
    delayMinutes,
    log: createLogger({}, () => undefined),
    owner: `test|1|${newId()}`,
    sliceMs: 5_000,
    isStopping: () => false,
    openUpstream: (owner) => openUpstream(owner, { db, gateway, clock, delayMinutes, random, retry }),
  };
}

/** Records of the same second have no order of their own. */
function inOrder<T extends { readonly systemTime: number; readonly recordId?: unknown }>(
  records: readonly T[],
): T[] {
  return records.toSorted(
    (a, b) => a.systemTime - b.systemTime || (String(a.recordId) < String(b.recordId) ? -1 : 1),
  );
}

type Records = ReturnType<typeof truthOf>;

/** Record by record; the text comparison is for speed, the other one for a message that shows what differs. */
export function expectSameRecords(stored: Awaited<ReturnType<typeof storedOf>>, truth: Records): void {
  for (const kind of ["egvs", "events", "calibrations", "alerts"] as const) {
    expect(stored[kind].length, kind).toBe(truth[kind].length);
    if (JSON.stringify(stored[kind]) !== JSON.stringify(truth[kind]))
      expect(stored[kind], kind).toEqual(truth[kind]);
  }
}

interface Row {
  readonly systemTime: string;
  readonly [field: string]: unknown;
}

/** What may be stored at this moment, as the simulator's own model has it. */
export function truthOf(world: Pick<SyncWorld, "simulator" | "clock">, personName: string, from: Instant) {
  const to = Math.floor((world.clock.now() - DELAY_MINUTES * MINUTE_MS) / 1_000) * 1_000;
  const truth = world.simulator.control.truth(personName, { from, to }) as unknown as Record<string, Row[]>;
  const rows = (kind: string) =>
    (truth[kind] ?? []).filter(
      ({ hidden, arrivedAt }) =>
        hidden === false && typeof arrivedAt === "string" && Date.parse(arrivedAt) <= world.clock.now(),
    );
  const at = ({ systemTime }: Row) => Date.parse(systemTime);
  return {
    egvs: rows("egvs").map((row) => ({
      systemTime: at(row),
      displayOffsetMinutes: row["displayOffsetMinutes"],
      value: row["value"],
      status: row["status"],
      trend: row["trend"],
      trendRate: row["trendRate"],
      transmitterId: row["transmitterId"],
      transmitterTicks: row["transmitterTicks"],
    })),
    events: inOrder(
      rows("events")
        .filter(({ eventStatus }) => eventStatus !== "deleted")
        .map((row) => ({
          recordId: row["recordId"],
          systemTime: at(row),
          type: row["eventType"],
          subType: row["eventSubType"],
          value: row["value"],
        })),
    ),
    calibrations: inOrder(
      rows("calibrations").map((row) => ({
        recordId: row["recordId"],
        systemTime: at(row),
        value: row["value"],
      })),
    ),
    alerts: inOrder(
      rows("alerts").map((row) => ({
        recordId: row["recordId"],
        systemTime: at(row),
        name: row["alertName"],
        state: row["alertState"],
      })),
    ),
  };
}

/** What is stored, in the same shape and order. */
export async function storedOf(db: Database, access: PatientAccess, from: Instant) {
  const span = { from, to: Date.UTC(2100, 0, 1) };
  const [egvs, events, calibrations, alerts] = await Promise.all([
    readEgvs(access, span, { db }),
    readEvents(access, span, { db }),
    readCalibrations(access, span, { db }),
    readAlerts(access, span, { db }),
  ]);
  return {
    egvs: egvs.map((egv) => ({
      systemTime: egv.systemTime,
      displayOffsetMinutes: egv.displayOffsetMinutes,
      value: egv.value,
      status: egv.status,
      trend: egv.trend,
      trendRate: egv.trendRate,
      transmitterId: egv.transmitterId,
      transmitterTicks: egv.transmitterTicks,
    })),
    events: inOrder(
      events.map(({ recordId, systemTime, type, subType, value }) => ({
        recordId,
        systemTime,
        type,
        subType,
        value,
      })),
    ),
    calibrations: inOrder(
      calibrations.map(({ recordId, systemTime, value }) => ({ recordId, systemTime, value })),
    ),
    alerts: inOrder(
      alerts.map(({ recordId, systemTime, name, state }) => ({ recordId, systemTime, name, state })),
    ),
  };
}
