import { expect, test } from "vitest";
import { fixedClock, MINUTE_MS } from "@/lib/clock";
import { appOf, CALLBACK } from "@/lib/simulator/app.test-support";
import { fakePerson } from "@/lib/simulator/fake-person.test-support";
import { createSimulator } from "@/lib/simulator/simulator";

const clock = fixedClock("2030-03-01T14:07:00Z");

function start() {
  clock.set("2030-03-01T14:07:00Z");
  const simulator = createSimulator({ people: [fakePerson(), fakePerson({ name: "User4" })], clock });
  return { app: appOf(simulator), control: simulator.control };
}

test("the login page offers every sandbox user under their own name and asks for no password", async () => {
  const page = await (await start().app.openLogin()).text();
  expect(page).toContain('<label for="user">Sandbox user</label>');
  expect(page).toContain('<option value="User7">User7</option>');
  expect(page).toContain('<option value="User4">User4</option>');
  expect(page).toContain('<button type="submit">Log in</button>');
  expect(page).not.toContain('type="password"');
});

test("the authorization page has a signature, Authorize and Decline, and says which app asks", async () => {
  const { app } = start();
  const login = await (await app.openLogin()).text();
  const flow = /name="flow" value="(\w+)"/.exec(login)?.[1] ?? "";
  const next = await app.postForm("/sandbox/login", { flow, user: "User7" });
  expect(next.status).toBe(303);
  const page = await (await app.send(next.headers.get("location") ?? "")).text();
  expect(page).toContain('<label for="signature">Signature</label>');
  expect(page).toContain(">Authorize</button>");
  expect(page).toContain(">Decline</button>");
  expect(page).toContain("Your app (simulator-client)");
});

test("authorising sends the browser back with a code and the state it brought", async () => {
  const back = await start().app.callbackFor("User7");
  expect(back.origin + back.pathname).toBe(CALLBACK);
  expect(back.searchParams.get("state")).toBe("state-1");
  const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
  expect(back.searchParams.get("code")).toMatch(new RegExp(`^US_${uuid}\\.${uuid}\\.${uuid}$`));
});

test("a v2 code is 32 hex digits", async () => {
  const simulator = createSimulator({ people: [fakePerson()], clock });
  const back = await appOf(simulator, "v2").callbackFor("User7");
  expect(back.searchParams.get("code")).toMatch(/^[0-9a-f]{32}$/);
});

test("state is echoed only if it was sent, also when the person declines", async () => {
  const { app } = start();
  const login = await app.send(
    `/v3/oauth2/login?${new URLSearchParams({ client_id: "simulator-client", redirect_uri: CALLBACK, response_type: "code", scope: "offline_access" })}`,
  );
  const flow = /name="flow" value="(\w+)"/.exec(await login.text())?.[1] ?? "";
  const next = await app.postForm("/sandbox/login", { flow, user: "User7" });
  const consent =
    new URL(next.headers.get("location") ?? "", "http://simulator").searchParams.get("flow") ?? "";
  const back = await app.postForm("/sandbox/authorize", {
    flow: consent,
    signature: "A",
    decision: "authorize",
  });
  expect(new URL(back.headers.get("location") ?? "").searchParams.has("state")).toBe(false);

  const declined = await app.callbackFor("User7", {}, { decision: "decline", signature: "" });
  expect(declined.search).toBe("?error=access_denied&state=state-1");
});

test("an unknown client or a redirect that is not registered to the letter gets an HTML page, never a redirect", async () => {
  const { app, control } = start();
  control.addClient({ id: "other", secret: "s", redirectUris: ["https://app.example/callback"] });
  const wrong = [
    { client_id: "nobody" },
    { redirect_uri: "https://evil.example/callback" },
    { redirect_uri: "http://localhost.evil.example/callback" },
    { redirect_uri: "http://localhost:3000/callback#fragment" },
    { redirect_uri: "ftp://localhost/callback" },
    { redirect_uri: "" },
    { client_id: "other" },
    { client_id: "other", redirect_uri: "https://app.example/callback/" },
    { client_id: "other", redirect_uri: "https://APP.example/callback" },
  ];
  for (const changes of wrong) {
    const response = await app.openLogin(changes);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(await response.text()).toContain("not known or is not authorized");
  }
  const right = await app.openLogin({ client_id: "other", redirect_uri: "https://app.example/callback" });
  expect(right.status).toBe(200);
});

