import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import * as noteRoute from "@/app/api/clinics/[clinicId]/patients/[patientId]/note/route";
import * as placingRoute from "@/app/api/clinics/[clinicId]/patients/[patientId]/placing/route";
import * as previewRoute from "@/app/api/clinics/[clinicId]/patients/[patientId]/preview/route";
import * as reviewRoute from "@/app/api/clinics/[clinicId]/patients/[patientId]/review/route";
import * as searchRoute from "@/app/api/clinics/[clinicId]/search/route";
import { previewText } from "@/components/worklist/preview-text";
import type { ClinicAccess } from "@/lib/clinics/policy";
import { env } from "@/lib/env";
import { wordsFor } from "@/lib/i18n/words";
import { newId } from "@/lib/ids";
import { standingOf } from "@/lib/reports/freshness";
import { overviewOf } from "@/lib/reports/overview";
import { profileCurvesOf } from "@/lib/reports/profile";
import { readPatient } from "@/lib/sharing/access";
import { disclosuresOf } from "@/lib/sharing/data-disclosures";
import { readPreview } from "@/lib/worklist/data-preview";
import { searchKept } from "@/lib/worklist/kept-search";
import { joins, newClinic, newColleague } from "@/tests/integration/clinics-support";
import {
  closeSharing,
  openSharing,
  type Sharer,
  type SharingDatabase,
  shareByCode,
} from "@/tests/integration/sharing-support";
import {
  AT_END,
  LAST,
  newPatient,
  OFFSET,
  sharesWith,
  worklistOf,
} from "@/tests/integration/worklist-support";

const session = vi.hoisted(() => ({ userId: "", token: "a-session" }));
vi.mock("@/lib/auth", () => ({
  requireUser: () => Promise.resolve(session),
  currentSession: () => Promise.resolve(session.userId === "" ? null : session),
}));
const jar = vi.hoisted(() => {
  const kept = new Map<string, { readonly value: string; readonly options: object }>();
  return { kept, set: (name: string, value: string, options: object) => kept.set(name, { value, options }) };
});
vi.mock("next/headers", () => ({ cookies: () => Promise.resolve(jar) }));
vi.mock("@/lib/i18n/loaders", async () => {
  const { wordsFor: wordsIn } = await import("@/lib/i18n/words");
  return { loadWords: () => Promise.resolve(wordsIn("en-US")) };
});

let world: SharingDatabase;
let north: ClinicAccess;
let viewer: ClinicAccess;
let all: Sharer;
let summary: Sharer;
let cut: Sharer;

beforeAll(async () => {
  world = await openSharing();
  Object.assign(globalThis, { hindsightDatabase: world.db });
  north = await newClinic(
    world.tools,
    await newColleague(world.tools, { address: "n@clinic.example" }),
    "North",
  );
  viewer = await joins(
    world.tools,
    north,
    await newColleague(world.tools, { address: "v@clinic.example", name: "Viewer" }),
    "viewer",
  );
  const shape = { newest: { veryLow: 6, low: 12, high: 30 } };
  all = await newPatient(world, "all", shape);
  summary = await newPatient(world, "summary", shape);
  cut = await newPatient(world, "cut", shape);
  await sharesWith(world, all, north);
  await sharesWith(world, summary, north, { scope: "summary", withEvents: false, withNotes: false });
  await sharesWith(world, cut, north, { window: { kind: "from", date: "2026-03-17" } });
});

afterAll(async () => {
  Object.assign(globalThis, { hindsightDatabase: undefined });
  await closeSharing(world);
});

const previewOf = ({ patientId }: Sharer, days: 1 | 7 | 14 | 30 = 14, access = viewer) =>
  readPreview(access, { patient: patientId, days, network: null }, { db: world.db, ...AT_END });
const rowOf = async ({ patientId }: Sharer) =>
  (await worklistOf(world, viewer)).rows.find((row) => row.patientId === patientId);
const looksAt = async ({ access }: Sharer) =>
  (await disclosuresOf(access, { what: "preview" }, { db: world.db })).looks;

