import { expect, test } from "@playwright/test";
import { helpPath, PATHS, reportPath, viewPath } from "@/lib/routes";
import { shownPercentages } from "@/tests/support/browser-reports";
import { signInQuickly, untilImported } from "@/tests/support/browser-sign-in";

const OVERVIEW = reportPath.overview("me");

test.beforeEach(async ({ context, page }) => {
  await signInQuickly(context.request, "PostMealHighs");
  await untilImported(context.request);
  await page.goto(OVERVIEW);
  // The drawing that can be pointed at comes with the page's scripts: a link pressed before them is the browser's own.
  await expect(page.locator(".recharts-surface").first()).toBeVisible();
});

test("a link changes the page without loading everything anew, and at its top", async ({ page }) => {
  await page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.getByRole("link", { name: "All patterns" }).click();
  await expect(page.getByRole("heading", { name: "Patterns", level: 1 })).toBeVisible();
  expect(await page.evaluate(() => "stillHere" in globalThis)).toBe(true);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});

test("a link pressed for a new tab opens one and leaves the page alone", async ({ page, context }) => {
  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: "Profile" })
      .click({ modifiers: ["ControlOrMeta"] }),
  ]);
  await expect(tab).toHaveURL(viewPath("me", "profile"));
  await expect(page).toHaveURL(OVERVIEW);
});

test("a link to a place leads there, on another page and on the same one", async ({ page }) => {
  await page.getByRole("link", { name: "Dexcom shares data three hours late" }).click();
  await expect(page).toHaveURL(helpPath("delay"));
  await expect(page.locator("#delay")).toBeInViewport();

  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page
    .getByRole("main")
    .locator(`a[href="${helpPath("left-out")}"]`)
    .first()
    .click();
  await expect(page).toHaveURL(helpPath("left-out"));
  await expect(page.locator("#left-out")).toBeInViewport();
  expect(asked.filter((url) => new URL(url).pathname === PATHS.help)).toEqual([]);
});

test("the period stays chosen on the way through views that have none", async ({ page }) => {
  const navigation = page.getByRole("navigation", { name: "Main" });
  await page.goto(`${OVERVIEW}?days=30`);
  for (const view of ["Daily", "Notes", "A1c"]) {
    await navigation.getByRole("link", { name: view }).click();
    await expect(page.getByRole("heading", { name: view, level: 1 })).toBeVisible();
  }
  await navigation.getByRole("link", { name: "Daily" }).click();
  await page.getByRole("link", { name: /^Previous day/ }).click();
  await expect(page).toHaveURL(/date=/);
  await navigation.getByRole("link", { name: "Profile" }).click();
  await expect(page).toHaveURL(`${viewPath("me", "profile")}?days=30`);
});

test("chosen ranges hold on the way through the views, and one press takes them back", async ({ page }) => {
  const navigation = page.getByRole("navigation", { name: "Main" });
  const said = page.getByText(
    /^Ranges: Pregnancy with type 1 diabetes\. In range: .+ This changes nothing for anybody else\./,
  );
  const walkTo = async (view: string) => {
    await navigation.getByRole("link", { name: view }).click();
    await expect(page.getByRole("heading", { name: view, level: 1 })).toBeVisible();
    await expect(page).toHaveURL(/[?&]ranges=pregnancy(&|$)/);
  };
  expect(await shownPercentages(page)).toHaveLength(5);
  await page.getByText("Other ranges").click();
  await page
    .getByRole("navigation", { name: "Ranges" })
    .getByRole("link", { name: "Pregnancy, type 1" })
    .click();
  await expect(page).toHaveURL(`${OVERVIEW}?ranges=pregnancy`);
  await expect(said).toBeVisible();
  expect(await shownPercentages(page)).toHaveLength(4);

  await page
    .getByRole("group", { name: "Period" })
    .getByRole("link", { name: "30 days", exact: true })
    .click();
  await expect(page).toHaveURL(/[?&]days=30(&|$)/);
  await expect(said).toBeVisible();
  await walkTo("Profile");
  await expect(said).toBeVisible();
  await walkTo("Daily");
  await expect(said).toBeVisible();
  await expect(page.getByRole("region", { name: "The day in figures" })).not.toContainText("Very high");
  // On the axis of the drawing, which the browser makes.
  await expect(page.locator(".recharts-surface").getByText("63", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: /^Previous day/ }).click();
  await expect(page).toHaveURL(/date=.*ranges=pregnancy|ranges=pregnancy.*date=/);
  await expect(said).toBeVisible();
  for (const view of ["Calendar", "Overlay", "Compare"]) {
    await walkTo(view);
    await expect(said).toBeVisible();
  }
  for (const view of ["Patterns", "Logbook"]) {
    await walkTo(view);
    await expect(page.getByText("This view shows the standard ranges.")).toBeVisible();
  }
  await walkTo("Overview");
  await expect(said).toBeVisible();
  expect(await shownPercentages(page)).toHaveLength(4);

  await page.getByRole("link", { name: "Standard ranges", exact: true }).click();
  await expect(page).toHaveURL(`${OVERVIEW}?days=30`);
  await expect(said).toHaveCount(0);
  expect(await shownPercentages(page)).toHaveLength(5);
  await navigation.getByRole("link", { name: "Profile" }).click();
  await expect(page).toHaveURL(`${viewPath("me", "profile")}?days=30`);
});

test("a closed table is filled when it is opened, and stands in the page for those without script", async ({
  page,
  request,
  context,
}) => {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Profile" }).click();
  await expect(page.getByRole("heading", { name: "Profile", level: 1 })).toBeVisible();
  const rows = page.locator("figure table tbody tr");
  await expect(rows).toHaveCount(0);
  await page.getByText("Show as table").first().click();
  await expect(rows.first()).toBeVisible();
  const shown = await rows.first().textContent();

  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const html = await (await request.get(viewPath("me", "profile"), { headers: { cookie: cookies } })).text();
  const inHtml = /<tbody>\s*<tr>(.*?)<\/tr>/s.exec(html)?.[1]?.replaceAll(/<[^>]+>/g, "");
  expect(inHtml).toBe(shown);
});
