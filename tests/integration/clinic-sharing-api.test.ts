import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as findRoute from "@/app/api/shares/clinic/route";
import * as sharesRoute from "@/app/api/shares/route";
import { readClinic } from "@/lib/clinics/data";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { env } from "@/lib/env";
import { wordsFor } from "@/lib/i18n/words";
import { API_PATHS } from "@/lib/routes";
import { newClinic, newColleague } from "@/tests/integration/clinics-support";
import {
  closeSharing,
  FULL_TERMS,
  newSharer,
  openSharing,
  type Sharer,
  type SharingDatabase,
} from "@/tests/integration/sharing-support";

const session = vi.hoisted(() => ({ userId: "" }));
vi.mock("@/lib/auth", () => ({ requireUser: () => Promise.resolve(session) }));
vi.mock("@/lib/i18n/loaders", () => ({ loadWords: () => Promise.resolve(wordsFor("es-MX")) }));

let world: SharingDatabase;
let clinic: ClinicAccess;
let code: string;
let patient: Sharer;

beforeAll(async () => {
  world = await openSharing();
  const { db, tools } = world;
  Object.assign(globalThis, { hindsightDatabase: db, hindsightAttempts: tools.pool });
  const ana = await newColleague(tools, { address: "ana@clinic.example", name: "Dr Ana Ruiz" });
  clinic = await newClinic(tools, ana, "Northside clinic");
  ({ code } = await readClinic(clinic, { db }));
  patient = await newSharer(db, "shares-by-api");
});

afterAll(async () => {
  Object.assign(globalThis, { hindsightDatabase: undefined, hindsightAttempts: undefined });
  await closeSharing(world);
});

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

async function post(
  handler: Handler,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = { origin: env().NEXTAUTH_URL },
) {
  session.userId = patient.userId;
  const request = new Request(`${env().NEXTAUTH_URL}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "sec-fetch-site": "same-origin", ...headers },
    body: JSON.stringify(body),
  });
  const response = await handler(request, { params: Promise.resolve({}) });
  const answer = (await response.json()) as Record<string, unknown>;
  return { status: response.status, answer };
}

const find = (body: unknown, headers?: Readonly<Record<string, string>>) =>
  post(findRoute.POST, API_PATHS.findClinic, body, headers);
const share = (body: unknown) => post(sharesRoute.POST, API_PATHS.shares, body);

describe("sharing with a clinic over the wire", () => {
  it("answers which clinic it is and, in the reader's words, what would be shared; then lets it in", async () => {
    const { status, answer } = await find({ code, terms: FULL_TERMS });
    expect([status, answer]).toEqual([
      200,
      {
        name: "Northside clinic",
        administrators: ["Dr Ana Ruiz"],
        terms: [
          { term: "Qué", text: expect.stringContaining("Todos los informes") },
          { term: "Qué días", text: "Todos los días" },
          { term: "Cuánto tiempo", text: "Durante 30 días" },
        ],
        proposal: expect.any(String),
      },
    ]);
    const { proposal } = answer;
    expect(await share({ by: "clinic", proposal })).toEqual({
      status: 201,
      answer: { shareId: expect.any(String) },
    });
    expect(await share({ by: "clinic", proposal })).toMatchObject({
      status: 409,
      answer: { code: "shared-already" },
    });
  });

  it("refuses in words what is no clinic's, no longer so, or no body of ours", async () => {
    expect(await find({ code: "2222-2222", terms: FULL_TERMS })).toMatchObject({
      status: 404,
      answer: { code: "no-such-clinic-code" },
    });
    expect(await share({ by: "clinic", proposal: "forged" })).toMatchObject({
      status: 409,
      answer: { code: "clinic-moved-on" },
    });
    for (const body of [
      {},
      { code },
      { code, terms: {} },
      { code, terms: FULL_TERMS, clinicId: clinic.clinicId },
    ])
      expect((await find(body)).status).toBe(400);
    for (const body of [
      { by: "clinic" },
      { by: "clinic", clinicId: clinic.clinicId },
      { by: "clinic", proposal: "x", terms: FULL_TERMS },
      { by: "clinic", proposal: "x".repeat(4_001) },
    ])
      expect((await share(body)).status).toBe(400);
    expect((await find({ code, terms: FULL_TERMS }, { origin: "https://evil.example" })).status).toBe(403);
  });
});
