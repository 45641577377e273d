import { expect, test } from "vitest";
import { fixedClock } from "@/lib/clock";
import { appOf, jsonOf } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { createSimulator } from "@/lib/simulator/simulator";

const RANGE = "/v3/users/self/dataRange";

function start() {
  const clock = fixedClock("2030-03-01T14:07:00Z");
  const simulator = createSimulator({ people: [fakePerson(), fakePerson({ name: "User4" })], clock });
  return { app: appOf(simulator), control: simulator.control };
}

test("the page asks whose permissions to show and lists that person's apps with a button to remove each", async () => {
  const { app, control } = start();
  control.addClient({ id: "other", secret: "s", name: "Other app" });
  await app.signIn("User7");
  await app.signIn("User7");
  control.authorize("User7", "other", "http://x");
  const start7 = await (await app.send("/permissions")).text();
  expect(start7).toContain('<label for="user">Sandbox user</label>');
  expect(start7).not.toContain("Remove access");
  const page = await (await app.send("/permissions?user=User7")).text();
  expect(page.match(/>Remove access<\/button>/g)).toHaveLength(2);
  expect(page).toContain("Your app (simulator-client)");
  expect(page).toContain("Other app");
  expect(await (await app.send("/permissions?user=User4")).text()).toContain("<p>None.</p>");
  expect(await (await app.send("/permissions?user=Nobody")).text()).not.toContain("Apps that may");
});

test("removing access ends every token of that person and app at once, and nobody else's", async () => {
  const { app, control } = start();
  const [first, second] = [await app.signIn("User7"), await app.signIn("User7")];
  const neighbour = await app.signIn("User4");
  control.addClient({ id: "other", secret: "s" });
  const other = control.authorize("User7", "other", "http://x");

  const removed = await app.postForm("/permissions/remove", { user: "User7", client: "simulator-client" });
  expect(removed.status).toBe(303);
  const page = await (await app.send(removed.headers.get("location") ?? "")).text();
  expect(page).toContain("Your app (simulator-client) can no longer read this data.");

  for (const tokens of [first, second]) {
    expect((await app.get(tokens.access_token, RANGE)).status).toBe(401);
    const refresh = await app.refresh(tokens.refresh_token);
    expect([refresh.status, await jsonOf(refresh)]).toEqual([400, { error: "invalid_grant" }]);
  }
  expect((await app.get(neighbour.access_token, RANGE)).status).toBe(200);
  expect((await app.get(other.accessToken, RANGE)).status).toBe(200);
  expect((await app.signIn("User7")).token_type).toBe("Bearer");
});

test("the front page says where to point an app; unknown pages are a 404, wrong methods a 405", async () => {
  const { app } = start();
  expect(await (await app.send("/")).text()).toContain("http://127.0.0.1:4010/v3/oauth2/login");
  expect((await app.send("/nowhere")).status).toBe(404);
  expect((await app.send("/sandbox/login")).status).toBe(405);
  expect((await app.postForm("/permissions", {})).status).toBe(405);
});
