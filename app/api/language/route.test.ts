import { beforeEach, describe, expect, it, vi } from "vitest";
import { LANGUAGE_COOKIE } from "@/lib/i18n/languages";
import { POST } from "./route";

const HTTPS = "https://hindsight.example";
const HTTP = "http://localhost:3000";

const app = vi.hoisted(() => ({ url: "", set: [] as unknown[][] }));
vi.mock("@/lib/env", () => ({ env: () => ({ NEXTAUTH_URL: app.url, HINDSIGHT_MODE: "test" }) }));
vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve({ set: (...cookie: unknown[]) => app.set.push(cookie) }),
}));

beforeEach(() => {
  app.url = HTTPS;
  app.set.length = 0;
});

function choose(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`${app.url}/api/language`, {
    method: "POST",
    headers: { origin: app.url, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({}) });
}

describe("choosing a language", () => {
  it("remembers it for a year, out of reach of scripts, without a session", async () => {
    const response = await choose({ language: "es" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ language: "es" });
    expect(app.set).toEqual([
      [
        LANGUAGE_COOKIE,
        "es",
        { httpOnly: true, sameSite: "lax", path: "/", secure: true, maxAge: 31_536_000 },
      ],
    ]);
  });

  it("works on plain HTTP, where browsers drop secure cookies", async () => {
    app.url = HTTP;
    await choose({ language: "en" });
    expect(app.set[0]?.[2]).toMatchObject({ secure: false });
  });

  it.each([
    ["a language without texts", { language: "de" }],
    ["no language", {}],
    ["more than a language", { language: "es", unit: "mg/dL" }],
  ])("refuses %s and remembers nothing", async (_, body) => {
    expect((await choose(body)).status).toBe(400);
    expect(app.set).toEqual([]);
  });

  it("is not done for another site", async () => {
    expect((await choose({ language: "es" }, { origin: "https://evil.example" })).status).toBe(403);
    expect(app.set).toEqual([]);
  });
});