test("any address on localhost, 127.0.0.1 or [::1] will do for the default client", async () => {
  const { app } = start();
  for (const redirect of ["http://localhost/x", "http://127.0.0.1:9999/a/b?c=d", "https://[::1]:8443/cb"]) {
    expect((await app.openLogin({ redirect_uri: redirect })).status).toBe(200);
    const back = await app.callbackFor("User7", { redirect_uri: redirect });
    expect(back.href.startsWith(redirect)).toBe(true);
    expect(back.searchParams.get("code")).not.toBeNull();
  }
});

test("unknown parameters and extra scopes are ignored; offline_access and code are required", async () => {
  const { app } = start();
  expect((await app.openLogin({ nonce: "1", scope: "egvs offline_access" })).status).toBe(200);
  const scope = await app.openLogin({ scope: "egvs" });
  expect(scope.headers.get("location")).toBe(`${CALLBACK}?error=invalid_scope&state=state-1`);
  const type = await app.openLogin({ response_type: "token" });
  expect(type.headers.get("location")).toBe(`${CALLBACK}?error=unsupported_response_type&state=state-1`);
});

test("each step works once and for ten minutes, and a step cannot be skipped", async () => {
  const { app } = start();
  const flowOn = async () =>
    /name="flow" value="(\w+)"/.exec(await (await app.openLogin()).text())?.[1] ?? "";
  const used = await flowOn();
  expect((await app.postForm("/sandbox/login", { flow: used, user: "User7" })).status).toBe(303);
  const again = await app.postForm("/sandbox/login", { flow: used, user: "User7" });
  expect(again.status).toBe(400);
  expect(await again.text()).toContain("This step has expired");

  const skipped = await flowOn();
  const decision = { flow: skipped, signature: "A", decision: "authorize" };
  expect((await app.postForm("/sandbox/authorize", decision)).status).toBe(400);

  const late = await flowOn();
  clock.set(clock.now() + 10 * MINUTE_MS);
  expect((await app.postForm("/sandbox/login", { flow: late, user: "User7" })).status).toBe(400);
});

test("a missing signature is asked for again and nothing is shared", async () => {
  const { app } = start();
  const flow = /name="flow" value="(\w+)"/.exec(await (await app.openLogin()).text())?.[1] ?? "";
  const next = await app.postForm("/sandbox/login", { flow, user: "User7" });
  const id = new URL(next.headers.get("location") ?? "", "http://simulator").searchParams.get("flow") ?? "";
  const unsigned = await app.postForm("/sandbox/authorize", {
    flow: id,
    signature: "  ",
    decision: "authorize",
  });
  expect(unsigned.status).toBe(422);
  expect(await unsigned.text()).toContain('aria-invalid="true"');
  const signed = await app.postForm("/sandbox/authorize", {
    flow: id,
    signature: "A",
    decision: "authorize",
  });
  expect(signed.status).toBe(302);
});

test("somebody who is not in the drop-down is asked for again", async () => {
  const { app } = start();
  const flow = /name="flow" value="(\w+)"/.exec(await (await app.openLogin()).text())?.[1] ?? "";
  const response = await app.postForm("/sandbox/login", { flow, user: "Nobody" });
  expect(response.status).toBe(422);
  expect(await response.text()).toContain('role="alert"');
});

test("names from outside cannot become markup", async () => {
  const { app, control } = start();
  control.addClient({ id: "x", secret: "s", name: '<script>"&', anyLoopbackRedirect: true });
  const page = await (await app.openLogin({ client_id: "x" })).text();
  expect(page).toContain("&lt;script&gt;&quot;&amp;");
  expect(page).not.toContain("<script>");
});

test("pages carry a policy under which no script runs and no site may frame them", async () => {
  const response = await start().app.openLogin();
  expect(response.headers.get("content-security-policy")).toMatch(
    /default-src 'none'.*frame-ancestors 'none'/,
  );
  expect(response.headers.get("cache-control")).toBe("no-store");
});
