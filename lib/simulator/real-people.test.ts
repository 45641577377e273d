import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { DAY_MS, fixedClock, MINUTE_MS } from "@/lib/clock";
import { appOf } from "@/lib/simulator/app.test-support";
import { defaultCast } from "@/lib/simulator/people/cast";
import { personFromCsv } from "@/lib/simulator/people/from-csv";
import type { SimulatedPerson } from "@/lib/simulator/person";
import { createSimulator } from "@/lib/simulator/simulator";

const NOW = Date.UTC(2030, 2, 1, 14, 7);
const ENDS_AT = Date.UTC(2030, 2, 1, 14, 5);

async function signedIn(person: SimulatedPerson) {
  const simulator = createSimulator({ people: [person], clock: fixedClock(NOW) });
  const app = appOf(simulator);
  return { app, control: simulator.control, token: (await app.signIn(person.name)).access_token };
}

/** Everything a client finds that starts from dataRange and walks 30-day windows. */
async function walk(person: SimulatedPerson, endpoint = "egvs") {
  const { app, token, control } = await signedIn(person);
  const rows = [];
  for (let to = NOW; to > person.historyStart; to -= 30 * DAY_MS) {
    const [from, until] = [to - 30 * DAY_MS, to].map((at) => new Date(at).toISOString());
    rows.push(...(await app.records(token, endpoint, from ?? "", until ?? "")));
  }
  return { rows: rows.toReversed(), control };
}

const csvOf = (name: string) =>
  readFileSync(path.resolve(import.meta.dirname, `../../../shared/data/cgm/${name}`), "utf8");

/** Minutes since the first reading, value and status, straight from the file. */
function expected(csv: string, subject: string) {
  const rows = csv
    .split(/\r?\n/)
    .map((line) => line.split(","))
    .filter(([who]) => who === subject)
    .map(([, time = "", value = ""]) => ({
      at: Date.parse(`${time.replace(" ", "T")}Z`),
      mgdl: Number(value),
    }))
    .toSorted((a, b) => a.at - b.at);
  const start = rows[0]?.at ?? 0;
  return rows.map(({ at, mgdl }) => {
    const rounded = Math.floor(mgdl + 0.5);
    const [value, status] = rounded < 40 ? [39, "low"] : rounded > 400 ? [401, "high"] : [rounded, null];
    return `${(at - start) / 1000} ${value} ${status}`;
  });
}

const REAL = [
  ["hupa-ucm.csv", "hupa-0028"],
  ["iglu-example5.csv", "subject-1"],
  ["iglu-example5.csv", "subject-2"],
  ["iglu-example5.csv", "subject-3"],
  ["iglu-example5.csv", "subject-4"],
  ["iglu-example5.csv", "subject-5"],
] as const;

test.each(REAL)("%s %s: a client finds every real reading, and only those", async (file, subject) => {
  const csv = csvOf(file);
  const person = personFromCsv({ name: "Real", csv, subject, endsAt: ENDS_AT });
  const { rows } = await walk(person);
  const start = Date.parse(String(rows[0]?.["systemTime"]));
  const found = rows.map((row) => {
    const seconds = (Date.parse(String(row["systemTime"])) - start) / 1000;
    return `${seconds} ${String(row["value"])} ${String(row["status"])}`;
  });
  expect(found).toEqual(expected(csv, subject));
  const newest = Date.parse(String(rows.at(-1)?.["systemTime"]));
  expect(ENDS_AT - newest).toBeLessThan(MINUTE_MS);
});

test.each(["User7", "User8", "User6", "User4"])("%s: what a client finds is the truth", async (name) => {
  const person = defaultCast({ endsAt: ENDS_AT }).find((one) => one.name === name);
  if (!person) throw new Error(`There is no ${name}`);
  const recent = { ...person, historyStart: NOW - 45 * DAY_MS };
  const { rows, control } = await walk(recent);
  const truth = control.truth(name, { from: NOW - 45 * DAY_MS, to: NOW }).egvs;
  const arrived = truth.filter((row) => row.arrivedAt !== null && Date.parse(row.arrivedAt) <= NOW);
  expect(rows.map((row) => row["recordId"])).toEqual(arrived.map((row) => row.recordId));
  expect(rows.length).toBeGreaterThan(30 * 240);
  const isReceiver = name === "User4";
  for (const row of rows) expect(/(Z|[+-]\d\d:\d\d)$/.test(String(row["displayTime"]))).toBe(!isReceiver);
});
