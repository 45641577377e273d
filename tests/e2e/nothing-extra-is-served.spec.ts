import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { openLocalSecrets } from "@/lib/cli/secrets";
import { openEmbeddedSettings } from "@/lib/db/embedded-settings";
import { DEFAULT_SECRETS } from "@/lib/env";
import { e2eDataDirectory } from "@/tests/setup/e2e-addresses";
import { staticFiles } from "@/tests/support/browser-build";
import { raw } from "@/tests/support/browser-raw";

test("the image optimizer and Server Actions are not there", async ({ request }) => {
  expect((await request.get("/_next/image?url=%2Ficon.svg&w=64&q=75")).status()).toBe(404);
  expect((await request.get("/_next/image?url=http://169.254.169.254/&w=64&q=75")).status()).toBe(404);
  for (const path of ["/", "/sign-in", "/nowhere"]) {
    const action = await raw({
      path,
      method: "POST",
      headers: { "next-action": "x".repeat(40), "content-type": "text/plain" },
      body: "[]",
    });
    expect(action.status, path).toBe(404);
  }
});

test("no file of the project, no source map and no debug page can be fetched", async () => {
  const maps = staticFiles()
    .filter((file) => file.endsWith(".js"))
    .map((file) => `/_next/static/chunks/${file.split("/").at(-1)}.map`);
  expect(maps.length).toBeGreaterThan(5);
  for (const path of [
    "/.env",
    "/.git/HEAD",
    "/.data/secrets.json",
    "/package.json",
    "/prisma/schema.prisma",
    "/_next/../package.json",
    "/_next/static/../../package.json",
    "/_next/static/%2e%2e/%2e%2e/package.json",
    "/__nextjs_original-stack-frames",
    "/_next/webpack-hmr",
    "/__control",
    ...maps,
  ]) {
    const answer = await raw({ path });
    expect([400, 404], `${path}: ${answer.status}`).toContain(answer.status);
    expect(answer.body, path).not.toMatch(/"hindsight"|NEXTAUTH_SECRET|datasource/);
  }
});

test("no secret of this installation is in anything that browsers load", async ({ request }) => {
  const { port: _, placeId: __, ...database } = openEmbeddedSettings(e2eDataDirectory());
  const secrets = [
    ...Object.values(openLocalSecrets(e2eDataDirectory())),
    ...Object.values(database),
    ...Object.values(DEFAULT_SECRETS),
  ];
  expect(secrets.length).toBeGreaterThan(8);
  const found = (text: string) => secrets.filter((secret) => text.includes(secret));
  for (const file of staticFiles()) expect(found(readFileSync(file, "latin1")), file).toEqual([]);
  for (const path of ["/", "/sign-in", "/privacy", "/api/ready", "/api/v1/openapi.json", "/nowhere"])
    expect(found(await (await request.get(path)).text()), path).toEqual([]);
  expect(found(`a planted ${secrets[0]}`)).toHaveLength(1);
});
