import { type BrowserContext, expect, type Page } from "@playwright/test";
import { hashToken } from "@/lib/ids";
import { PATHS, reportPath } from "@/lib/routes";
import { sql } from "@/tests/support/browser-database";
import { NOTHING, rawContents, remainsIn } from "@/tests/support/browser-kept";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";

// Whose profile is shown at any time of the day; nothing that these tests begin is ever carried out.
const PERSON = "DawnRise";
const OVERVIEW = reportPath.overview("me");
const TWELVE_HOURS = 12 * 3_600_000;

const theSwitch = (page: Page) => page.getByRole("switch", { name: "Keep the last overview on this device" });
const saved = (page: Page) => page.getByText(/Saved on \w{3}, \w{3} \d+, .* on this device/);

test.beforeEach(async ({ context }) => {
  await signInQuickly(context.request, PERSON);
  await untilImported(context.request);
});

async function turnOn(page: Page): Promise<void> {
  await page.goto(PATHS.device);
  await theSwitch(page).check();
  await expect(page.getByText(/^On · saved .* · readable until /)).toBeVisible();
}

/** A page as sent, without what is new in every answer. */
function withoutNonce(html: string): string {
  const nonce = /nonce="([^"]+)"/.exec(html)?.[1] ?? "none";
  return html.replaceAll(nonce, "N");
}

/** Time in range as the page says it: "84 %". */
async function timeInRange(page: Page): Promise<string> {
  const section = page.getByRole("region", { name: "Time in range" });
  return (
    await section
      .getByRole("row", { name: /^In range/ })
      .getByRole("cell")
      .first()
      .innerText()
  ).replace(/\s+/g, " ");
}

async function readOffline(context: BrowserContext, page: Page): Promise<void> {
  await context.setOffline(true);
  await page.goto(OVERVIEW);
  await expect(page).toHaveURL((url) => url.pathname === PATHS.offline);
}

test("nothing is kept and no worker runs until somebody asks for it", async ({ page }) => {
  await page.goto(OVERVIEW);
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await page.goto(PATHS.device);
  await expect(page.getByText("Off. Nothing is kept here.")).toBeVisible();
  await expect(theSwitch(page)).not.toBeChecked();
  await page.goto(PATHS.offline);
  await expect(page.getByText("No overview is saved on this device")).toBeVisible();
  expect(await remainsIn(page)).toEqual(NOTHING);
});

test("without a network the last overview is there, with its date, and says that it is a copy", async ({
  context,
  page,
}) => {
  await page.goto(OVERVIEW);
  const percent = await timeInRange(page);
  const sentence = await page.getByText(/^Glucose was in range for about/).innerText();
  await turnOn(page);
  await readOffline(context, page);
  await expect(saved(page)).toBeVisible();
  await expect(page.getByText(/Data through /)).toBeVisible();
  await expect(page.getByText(/not for treatment decisions/)).toBeVisible();
  expect(await timeInRange(page)).toBe(percent);
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByRole("table", { name: /^Glucose profile/ }).getByRole("row")).toHaveCount(13);

  await page.reload();
  await expect(saved(page)).toBeVisible();
  await page.getByRole("link", { name: "Open Overview" }).click();
  await expect(saved(page)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("link", { name: "Open Overview" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});

test("every visit to Overview renews the copy", async ({ page }) => {
  await turnOn(page);
  const before = (await rawContents(page)).bytes;
  await page.goto(OVERVIEW);
  await expect.poll(async () => (await rawContents(page)).bytes).not.toEqual(before);
});

test("what lies in the browser holds no figure, no word of the overview, and a key that cannot leave", async ({
  page,
  playwright,
}) => {
  await page.goto(OVERVIEW);
  const sentence = await page.getByText(/^Glucose was in range for about/).innerText();
  await turnOn(page);
  const { records, bytes, cached, exports } = await rawContents(page);
  expect(exports).toEqual(["refused"]);
  expect(bytes).toHaveLength(1);
  const all = [...records, ...bytes, ...Object.values(cached)].join("\n");
  expect(all).not.toContain(sentence);
  // Words long enough that ciphertext does not hold them by chance.
  expect([...records, ...bytes].join("\n")).not.toMatch(/mg\/dL|Glucose|range/);
  // Only the page without data, and files of the build.
  const paths = Object.keys(cached);
  expect(paths).toContain(PATHS.offline);
  for (const path of paths) if (path !== PATHS.offline) expect(path).toMatch(/^\/_next\/static\//);
  // What is cached of it is what a stranger gets.
  const stranger = await playwright.request.newContext({
    baseURL: new URL(page.url()).origin,
    extraHTTPHeaders: { "accept-language": "en-US" },
  });
  const theirs = await (await stranger.get(PATHS.offline)).text();
  await stranger.dispose();
  expect(withoutNonce(cached[PATHS.offline] ?? "")).toBe(withoutNonce(theirs));
});

test("after twelve hours the copy cannot be read any more, and it and its key are gone", async ({
  context,
  page,
}) => {
  await turnOn(page);
  await readOffline(context, page);
  await expect(saved(page)).toBeVisible();
  await page.clock.install({ time: Date.now() + TWELVE_HOURS });
  await page.reload();
  await expect(page.getByText("The saved overview has expired")).toBeVisible();
  expect((await rawContents(page)).bytes).toEqual([]);
  expect((await rawContents(page)).exports).toEqual([]);
});

test("a page left open for twelve hours lets go of its figures", async ({ context, page }) => {
  await turnOn(page);
  await page.clock.install();
  await readOffline(context, page);
  await expect(saved(page)).toBeVisible();
  await page.clock.fastForward(TWELVE_HOURS);
  await expect(page.getByText("The saved overview has expired")).toBeVisible();
  await expect(saved(page)).toBeHidden();
  expect((await rawContents(page)).bytes).toEqual([]);
});

test("a copy that was changed is not shown, and goes", async ({ context, page }) => {
  await turnOn(page);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open("hindsight-offline");
        opening.addEventListener("success", () => {
          const store = opening.result.transaction("kept", "readwrite").objectStore("kept");
          const reading = store.get("copy");
          reading.addEventListener("success", () => {
            const copy = reading.result as { readableUntil: number };
            store.put({ ...copy, readableUntil: copy.readableUntil + 86_400_000 }, "copy");
            store.transaction.addEventListener("complete", () => {
              opening.result.close();
              resolve();
            });
          });
        });
      }),
  );
  await readOffline(context, page);
  await expect(page.getByText("The saved overview cannot be read")).toBeVisible();
  expect((await rawContents(page)).bytes).toEqual([]);
});

