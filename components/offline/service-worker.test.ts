import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { describe, expect, it } from "vitest";

const SCRIPT = readFileSync(path.resolve(import.meta.dirname, "../../public/service-worker.js"), "utf8");
const ORIGIN = "https://hindsight.example";
const PAGE = new Response("the offline page");
const CHUNK = new Response("a file of the build");

interface Asked {
  readonly path: string;
  readonly method?: string;
  readonly mode?: string;
}

/** The worker with or without a network and a kept page; null means that it leaves the request to the browser. */
function worker({ network, kept }: { readonly network: boolean; readonly kept: boolean }) {
  const listeners = new Map<string, (event: object) => void>();
  const stored = new Map(
    kept
      ? [
          ["/offline", PAGE],
          ["/_next/static/chunks/a.js", CHUNK],
        ]
      : [],
  );
  const answer = new Response("from the network");
  const cache = {
    match: async (request: string | { url: string }) =>
      stored.get(typeof request === "string" ? request : new URL(request.url).pathname),
  };
  vm.runInNewContext(SCRIPT, {
    self: {
      location: new URL(`${ORIGIN}/service-worker.js`),
      addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
    },
    URL,
    Response: {
      redirect: (to: string) => ({ redirect: to }),
      error: () => "network error",
    },
    caches: { open: async () => cache },
    fetch: async () => {
      if (!network) throw new TypeError("Failed to fetch");
      return answer;
    },
  });
  const ask = async ({ path: asked, method = "GET", mode = "cors" }: Asked): Promise<unknown> => {
    let answered: unknown = null;
    listeners.get("fetch")?.({
      request: { url: new URL(asked, ORIGIN).href, method, mode },
      respondWith: (response: unknown) => {
        answered = response;
      },
    });
    return answered;
  };
  return { ask, answer };
}

describe("the service worker", () => {
  it("passes every page through while there is a network", async () => {
    const { ask, answer } = worker({ network: true, kept: true });
    for (const page of ["/patients/me/overview", "/offline", "/"])
      expect(await ask({ path: page, mode: "navigate" })).toBe(answer);
  });

  it("leads to the saved copy without a network, and shows it", async () => {
    const { ask } = worker({ network: false, kept: true });
    expect(await ask({ path: "/patients/me/daily", mode: "navigate" })).toEqual({ redirect: "/offline" });
    expect(await ask({ path: "/offline", mode: "navigate" })).toBe(PAGE);
    expect(await ask({ path: "/_next/static/chunks/a.js" })).toBe(CHUNK);
    expect(await ask({ path: "/_next/static/chunks/other.js" })).toBe("network error");
  });

  it("lets the browser say that there is no network when nothing is kept", async () => {
    const { ask } = worker({ network: false, kept: false });
    expect(await ask({ path: "/patients/me/overview", mode: "navigate" })).toBe("network error");
  });

  it("never touches answers with data, changes, or other sites", async () => {
    for (const network of [true, false]) {
      const { ask } = worker({ network, kept: true });
      for (const asked of [
        { path: "/api/offline-overview" },
        { path: "/api/v1/patients/me/readings" },
        { path: "/patients/me/overview?_rsc=1" },
        { path: "/api/sign-out", method: "POST" },
        { path: "/sign-in", method: "POST", mode: "navigate" },
        { path: "https://elsewhere.example/_next/static/a.js" },
      ])
        expect(await ask(asked), asked.path).toBeNull();
    }
  });
});
