import { isDeepStrictEqual } from "node:util";
import { DAY_MS, type Instant } from "@/lib/clock";
import { connectionView, dataReach } from "@/lib/connections/data";
import { readAlerts, readCalibrations, readEgvs, readEvents } from "@/lib/readings/data";
import type { PatientAccess } from "@/lib/sharing/policy";
import { EGVS_MIN, HISTORY_DAYS } from "@/tests/bench/people";
import { expectStatus } from "@/tests/bench/sign-in";
import type { BenchWorld } from "@/tests/bench/world";

/** How many records of each kind were found again, one by one and field by field. */
export interface ReadBack {
  readonly egvs: number;
  readonly events: number;
  readonly calibrations: number;
  readonly alerts: number;
  /** EGVs and events were also found through the JSON API. */
  readonly overHttp: number;
}

type Row = Readonly<Record<string, unknown>>;
type Kind = "egvs" | "events" | "calibrations" | "alerts";

const CLIENT_ID = "simulator-client";
/** The JSON API answers at most 92 days of records. */
const STEP_DAYS = 90;

/** Truth and stored side by side: the simulator's name of a field, and ours. */
const FIELDS: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  egvs: {
    value: "value",
    status: "status",
    trend: "trend",
    trendRate: "trendRate",
    displayOffsetMinutes: "displayOffsetMinutes",
    transmitterId: "transmitterId",
    transmitterTicks: "transmitterTicks",
  },
  events: { recordId: "recordId", eventType: "type", eventSubType: "subType", value: "value" },
  calibrations: { recordId: "recordId", value: "value" },
  alerts: { recordId: "recordId", alertName: "name", alertState: "state" },
};

/**
 * Compares everything that is stored with the simulator's own model: all fields through the app's readings module, and
 * EGVs and events again as the JSON API answers them. Throws at the first difference.
 */
export async function readBack(
  world: BenchWorld,
  person: { readonly name: string; readonly cookie: string; readonly access: PatientAccess },
): Promise<ReadBack> {
  const { access } = person;
  const { checkedThrough } = await dataReach(access);
  const connection = await connectionView(access);
  if (checkedThrough === null || connection === null) throw new Error("Nothing has been checked yet.");
  const found = { egvs: 0, events: 0, calibrations: 0, alerts: 0, overHttp: 0 };
  const begin = checkedThrough - (HISTORY_DAYS + 2) * DAY_MS;
  for (let from = begin; from < checkedThrough; from += STEP_DAYS * DAY_MS) {
    const span = { from, to: Math.min(from + STEP_DAYS * DAY_MS, checkedThrough) };
    const truth = await truthOf(world, person.name, span);
    const stored = {
      egvs: await readEgvs(access, span),
      events: await readEvents(access, span),
      calibrations: await readCalibrations(access, span),
      alerts: await readAlerts(access, span),
    };
    for (const kind of ["egvs", "events", "calibrations", "alerts"] as const) {
      const ours = stored[kind].map((record) => picked({ ...record }, Object.values(FIELDS[kind])));
      expectSame(kind, truth[kind], ours);
      found[kind] += ours.length;
    }
    for (const [path, kind] of [
      ["readings", "egvs"],
      ["events", "events"],
    ] as const) {
      const answered = await answerOf(world, person.cookie, path, span);
      const fields = kind === "egvs" ? ["value", "status", "trend"] : ["type", "subType", "value"];
      const wanted = truth[kind].map((row) => picked(row, fields));
      expectSame(
        `${kind} over HTTP`,
        wanted,
        answered.map((row) => picked(row, fields)),
      );
      found.overHttp += answered.length;
    }
  }
  if (found.egvs < EGVS_MIN) throw new Error(`Only ${found.egvs} EGVs: the history is too short.`);
  return found;
}

interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

async function truthOf(world: BenchWorld, name: string, { from, to }: Span): Promise<Record<Kind, Row[]>> {
  const query = new URLSearchParams({ from: iso(from), to: iso(to), client: CLIENT_ID });
  const address = `${world.simulatorUrl}/__control/people/${encodeURIComponent(name)}/truth?${query}`;
  const truth = (await expectStatus(await fetch(address), 200).json()) as Record<Kind, Row[]>;
  const rows = (kind: Kind) =>
    truth[kind]
      .filter(({ hidden, eventStatus }) => hidden === false && eventStatus !== "deleted")
      .map((row) => ({
        systemTime: row["systemTime"],
        ...Object.fromEntries(Object.entries(FIELDS[kind]).map(([theirs, ours]) => [ours, row[theirs]])),
      }));
  return {
    egvs: rows("egvs"),
    events: rows("events"),
    calibrations: rows("calibrations"),
    alerts: rows("alerts"),
  };
}

async function answerOf(world: BenchWorld, cookie: string, path: string, { from, to }: Span): Promise<Row[]> {
  const query = new URLSearchParams({ from: iso(from), to: iso(to) });
  const address = `${world.appUrl}/api/v1/patients/me/${path}?${query}`;
  const response = expectStatus(await fetch(address, { headers: { cookie } }), 200);
  return ((await response.json()) as Record<string, Row[]>)[path] ?? [];
}

function picked(row: Row, fields: readonly string[]): Row {
  const { systemTime } = row;
  const at = typeof systemTime === "number" ? iso(systemTime) : systemTime;
  return { systemTime: at, ...Object.fromEntries(fields.map((field) => [field, row[field]])) };
}

/** Records of the same second have no order of their own. */
function expectSame(what: string, truth: readonly Row[], ours: readonly Row[]): void {
  const inOrder = (rows: readonly Row[]) =>
    rows.map((row) => [JSON.stringify(row), row] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (truth.length !== ours.length) throw new Error(`${what}: ${ours.length} found of ${truth.length}.`);
  const [wanted, found] = [inOrder(truth), inOrder(ours)];
  const wrong = wanted.findIndex(([, row], index) => !isDeepStrictEqual(row, found[index]?.[1]));
  if (wrong >= 0) throw new Error(`${what}: ${wanted[wrong]?.[0]} came back as ${found[wrong]?.[0]}.`);
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}
