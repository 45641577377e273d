import { setTimeout as sleep } from "node:timers/promises";
import { findSession } from "@/lib/auth/adapter";
import { cookieNames } from "@/lib/auth/cookies";
import { syncLog } from "@/lib/connections/data";
import { env } from "@/lib/env";
import { accessAsOwner } from "@/lib/sharing/access";
import type { PatientAccess } from "@/lib/sharing/policy";
import { type Figure, figureOf } from "@/tests/bench/figure";
import { benchPersonName, HISTORY_DAYS } from "@/tests/bench/people";
import { type ReadBack, readBack } from "@/tests/bench/read-back";
import { type SignedInPerson, signIn } from "@/tests/bench/sign-in";
import type { BenchWorld } from "@/tests/bench/world";

/** Somebody whose whole history is here. */
export interface ImportedPerson extends SignedInPerson {
  readonly access: PatientAccess;
}

interface MeasuredImport {
  readonly person: ImportedPerson;
  /** From the return from Dexcom, in whose request the first job is queued, to the run's end. */
  readonly seconds: number;
  /** The part of it in which the run was under way. */
  readonly runSeconds: number;
  readonly found: ReadBack;
}

const IMPORT_SECONDS_MAX = 180;
const LOOK_MS = 100;

/** Imports one unseen person after the other, each as the only one at work, and reads everything back. */
export async function measureImports(
  world: BenchWorld,
  indices: readonly number[],
  afterEach: () => Promise<void>,
): Promise<{ readonly figures: Figure[]; readonly last: ImportedPerson }> {
  const runs: MeasuredImport[] = [];
  for (const index of indices) {
    runs.push(await measureImport(world, index));
    await afterEach();
  }
  const [first, ...rest] = runs;
  const last = runs.at(-1);
  if (!first || !last) throw new Error("nobody to import");
  const figure = (name: string, seconds: (run: MeasuredImport) => number, target?: number) =>
    figureOf(name, "s", {
      samples: rest.map(seconds),
      cold: seconds(first),
      ...(target === undefined ? {} : { target: { max: target, of: "median" } as const }),
      detail: { historyDays: HISTORY_DAYS, eachReadBack: runs.map(({ found }) => found) },
    });
  return {
    last: last.person,
    figures: [
      figure("import of 365 days, from the return from Dexcom to complete", ({ seconds }) => seconds, 15),
      figure("import of 365 days, the run alone", ({ runSeconds }) => runSeconds),
    ],
  };
}

async function measureImport(world: BenchWorld, index: number): Promise<MeasuredImport> {
  const signedIn = await signIn(world, benchPersonName(world.seed, index));
  const access = await accessOf(signedIn.cookie);
  const run = await untilImported(access);
  const person = { ...signedIn, access };
  return {
    person,
    seconds: (run.finishedAt - signedIn.cameBackAt) / 1000,
    runSeconds: (run.finishedAt - run.startedAt) / 1000,
    found: await readBack(world, person),
  };
}

/** Waits for the end of the first run; anything but `complete` is a failure of the measurement. */
export async function untilImported(
  access: PatientAccess,
): Promise<{ readonly startedAt: number; readonly finishedAt: number }> {
  const deadline = Date.now() + IMPORT_SECONDS_MAX * 1000;
  while (Date.now() < deadline) {
    const run = (await syncLog(access)).find(({ trigger }) => trigger === "first");
    if (run && run.finishedAt !== null) {
      if (run.outcome !== "complete") throw new Error(`The import ended with ${run.outcome ?? "nothing"}.`);
      return { startedAt: run.startedAt, finishedAt: run.finishedAt };
    }
    await sleep(LOOK_MS);
  }
  throw new Error(`The import was not complete after ${IMPORT_SECONDS_MAX} seconds.`);
}

/** What the person behind a session cookie may see, as the app itself decides it. */
export async function accessOf(cookie: string): Promise<PatientAccess> {
  const { session: name } = cookieNames(env());
  const token = cookie
    .split("; ")
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  const session = token === undefined ? null : await findSession(token);
  if (!session) throw new Error("There is no session behind the cookie.");
  return accessAsOwner({ userId: session.userId, patient: "me" });
}
