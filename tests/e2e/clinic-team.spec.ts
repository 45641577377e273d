import { type APIRequestContext, type Browser, expect, type Locator, type Page } from "@playwright/test";
import { newId } from "@/lib/ids";
import { API_PATHS, clinicPath, clinicTeamPath, PATHS } from "@/lib/routes";
import { expectNoViolation, tabTo } from "@/tests/support/browser-axe";
import { joinClinic, newClinicCode, setUpClinic } from "@/tests/support/browser-clinics";
import { sql } from "@/tests/support/browser-database";
import { signInByEmailQuickly } from "@/tests/support/browser-email";
import { OWN_ORIGIN, signInQuickly } from "@/tests/support/browser-sign-in";
import { test } from "@/tests/support/browser-test";
import { signInAsViewer } from "@/tests/support/browser-viewers";

const CODE = /^[2-9A-Z]{4}-[2-9A-Z]{4}$/;

const part = (page: Page, title: string): Locator => page.getByRole("region", { name: title });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, level: 1 });
const rowOf = (page: Page, name: string) =>
  part(page, "Who works here").getByRole("row").filter({ hasText: name });

/** A browser of its own in which this colleague is signed in. */
async function colleague(browser: Browser, address: string, name: string): Promise<Page> {
  const context = await browser.newContext();
  await signInAsViewer(context.request, { address, name });
  return context.newPage();
}

/**
 * On a desk, a phone and the narrowest phone nothing has to be moved sideways; axe finds nothing by day on the widest and by
 * night on the narrowest.
 */