describe("beside the list", () => {
  it("are the figures of the row, from the same numbers", async () => {
    for (const who of [all, summary, cut]) {
      const { figures, change, flags, name, period, targets, dataThrough, expiresAt } = await previewOf(who);
      // When a withheld figure will be there, the preview alone says.
      const { verdicts: _, ...numbers } = figures ?? { verdicts: null };
      expect(await rowOf(who)).toMatchObject({
        figures: numbers,
        change,
        flags,
        name,
        period,
        targets,
        dataThrough,
        expiresAt,
      });
    }
    expect((await previewOf(all, 30)).period.from).toBe("2026-02-19");
  });

  it("is the profile that the reports draw", async () => {
    const { profile } = await previewOf(all);
    const { freshness } = await standingOf(all.access, { db: world.db, ...AT_END });
    const chosen = { compare: "none", binMinutes: 60, smooth: true, weekdays: "all" } as const;
    const period = { from: "2026-03-07", to: LAST, days: 14 } as const;
    const { main } = await profileCurvesOf(all.access, { period, freshness, chosen }, { db: world.db });
    const whole = (value: number | null) => value && Math.round(value);
    expect(profile?.verdict).toEqual(main.profile.verdict);
    expect(profile?.points).toEqual(
      main.profile.points.map(({ minuteOfDay, p5, p25, p50, p75, p95 }) => ({
        minuteOfDay,
        p5: whole(p5),
        p25: whole(p25),
        p50: whole(p50),
        p75: whole(p75),
        p95: whole(p95),
      })),
    );
  });

  it("are the newest fourteen dates as quarters of hours, no low averaged away", async () => {
    const { days } = await previewOf(all, 30);
    expect(days.map(({ date }) => date)).toEqual(
      Array.from({ length: 14 }, (_, i) => `2026-03-${String(i + 7).padStart(2, "0")}`),
    );
    // Half an hour below 54, an hour below 70, two and a half above 180.
    expect(days[0]?.values).toEqual(
      Array.from({ length: 96 }, (_, quarter) =>
        quarter < 2 ? 50 : quarter < 6 ? 66 : quarter < 16 ? 200 : 100,
      ),
    );
  });

  it("says of a figure that is withheld when it will be there, as the reports do", async () => {
    const { freshness } = await standingOf(cut.access, { db: world.db, ...AT_END });
    const period = { from: "2026-03-17", to: LAST, days: 4 } as const;
    const { summary: report } = await overviewOf(cut.access, period, freshness, { db: world.db });
    const { figures } = await previewOf(cut);
    expect(figures?.gmi).toBeNull();
    expect(figures?.verdicts.gmi).toEqual(report.sufficiency.gmi);
  });

  it("is nothing of a single day where only a summary is shared", async () => {
    expect(await previewOf(summary)).toMatchObject({ scope: "summary", profile: null, days: [] });
  });

  it("is nothing from before the window, and says which it is", async () => {
    const { days, period, sharedFrom, figures } = await previewOf(cut);
    expect({ period, sharedFrom }).toEqual({
      period: { from: "2026-03-17", to: LAST },
      sharedFrom: "2026-03-17",
    });
    expect(days.map(({ date }) => date)).toEqual(["2026-03-17", "2026-03-18", "2026-03-19", LAST]);
    expect(figures?.readings).toBe(4 * 288);
  });

  it("is small", async () => {
    const words = wordsFor("en-US");
    const preview = await previewOf(all, 30);
    const text = previewText(preview, { unit: "mg/dL", delayMinutes: 180, words });
    expect(JSON.stringify({ ...preview, text }).length).toBeLessThan(20_000);
  });

  it("leaves a row in the record with its days, on behalf of the clinic, and none when it is refused", async () => {
    const before = (await looksAt(cut)).length;
    await previewOf(cut, 1);
    await previewOf(cut, 30);
    const [newest] = await looksAt(cut);
    expect(newest).toMatchObject({
      viewerName: "Viewer",
      clinic: { id: north.clinicId, name: "North" },
      days: { from: "2026-03-17", to: LAST },
    });
    expect(before).toBeGreaterThan(0);
    const count = (await looksAt(all)).length;
    await expect(previewOf({ ...all, patientId: newId() })).rejects.toMatchObject({
      refusal: "no-such-person",
    });
    expect((await looksAt(all)).length).toBe(count);
  });

  it("rests on the share with this clinic, even where its member has one of their own", async () => {
    await shareByCode(world.tools, cut, viewer.userId, { window: { kind: "all" } });
    expect((await previewOf(cut)).period.from).toBe("2026-03-17");
    const looking = {
      userId: viewer.userId,
      patient: cut.patientId,
      what: "overview",
      network: null,
    } as const;
    const own = await readPatient(looking, async ({ limits }) => limits?.from, { db: world.db, ...AT_END });
    expect(own).toBeNull();
  });
});

