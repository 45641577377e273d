import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keepPatients } from "@/lib/cli/demo-clinic/keeping";
import { demoPatients } from "@/lib/cli/demo-clinic/patients";
import { type DemoTeam, demoTeam } from "@/lib/cli/demo-clinic/team";
import { removeMember } from "@/lib/clinics/mutations-member";
import { fixedClock, HOUR_MS } from "@/lib/clock";
import { SummaryRefresher } from "@/lib/jobs/summaries";
import { ownerName, thisWorker } from "@/lib/jobs/worker-identity";
import { createLogger } from "@/lib/log";
import { readWorklist } from "@/lib/worklist/data";
import { WORKLIST_DEFAULT, type WorklistQuery } from "@/lib/worklist/query";
import { closeSharing, openSharing, type SharingDatabase } from "@/tests/integration/sharing-support";

/** The five who need a call, one of each kind that stands apart, and one whom nothing is the matter with. */
const PATIENTS = 18;
/** The same readings whenever this runs. */
const SINCE = Date.UTC(2026, 9, 20, 12);
const clock = fixedClock(SINCE);
const AT = { clock, delayMinutes: 180 } as const;

let world: SharingDatabase;
let team: DemoTeam;
const complaints: string[] = [];
const log = createLogger({}, (line) => complaints.push(line));

const teamOf = () => demoTeam({ db: world.db, pool: world.tools.pool, origin: "http://localhost:3000" });

async function start(): Promise<void> {
  const found = await teamOf();
  if (found === null) throw new Error("there is a clinic");
  team = { ...found, since: SINCE };
  const owner = ownerName(thisWorker());
  await keepPatients(PATIENTS, team, { ...world.tools, ...AT, log, owner, isStopping: () => false });
  const worker = new SummaryRefresher({ db: world.db, ...AT, log, isStopping: () => false });
  while ((await worker.round()) > 0);
}

const listed = (query: Partial<WorklistQuery> = {}) =>
  readWorklist(
    team.access,
    { query: { ...WORKLIST_DEFAULT, ...query }, search: "", locale: "en", network: "192.0.2.0/24" },
    { db: world.db, ...AT },
  );

async function newestReading(): Promise<number> {
  const { rows } = await world.owner.query<{ at: Date }>("SELECT max(data_through) AS at FROM connection");
  return rows[0]?.at.getTime() ?? 0;
}

beforeAll(async () => {
  world = await openSharing();
  await start();
});
afterAll(() => closeSharing(world));

describe("the clinic of the demo", () => {
  it("has everybody in its list, the five who need a call before all others", async () => {
    const { rows } = await listed();
    expect(rows).toHaveLength(PATIENTS);
    const toCall = [...demoPatients(PATIENTS, SINCE)].filter(({ callFor }) => callFor !== null);
    expect(toCall).toHaveLength(5);
    const first = rows.slice(0, toCall.length).map(({ name }) => name);
    expect(first.toSorted()).toEqual(toCall.map(({ name }) => name).toSorted());
    expect(complaints).toEqual([]);
  });

  it("has patients who left Dexcom, whose sensor is silent, who got worse and who are new", async () => {
    const { rows } = await listed();
    const raised = (flag: string) =>
      rows.filter(({ flags }) => flags.some((one) => one.flag === flag)).length;
    expect(raised("connection")).toBe(3);
    expect(raised("no-data")).toBeGreaterThan(0);
    expect(raised("in-range-drop")).toBeGreaterThan(0);
  });

  it("goes on at the next start: newer readings, nobody twice, nobody connected again", async () => {
    const [before, newest] = [await listed(), await newestReading()];
    clock.set(SINCE + 2 * HOUR_MS);
    await start();
    const after = await listed();
    const idsOf = ({ rows }: typeof after) => rows.map(({ patientId }) => patientId).toSorted();
    const broken = ({ rows }: typeof after) =>
      rows.filter(({ flags }) => flags.some(({ flag }) => flag === "connection")).map(({ name }) => name);
    expect(idsOf(after)).toEqual(idsOf(before));
    expect(broken(after).toSorted()).toEqual(broken(before).toSorted());
    expect(await newestReading()).toBeGreaterThan(newest + HOUR_MS);
    expect(complaints).toEqual([]);
  });

  it("stays closed when somebody closed it", async () => {
    await removeMember(team.access, team.access.userId, { db: world.db });
    expect(await teamOf()).toBeNull();
  });
});