test("turning it off leaves nothing", async ({ page }) => {
  await turnOn(page);
  expect(await remainsIn(page)).toEqual({
    databases: ["hindsight-offline"],
    caches: ["hindsight-offline-page"],
    workers: 1,
  });
  await theSwitch(page).uncheck();
  await expect(page.getByText("Off. Nothing is kept here.")).toBeVisible();
  expect(await remainsIn(page)).toEqual(NOTHING);
});

/** What is asked for never arrives: whatever is gone then was deleted by the page itself, beforehand. */
const ENDINGS: Readonly<Record<string, { url: string; act: (page: Page) => Promise<void> }>> = {
  "signing out": {
    url: "**/api/sign-out",
    act: async (page) => {
      await page.getByRole("button", { name: /account/ }).click();
      await page.getByRole("button", { name: "Sign out" }).click();
    },
  },
  disconnecting: {
    url: "**/api/connect/disconnect",
    act: async (page) => {
      await page.goto(PATHS.connection);
      await page.getByRole("button", { name: "Disconnect Dexcom" }).click();
      await page.getByRole("button", { name: "Disconnect and keep" }).click();
    },
  },
  "deleting everything": {
    url: "**/api/erase",
    act: async (page) => {
      await page.goto(PATHS.data);
      await page.getByLabel(/^Type delete everything/).fill("delete everything");
      await page.getByRole("button", { name: "Delete everything" }).click();
    },
  },
};

for (const [name, { url, act }] of Object.entries(ENDINGS))
  test(`${name} deletes the copy before anything is sent`, async ({ page }) => {
    await turnOn(page);
    const kept: unknown[] = [];
    await page.route(url, async (asked) => {
      kept.push(await remainsIn(page));
      await asked.abort();
    });
    await act(page);
    await expect.poll(() => kept).toEqual([NOTHING]);
  });

test("the answer to signing out clears the browser, too", async ({ page }) => {
  await turnOn(page);
  await page.getByRole("button", { name: /account/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Sign in with Dexcom" }).first()).toBeVisible();
  expect(await remainsIn(page)).toEqual(NOTHING);
});

test("when the session has ended the copy goes; the same person gets it back, somebody else does not", async ({
  context,
  page,
}) => {
  await turnOn(page);
  const [cookie] = (await context.cookies()).filter(({ name }) => name === "hindsight.session");
  await sql("UPDATE session SET expires_at = now() - interval '1 second' WHERE token_hash = $1", [
    hashToken(cookie?.value ?? ""),
  ]);
  await page.goto(OVERVIEW);
  await expect(page).toHaveURL((url) => url.pathname === PATHS.signIn);
  await expect.poll(async () => (await rawContents(page)).bytes).toEqual([]);
  expect((await remainsIn(page)).workers).toBe(1);

  await signInQuickly(context.request, PERSON);
  await page.goto(OVERVIEW);
  await expect.poll(async () => (await rawContents(page)).bytes.length).toBe(1);

  await signInQuickly(context.request, "SharesADevice");
  await untilImported(context.request);
  await page.goto(OVERVIEW);
  await expect.poll(() => remainsIn(page)).toEqual(NOTHING);
});

test("the overview for keeping is only ever one's own, and is stored nowhere on the way", async ({
  playwright,
  context,
}) => {
  const answer = await context.request.get("/api/offline-overview");
  expect(answer.headers()["cache-control"]).toBe("no-store");
  const { owner, overview } = (await answer.json()) as { owner: string; overview: object };
  expect(owner).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(overview)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  const baseURL = new URL(answer.url()).origin;
  const stranger = await playwright.request.newContext({ baseURL });
  expect((await stranger.get("/api/offline-overview")).status()).toBe(401);
  await stranger.dispose();
});