describe("the text to copy", () => {
  it("says whose it is, how old, for what it is not, and every figure as it is shown", async () => {
    const preview = await previewOf(all);
    const text = previewText(preview, { unit: "mg/dL", delayMinutes: 180, words: wordsFor("en-US") });
    expect(text).toBe(
      [
        "Patient all",
        "Hindsight · Mar 7 – 20, 2026 · 14 days",
        "Data through: Fri, Mar 20, 11:55 PM · Dexcom shares data three hours late",
        "Past data, not for treatment decisions. Use your CGM app or a meter for what is happening now.",
        "",
        "Adults with type 1 or type 2 diabetes",
        "Very high (above 250 mg/dL): 0 %",
        "High (181–250 mg/dL): 11 %",
        "In range (70–180 mg/dL): 83 %",
        "Low (54–69 mg/dL): 4 %",
        "Very low (below 54 mg/dL): 2 %",
        "",
        "Average glucose: 108 mg/dL",
        "GMI: 5.9 %",
        "Coefficient of variation: 30.4 %",
        "Sensor worn: 100 %",
        "Time in range against the period before: −17 points",
        "Episodes of low glucose: 14",
        "Of these, very low: 14",
      ].join("\n"),
    );
  });

  it("says in the reader's language and unit why a figure is not there", async () => {
    const seldom = await newPatient(world, "seldom", { hoursPerDay: 3 });
    await sharesWith(world, seldom, north);
    const text = previewText(await previewOf(seldom, 1), {
      unit: "mmol/L",
      delayMinutes: 180,
      words: wordsFor("es-ES"),
    });
    expect(text).toContain("Sensor llevado: 12 %");
    expect(text).toMatch(/Glucosa media: — \(Necesita 24 horas/);
    const none = { ...(await previewOf(seldom, 1)), figures: null, dataThrough: null };
    expect(previewText(none, { unit: "mmol/L", delayMinutes: 180, words: wordsFor("es-ES") })).toContain(
      "No hay lecturas en estos días.",
    );
  });
});

type Handler = (
  request: Request,
  context: { params: Promise<{ clinicId: string; patientId: string }> },
) => Promise<Response>;

function ask(
  as: string,
  handler: Handler,
  {
    method = "GET",
    body = {},
    patientId = all.patientId,
    clinicId = north.clinicId,
    query = "",
    origin = env().NEXTAUTH_URL,
  }: {
    method?: string;
    body?: object;
    patientId?: string;
    clinicId?: string;
    query?: string;
    origin?: string;
  } = {},
): Promise<Response> {
  session.userId = as;
  const request = new Request(`http://localhost/${query}`, {
    method,
    headers: { origin, "content-type": "application/json" },
    ...(method === "GET" ? {} : { body: JSON.stringify(body) }),
  });
  return handler(request, { params: Promise.resolve({ clinicId, patientId }) });
}

const codeOf = async (response: Promise<Response>) => {
  const answer = await response;
  const { code } = (await answer.json()) as { code?: string };
  return `${answer.status} ${code}`;
};

describe("the API of the list", () => {
  const PLACING = { revision: 0, targets: null, siteId: null, tagIds: [] };
  const WRITES: readonly (readonly [Handler, string, object])[] = [
    [reviewRoute.POST, "POST", {}],
    [reviewRoute.DELETE, "DELETE", { reviewId: newId() }],
    [noteRoute.PUT, "PUT", { revision: 0, text: "x" }],
    [placingRoute.PUT, "PUT", PLACING],
  ];

  it("answers whoever does not work there like for a clinic that nobody has", async () => {
    const { userId } = await newColleague(world.tools, { address: "stranger@clinic.example" });
    for (const clinicId of [north.clinicId, newId(), "x"]) {
      expect(await codeOf(ask(userId, previewRoute.GET, { clinicId }))).toBe("404 no-such-clinic");
      for (const [handler, method, body] of WRITES)
        expect(await codeOf(ask(userId, handler, { clinicId, method, body }))).toBe("404 no-such-clinic");
    }
  });

  it("refuses another site, whoever may not, and bodies that are none", async () => {
    for (const [handler, method, body] of WRITES) {
      const asked = { method, body };
      expect(await codeOf(ask(north.userId, handler, { ...asked, origin: "https://evil.example" }))).toBe(
        "403 foreign-site",
      );
      expect(await codeOf(ask(viewer.userId, handler, asked))).toBe("403 not-your-role");
      expect((await ask(north.userId, handler, { method, body: { ...body, more: 1 } })).status).toBe(400);
      expect(await codeOf(ask(north.userId, handler, { ...asked, patientId: newId() }))).toBe(
        "404 no-such-person",
      );
    }
    for (const query of ["?days=2", "?days=14&days=7", "?more=1"])
      expect((await ask(viewer.userId, previewRoute.GET, { query })).status).toBe(400);
  });

  it("answers a change with what stands, and one that came too late with what somebody else left", async () => {
    const write = (text: string) =>
      ask(north.userId, noteRoute.PUT, { method: "PUT", body: { revision: 0, text } });
    expect(await (await write("First")).json()).toEqual({ revision: 1, text: "First" });
    const late = await write("Second");
    expect(late.status).toBe(409);
    expect(await late.json()).toMatchObject({
      code: "changed-elsewhere",
      now: { revision: 1, text: "First" },
    });
    const marked = await ask(north.userId, reviewRoute.POST, { method: "POST" });
    expect(marked.status).toBe(201);
    const { reviewId } = (await marked.json()) as { reviewId: string };
    const undone = await ask(north.userId, reviewRoute.DELETE, { method: "DELETE", body: { reviewId } });
    expect(undone.status).toBe(204);
  });

  it("is never stored on its way", async () => {
    const answer = await ask(viewer.userId, previewRoute.GET);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    // By the machine's own clock, the readings of these tests are long ago.
    expect(await answer.json()).toMatchObject({
      patientId: all.patientId,
      figures: null,
      displayOffsetMinutes: OFFSET,
      text: expect.stringContaining("There are no readings in these days."),
    });
  });

  it("keeps a name to search for out of addresses: in a cookie that no script reads and that ends with the browser", async () => {
    const search = (name: string, more: Parameters<typeof ask>[2] = {}) =>
      ask(viewer.userId, searchRoute.POST, { method: "POST", body: { name }, ...more });
    expect(await (await search(" Núñez ")).json()).toEqual({ name: "Núñez" });
    const cookie = jar.kept.get("hindsight.search");
    expect(cookie?.options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: false });
    const place = { sessionToken: session.token, clinicId: north.clinicId };
    expect(searchKept(cookie?.value, place)).toBe("Núñez");
    await search("");
    expect(jar.kept.get("hindsight.search")).toMatchObject({ value: "", options: { maxAge: 0 } });
    jar.kept.clear();
    expect(await codeOf(search("x", { clinicId: newId() }))).toBe("404 no-such-clinic");
    expect(await codeOf(search("x", { origin: "https://evil.example" }))).toBe("403 foreign-site");
    expect(await codeOf(search("x".repeat(81)))).toBe("400 name-too-long");
    expect(await codeOf(ask("", searchRoute.POST, { method: "POST", body: { name: "x" } }))).toBe(
      "401 signed-out",
    );
    expect(jar.kept.size).toBe(0);
  });
});
