import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as exclusionRoute from "@/app/api/v1/patients/[id]/exclusions/[entryId]/route";
import * as exclusionsRoute from "@/app/api/v1/patients/[id]/exclusions/route";
import * as labResultRoute from "@/app/api/v1/patients/[id]/lab-results/[entryId]/route";
import * as labResultsRoute from "@/app/api/v1/patients/[id]/lab-results/route";
import * as noteRoute from "@/app/api/v1/patients/[id]/notes/[entryId]/route";
import * as notesRoute from "@/app/api/v1/patients/[id]/notes/route";
import { type Database, openDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import {
  exclusionAnswer,
  exclusionsAnswer,
  labResultAnswer,
  labResultsAnswer,
  noteAnswer,
  notesAnswer,
} from "@/lib/journal/schema";
import { problemAnswer } from "@/lib/reports/schema";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { connectedPerson, type Person } from "./records-support";

// The handlers as the framework calls them. Only the session is not real: it needs the framework's cookies.
const session = vi.hoisted(() => ({ userId: null as string | null }));
vi.mock("@/lib/auth", () => ({
  requireUser: () =>
    session.userId === null
      ? Promise.reject(new AppError("unauthenticated", "Sign in to Hindsight first."))
      : Promise.resolve({ userId: session.userId }),
}));

let database: TestDatabase;
let db: Database;
let mine: Person;
let other: Person;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.appUrl);
  // The pool that handlers share (lib/db/client.ts), here that of this file's own database.
  Object.assign(globalThis, { hindsightDatabase: db });
  mine = await connectedPerson(db, "mine");
  other = await connectedPerson(db, "other");
});

afterAll(async () => {
  Object.assign(globalThis, { hindsightDatabase: undefined });
  await db.$disconnect();
  await database.drop();
});

type Method = "GET" | "POST" | "PUT" | "DELETE";
type Handler = (
  request: Request,
  context: { params: Promise<{ id: string; entryId: string }> },
) => Promise<Response>;
type Route = Partial<Readonly<Record<Method, Handler>>>;

interface Call {
  readonly as?: string | null;
  readonly patient?: string;
  readonly entryId?: string;
  readonly body?: unknown;
  readonly origin?: string;
}

async function call(route: object, method: Method, more: Call = {}): Promise<Response> {
  const { as = mine.userId, patient = "me", entryId = "", body, origin = env().NEXTAUTH_URL } = more;
  session.userId = as;
  const handler = (route as Route)[method];
  if (!handler) throw new Error(`there is no ${method}`);
  const request = new Request("http://localhost/", {
    method,
    headers: { origin, "content-type": "application/json" },
    ...(method === "GET" ? {} : { body: JSON.stringify(body ?? {}) }),
  });
  return handler(request, { params: Promise.resolve({ id: patient, entryId }) });
}

async function expectProblem(response: Response, status: number, detail: RegExp): Promise<void> {
  const problem = problemAnswer.parse(await response.json());
  expect({ status: response.status, said: problem.status }).toEqual({ status, said: status });
  expect(problem.detail).toMatch(detail);
  expect(response.headers.get("content-type")).toMatch(/problem\+json/);
}

const KINDS = [
  {
    name: "notes",
    all: notesRoute,
    one: noteRoute,
    answers: { all: notesAnswer, one: noteAnswer },
    body: { kind: "visit", date: "2026-06-14", minuteOfDay: 490, text: "Dr. Ruiz" },
    answer: { kind: "visit", date: "2026-06-14", minuteOfDay: 490, text: "Dr. Ruiz" },
    wrong: { kind: "note", date: "2026-02-30", minuteOfDay: 0, text: "x" },
    sentence: /^“date” is missing or not valid\.$/,
  },
  {
    name: "lab-results",
    all: labResultsRoute,
    one: labResultRoute,
    answers: { all: labResultsAnswer, one: labResultAnswer },
    body: { date: "2026-06-01", unit: "%", value: 7.1 },
    answer: { date: "2026-06-01", enteredUnit: "%", enteredValue: 7.1, a1cPercent: 7.1, remark: "" },
    wrong: { date: "2026-06-01", unit: "%", value: 53 },
    sentence: /^“value” looks like mmol\/mol, but “unit” says %\.$/,
  },
  {
    name: "exclusions",
    all: exclusionsRoute,
    one: exclusionRoute,
    answers: { all: exclusionsAnswer, one: exclusionAnswer },
    body: { from: "2026-06-10T22:00:00Z", to: "2026-06-11T06:00:00+02:00", reason: "Lay on it" },
    answer: { from: "2026-06-10T22:00:00.000Z", to: "2026-06-11T04:00:00.000Z", reason: "Lay on it" },
    wrong: { from: "2026-06-10T22:00:00Z", to: "2026-06-11T22:00:00Z", reason: "x".repeat(201) },
    sentence: /^“reason” is longer than 200 characters\.$/,
  },
] as const;