async function look(page: Page, what: string): Promise<void> {
  const size = page.viewportSize();
  for (const [width, colorScheme] of [
    [1_280, "light"],
    [390, null],
    [320, "dark"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    const widest = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(widest, `${what} at ${width} px`).toBeLessThanOrEqual(width);
    if (colorScheme === null) continue;
    await page.emulateMedia({ colorScheme });
    await expectNoViolation(page, `${what} at ${width} px, ${colorScheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  if (size) await page.setViewportSize(size);
}

const post = async (request: APIRequestContext, path: string, data: object) =>
  (await request.post(path, { headers: OWN_ORIGIN, data })).status();

test.describe.configure({ timeout: 180_000 });

test("somebody sets a clinic up, invites a colleague, and both see who works there and the code", async ({
  browser,
}) => {
  await sql("DELETE FROM rate_limit");
  const ana = await colleague(browser, "ana.team@clinic.example", "Ana Ruiz");
  await ana.goto(PATHS.people);
  await ana.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Clinics" }).click();
  await expect(heading(ana, "Clinics")).toBeVisible();
  const setUp = part(ana, "Set up a clinic");
  await expect(setUp).toContainText("A clinic is a team that looks after patients together");
  await expect(setUp).toContainText("Ana Ruiz · E-mail address ana.team@clinic.example confirmed");
  await look(ana, "no clinic yet");
  await ana.getByRole("textbox", { name: "Name of the clinic" }).fill("N");
  await ana.getByRole("button", { name: "Set up the clinic" }).click();
  await expect(ana.getByText("one line of 2 to 80 letters")).toBeVisible();
  await ana.getByRole("textbox", { name: "Name of the clinic" }).fill("Diabetes North");
  await ana.getByRole("button", { name: "Set up the clinic" }).click();

  await expect(heading(ana, "Team")).toBeVisible();
  const code = (await ana.getByText(CODE).textContent()) ?? "";
  await expect(rowOf(ana, "Ana Ruiz")).toContainText("Administrator");
  await expect(part(ana, "Invitations on their way")).toContainText("No invitation is out.");
  await look(ana, "a new clinic");

  const address = "ben.team@clinic.example";
  await ana.getByRole("textbox", { name: "E-mail address" }).fill("ben.team");
  await ana.getByRole("button", { name: "Send the invitation" }).click();
  await expect(ana.getByText("Please write an e-mail address such as")).toBeVisible();
  await ana.getByRole("textbox", { name: "E-mail address" }).fill(address);
  await ana.getByRole("radio", { name: /^Viewer/ }).check();
  await ana.getByRole("button", { name: "Send the invitation" }).click();
  await expect(ana.getByText("The invitation is on its way.")).toBeFocused();
  await expect(part(ana, "Invitations on their way")).toContainText(address);
  await look(ana, "an invitation is out");

  const ben = await (await browser.newContext()).newPage();
  await ben.goto(PATHS.mailbox);
  const message = ben.getByRole("article").filter({ hasText: address }).first();
  await expect(message).toContainText("Ana Ruiz invites you to Diabetes North in Hindsight");
  await expect(message).toContainText("not for treatment decisions");
  // No token: the only link is the same for everybody.
  await expect(message.getByRole("link")).toHaveCount(1);
  await expect(message.getByRole("link")).toHaveAttribute("href", new RegExp(`${PATHS.clinics}$`));

  await signInByEmailQuickly(ben.request, address);
  await ben.goto(PATHS.clinics);
  const invitation = part(ben, "Invitations to you").getByRole("listitem");
  await expect(invitation).toContainText("Diabetes North invites you to work there");
  await expect(invitation).toContainText("Ana Ruiz · E-mail address ana.team@clinic.example confirmed");
  await expect(invitation).toContainText("Viewer. Sees the patients who share with the clinic");
  await expect(invitation).toContainText("Give your name above first");
  await expect(invitation.getByRole("button", { name: /^Accept/ })).toHaveCount(0);
  await look(ben, "an invitation without a name");
  await ben.getByRole("textbox", { name: "Name", exact: true }).fill("Ben Kim");
  await ben.getByRole("button", { name: "Save the name" }).click();
  await invitation.getByRole("button", { name: "Accept: Diabetes North" }).click();
  await expect(ben.getByText("Accepted. You work in Diabetes North from now on.")).toBeFocused();

  // One clinic, and nothing to decide: they are there.
  await ben.goto(PATHS.clinics);
  await expect(ben).toHaveURL(/\/clinic\/[0-9a-f-]{36}$/);
  await ben.getByRole("link", { name: "Team" }).click();
  await expect(heading(ben, "Team")).toBeVisible();
  await expect(ben.getByText(code)).toBeVisible();
  await expect(rowOf(ben, "Ana Ruiz")).toContainText("E-mail address ana.team@clinic.example confirmed");
  // A viewer decides nothing here but to leave.
  for (const title of [
    "Invite somebody",
    "Invitations on their way",
    "Settings of the clinic",
    "Tags and sites",
  ])
    await expect(part(ben, title)).toHaveCount(0);
  await expect(ben.getByText("Make a new code")).toHaveCount(0);
  await expect(rowOf(ben, "Ana Ruiz").getByRole("button")).toHaveCount(0);
  await look(ben, "the team for a viewer");

  await ana.reload();
  await rowOf(ana, "Ben Kim").getByRole("button", { name: "Change: Ben Kim" }).click();
  await ana.getByRole("form", { name: "Role: Ben Kim" }).getByRole("combobox").selectOption("Administrator");
  await look(ana, "a member is changed");
  await ana.getByRole("button", { name: "Save the role" }).click();
  await expect(ana.getByText("Ben Kim is now: Administrator.")).toBeFocused();
  await ben.reload();
  await expect(part(ben, "Invite somebody")).toBeVisible();

  await ana.getByRole("button", { name: "Change: Ben Kim" }).click();
  await ana.getByRole("button", { name: "Remove from the clinic: Ben Kim" }).click();
  await expect(ana.getByText("Ben Kim has no access any more.")).toBeFocused();
  await expect(rowOf(ana, "Ben Kim")).toHaveCount(0);
  const team = new URL(ana.url()).pathname;
  expect((await ben.goto(team))?.status()).toBe(404);
  await ben.goto(PATHS.clinics);
  await expect(part(ben, "Set up a clinic")).toBeVisible();
});

test("the code, the settings and the labels are changed by administrators, who see at once what they did", async ({
  browser,
}) => {
  const ana = await colleague(browser, "ana.settings@clinic.example", "Ana Ruiz");
  const { clinicId, code } = await setUpClinic(ana.request, "Diabetes South");
  await ana.goto(clinicTeamPath(clinicId));
  await expect(ana.getByText(code)).toBeVisible();
  await ana.getByText("Make a new code").click();
  await look(ana, "a new code may be made");
  await ana.getByRole("button", { name: "Make the new code" }).click();
  await expect(ana.getByText("There is a new code.")).toBeFocused();
  await expect(ana.getByText(CODE)).not.toHaveText(code);

  const settings = part(ana, "Settings of the clinic");
  await settings.getByRole("textbox", { name: "Name of the clinic" }).fill("Diabetes West");
  await settings
    .getByRole("combobox", { name: /^Ranges and goals/ })
    .selectOption("Pregnancy with type 1 diabetes");
  await settings.getByRole("combobox", { name: /^Members who do not come/ }).selectOption("Never");
  await settings.getByRole("button", { name: "Save the settings" }).click();
  await expect(ana.getByText("Saved.").first()).toBeFocused();
  await expect(ana.getByRole("button", { name: /^Diabetes West/ })).toBeVisible();
  await ana.reload();
  await expect(settings.getByRole("combobox", { name: /^Ranges and goals/ })).toHaveValue("pregnancy");
  await expect(settings.getByRole("combobox", { name: /^Members who do not come/ })).toHaveValue("never");

  const labels = part(ana, "Tags and sites");
  await expect(labels).toContainText("No tag yet.");
  const newTag = labels.getByRole("textbox", { name: "New tag" });
  await newTag.fill("Pump");
  await newTag.press("Enter");
  await expect(ana.getByText("Added.")).toBeFocused();
  await expect(newTag).toHaveValue("");
  await newTag.fill("pump");
  await newTag.press("Enter");
  await expect(labels.getByText("There is one of this name already.")).toBeVisible();
  await labels.getByRole("button", { name: "Change: Pump" }).click();
  await look(ana, "a tag is changed");
  await labels.getByRole("textbox", { name: "Name", exact: true }).fill("Pumps");
  await labels.getByRole("button", { name: "Save the name" }).click();
  await expect(labels.getByRole("button", { name: "Change: Pumps" })).toBeVisible();
  await labels.getByRole("button", { name: "Change: Pumps" }).click();
  await labels.getByRole("button", { name: "Remove: Pumps" }).click();
  await expect(ana.getByText("Removed.")).toBeFocused();
  await expect(labels).toContainText("No tag yet.");
});

test("the last administrator is told why they cannot leave; the last member closes the clinic", async ({
  browser,
}) => {
  const ana = await colleague(browser, "ana.leaves@clinic.example", "Ana Ruiz");
  const ben = await colleague(browser, "ben.stays@clinic.example", "Ben Kim");
  const { clinicId } = await setUpClinic(ana.request, "Diabetes East");
  const benId = await joinClinic(ana.request, ben.request, { clinicId, address: "ben.stays@clinic.example" });
  await ana.goto(clinicTeamPath(clinicId));
  await expect(part(ana, "Leave this clinic")).toContainText("You are the only administrator");
  await ana.getByRole("button", { name: "Change: Ana Ruiz" }).click();
  await ana.getByRole("form", { name: "Role: Ana Ruiz" }).getByRole("combobox").selectOption("Viewer");
  await ana.getByRole("button", { name: "Save the role" }).click();
  await expect(ana.getByText("A clinic keeps an administrator, and this is its only one.")).toBeVisible();

  await ben.goto(clinicTeamPath(clinicId));
  await ben.getByText("Leave …").click();
  await ben.getByRole("button", { name: "Leave Diabetes East" }).click();
  await expect(heading(ben, "Clinics")).toBeVisible();
  expect(await post(ana.request, API_PATHS.clinicMember(clinicId, benId), { action: "remove" })).toBe(404);

  await ana.reload();
  await ana.getByText("Leave …").click();
  await expect(part(ana, "Leave this clinic")).toContainText("the clinic is closed for good");
  await look(ana, "the last member may leave");
  await ana.getByRole("button", { name: "Leave Diabetes East" }).click();
  await expect(heading(ana, "Clinics")).toBeVisible();
  expect(await sql("SELECT 1 FROM clinic WHERE id = $1", [clinicId])).toEqual([]);
});

test("somebody who works in two clinics goes from one to the other, and to all of them", async ({
  browser,
}) => {
  const ana = await colleague(browser, "ana.two@clinic.example", "Ana Ruiz");
  const north = await setUpClinic(ana.request, "Northside");
  const south = await setUpClinic(ana.request, "Southside");
  await ana.goto(PATHS.clinics);
  await expect(part(ana, "Where you work").getByRole("listitem")).toHaveCount(2);
  await look(ana, "two clinics");
  await part(ana, "Where you work").getByRole("link", { name: "Northside" }).click();
  await expect(ana).toHaveURL(clinicPath(north.clinicId));
  await ana.goto(clinicTeamPath(north.clinicId));
  await ana.getByRole("button", { name: /^Northside/ }).click();
  await look(ana, "the menu of a clinic");
  await ana.getByRole("link", { name: "Southside" }).click();
  await expect(ana).toHaveURL(clinicPath(south.clinicId));
  await ana.goto(PATHS.allClinics);
  await expect(part(ana, "Where you work").getByRole("listitem")).toHaveCount(2);
});

test("by keyboard alone a colleague is invited, and the focus goes to what was said", async ({ browser }) => {
  const ana = await colleague(browser, "ana.keys@clinic.example", "Ana Ruiz");
  const { clinicId } = await setUpClinic(ana.request, "Keys");
  await ana.goto(clinicTeamPath(clinicId));
  await expect(heading(ana, "Team")).toBeVisible();
  await tabTo(ana, "E-mail address");
  await ana.keyboard.type("carla.keys@clinic.example");
  await ana.keyboard.press("Enter");
  await expect(ana.getByText("The invitation is on its way.")).toBeFocused();
});

test("somebody with data of their own is offered clinics only once one invites them", async ({
  browser,
  page,
}) => {
  await signInQuickly(page.request, "NightLows");
  await page.goto(PATHS.security);
  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.getByRole("link", { name: "Clinics" })).toHaveCount(0);
  // They can be known by a name alone no more than anybody else.
  await page.goto(PATHS.clinics);
  await expect(part(page, "Set up a clinic")).toContainText(
    /Give your name above first|Confirm an e-mail address/,
  );

  const ana = await colleague(browser, "ana.only@clinic.example", "Ana Ruiz");
  await ana.goto(PATHS.people);
  await expect(
    ana.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Clinics" }),
  ).toBeVisible();
});

test("what is a clinic's answers strangers like a clinic that does not exist, and viewers with a refusal", async ({
  browser,
}) => {
  const ana = await colleague(browser, "ana.wall@clinic.example", "Ana Ruiz");
  const viewer = await colleague(browser, "vera.wall@clinic.example", "Vera Lang");
  const stranger = await colleague(browser, "otto.wall@clinic.example", "Otto Stein");
  const { clinicId } = await setUpClinic(ana.request, "Walled");
  const viewerId = await joinClinic(ana.request, viewer.request, {
    clinicId,
    address: "vera.wall@clinic.example",
    role: "viewer",
  });
  const settings = { name: "Mine", defaultTargets: "standard", inactiveDays: null };
  const wishes = (id: string) =>
    [
      [API_PATHS.clinicCode(id), {}],
      [API_PATHS.clinicMember(id, viewerId), { action: "change-role", role: "administrator" }],
      [API_PATHS.clinicInvitations(id), { address: "forged@clinic.example", role: "administrator" }],
      [API_PATHS.clinicInvitation(id, newId()), { action: "withdraw" }],
      [API_PATHS.clinicLabels(id), { kind: "tag", label: "Forged" }],
      [API_PATHS.clinicLabel(id, newId()), { action: "remove" }],
    ] as const;
  for (const id of [clinicId, newId(), "nonsense"]) {
    for (const [path, data] of wishes(id)) expect(await post(stranger.request, path, data), path).toBe(404);
    const put = await stranger.request.put(API_PATHS.clinicSettings(id), {
      headers: OWN_ORIGIN,
      data: settings,
    });
    expect(put.status()).toBe(404);
    expect((await stranger.request.get(clinicTeamPath(id))).status()).toBe(404);
  }
  for (const [path, data] of wishes(clinicId)) expect(await post(viewer.request, path, data), path).toBe(403);
  const put = await viewer.request.put(API_PATHS.clinicSettings(clinicId), {
    headers: OWN_ORIGIN,
    data: settings,
  });
  expect(put.status()).toBe(403);
  const page = await (await stranger.request.get(clinicTeamPath(clinicId))).text();
  for (const said of ["Walled", "Ana Ruiz", "Vera Lang"]) expect(page).not.toContain(said);
  // The same by whoever administers it works: the wall is in the right place.
  expect(await newClinicCode(ana.request, clinicId)).toMatch(CODE);
});