describe.each(KINDS)("the API of $name", ({ all, one, answers, body, answer, wrong, sentence }) => {
  it("answers as it promises when something is added, listed and removed, and lets nothing be stored", async () => {
    const added = await call(all, "POST", { body });
    expect(added.status).toBe(201);
    expect(added.headers.get("cache-control")).toBe("no-store");
    const entry = answers.one.parse(await added.json());
    expect(entry).toMatchObject(answer);

    const listed = answers.all.parse(await (await call(all, "GET")).json());
    expect(Object.values(listed)).toEqual([[entry]]);

    const removed = await call(one, "DELETE", { entryId: entry.id });
    expect({ status: removed.status, text: await removed.text() }).toEqual({ status: 204, text: "" });
    await expectProblem(await call(one, "DELETE", { entryId: entry.id }), 404, /no such entry/);
  });

  it("knows nobody's entries but the asker's own", async () => {
    const { id } = answers.one.parse(await (await call(all, "POST", { body })).json());
    for (const patient of [other.patientId, newId(), "not-an-id"]) {
      await expectProblem(await call(all, "GET", { patient }), 404, /no such person/);
      await expectProblem(await call(all, "POST", { patient, body }), 404, /no such person/);
      await expectProblem(await call(one, "DELETE", { patient, entryId: id }), 404, /no such person/);
    }
    const theirs = await call(one, "DELETE", { as: other.userId, entryId: id });
    const unknown = await call(one, "DELETE", { as: other.userId, entryId: newId() });
    expect([theirs.status, await theirs.text()]).toEqual([404, await unknown.text()]);
    expect((await call(one, "DELETE", { entryId: id })).status).toBe(204);
  });

  it("changes nothing without a session or for another site", async () => {
    await expectProblem(await call(all, "GET", { as: null }), 401, /Sign in/);
    await expectProblem(await call(all, "POST", { as: null, body }), 401, /Sign in/);
    await expectProblem(await call(one, "DELETE", { as: null, entryId: newId() }), 401, /Sign in/);
    const origin = "https://evil.example";
    await expectProblem(await call(all, "POST", { origin, body }), 403, /own pages/);
    await expectProblem(await call(one, "DELETE", { origin, entryId: newId() }), 403, /own pages/);
    expect(Object.values(answers.all.parse(await (await call(all, "GET")).json()))).toEqual([[]]);
  });

  it("refuses a body that cannot be right in a sentence about its field", async () => {
    await expectProblem(await call(all, "POST", { body: wrong }), 400, sentence);
    await expectProblem(
      await call(all, "POST", { body: { ...body, mine: true } }),
      400,
      /Unknown field: mine/,
    );
    await expectProblem(await call(all, "POST", { body: "x".repeat(20_000) }), 413, /larger/);
  });
});

describe.each(KINDS.slice(0, 2))(
  "an entry of $name",
  ({ all, one, answers, body, answer, wrong, sentence }) => {
    it("can be changed by its owner, from our own pages, to something that may be kept", async () => {
      const before = answers.one.parse(await (await call(all, "POST", { body })).json());
      await expectProblem(await call(one, "PUT", { entryId: before.id, body: wrong }), 400, sentence);
      await expectProblem(
        await call(one, "PUT", { entryId: before.id, body, origin: "null" }),
        403,
        /own pages/,
      );
      await expectProblem(
        await call(one, "PUT", { as: other.userId, entryId: before.id, body }),
        404,
        /no such entry/,
      );
      const changed = await call(one, "PUT", { entryId: before.id, body: { ...body, date: "2026-05-31" } });
      expect(changed.status).toBe(200);
      expect(answers.one.parse(await changed.json())).toMatchObject({
        ...answer,
        id: before.id,
        date: "2026-05-31",
        createdAt: before.createdAt,
      });
    });
  },
);
