import { expect, test } from "@playwright/test";
import { PATHS, reportPath, VIEWS, viewPath } from "@/lib/routes";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";
import { firefox } from "@/tests/support/firefox";
import { clickOn, type OtherBrowser, type OtherEngine, untilTrue } from "@/tests/support/other-browser";
import { webkit } from "@/tests/support/webkit";

// The smoke list in engines that Playwright cannot drive as distributions pack them: what a person does first, and that
// nothing is refused or broken.

const { appUrl, simulatorUrl } = e2eAddresses();
const PERSON = "NightLows";
const HEADING = "document.querySelector('main h1')?.textContent";
const CHART = "main [role='application']";

const IS_DRAWN = `document.querySelector("[data-skeleton]") === null &&
  [...document.querySelectorAll(${JSON.stringify(CHART)})].every((chart) => chart.querySelector("svg path, canvas"))`;

for (const engine of [firefox(), webkit()])
  test(`${engine.name}: sign in, every view, another period, a tooltip by keyboard, print`, async () => {
    test.setTimeout(240_000);
    const browser = await openOrSkip(engine);
    try {
      await signInByHand(browser);
      for (const view of VIEWS)
        await test.step(view, async () => {
          await browser.open(`${appUrl}${viewPath("me", view)}`);
          await expectWholePage(browser);
        });
      await test.step("another period", () => switchPeriod(browser));
      await test.step("a tooltip by keyboard", () => readPointByKeyboard(browser));
      await test.step("print", () => print(browser));
    } finally {
      await browser.close();
    }
  });

/** An engine that is not here, or that the machine cannot start, is named in the report (lib/cli/stage.ts). */
async function openOrSkip(engine: OtherEngine): Promise<OtherBrowser> {
  let missing = engine.missing;
  if (engine.missing === null)
    try {
      return await engine.open();
    } catch (error) {
      missing = `it could not be started (${error instanceof Error ? error.message : String(error)})`;
    }
  test.skip(true, `${engine.name} did not run: ${missing}`);
  throw new Error("Skipped");
}

async function signInByHand(browser: OtherBrowser): Promise<void> {
  await browser.open(`${appUrl}${PATHS.home}`);
  await clickOn(browser, `main a[href="${PATHS.signIn}"]`);
  await clickOn(browser, 'input[type="radio"][value="self"]');
  await clickOn(browser, 'main form button[type="submit"]:not([disabled])');
  await untilTrue(browser, `location.origin === ${JSON.stringify(simulatorUrl)}`, "Dexcom's page");
  await untilTrue(browser, 'document.querySelector("#user")', "the sandbox's people");
  await browser.evaluate(`document.querySelector("#user").value = ${JSON.stringify(PERSON)}`);
  await browser.click('.actions button[type="submit"]');
  await untilTrue(browser, 'document.querySelector("#signature")', "the signature");
  await browser.evaluate('document.querySelector("#signature").value = "A Person"');
  await browser.click('button[value="authorize"]');
  await untilTrue(browser, `${HEADING} === "Overview"`, "Overview after signing in");
  await untilTrue(
    browser,
    `document.querySelector('[role="progressbar"]') === null && document.querySelector(${JSON.stringify(CHART)})`,
    "the history to arrive",
  );
}

/** A heading, the notice, every chart drawn, and nothing wider than the window. */
async function expectWholePage(browser: OtherBrowser): Promise<void> {
  await untilTrue(browser, HEADING, "a heading");
  await untilTrue(browser, IS_DRAWN, "every chart to be drawn");
  const text = await browser.evaluate<string>("document.body.innerText");
  expect(text).toContain("not for treatment decisions");
  expect(text).not.toMatch(/Something went wrong|Application error/);
  const overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
  expect(await browser.evaluate<number>(overflow)).toBe(0);
}

async function switchPeriod(browser: OtherBrowser): Promise<void> {
  await browser.open(`${appUrl}${reportPath.overview("me")}`);
  await expectWholePage(browser);
  await browser.evaluate("globalThis.isStillThePage = true");
  await clickOn(browser, 'a[href$="?days=7"]');
  await untilTrue(browser, 'location.search === "?days=7"', "the address of seven days");
  await untilTrue(browser, "document.querySelectorAll('main a[href*=\"date=\"]').length >= 7", "seven days");
  // Switched in place, as in Chromium, without loading everything again.
  expect(await browser.evaluate("globalThis.isStillThePage === true")).toBe(true);
  await expectWholePage(browser);
}

async function readPointByKeyboard(browser: OtherBrowser): Promise<void> {
  await browser.open(`${appUrl}${reportPath.daily("me")}`);
  await expectWholePage(browser);
  await untilTrue(browser, `document.querySelector(${JSON.stringify(CHART)})`, "the day's chart");
  await browser.evaluate(`document.querySelector(${JSON.stringify(CHART)}).focus()`);
  await browser.press("Home");
  const said = `document.querySelector(${JSON.stringify(CHART)}).parentElement.textContent`;
  await untilTrue(
    browser,
    `/mg\\/dL/.test(${said}) && /\\d:\\d\\d [AP]M: /.test(${said})`,
    "the point's words",
  );
  const first = await browser.evaluate<string>(said);
  await browser.press("ArrowRight");
  await untilTrue(browser, `${said} !== ${JSON.stringify(first)}`, "the next point's words");
  await browser.press("Escape");
}

async function print(browser: OtherBrowser): Promise<void> {
  await browser.open(`${appUrl}${reportPath.overview("me")}`);
  await expectWholePage(browser);
  const paper = await browser.print(`${HEADING} === "Overview" && ${IS_DRAWN}`);
  expect(new TextDecoder("latin1").decode(paper.subarray(0, 5))).toBe("%PDF-");
  const rules = `[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule.media?.mediaText === "print").length`;
  expect(await browser.evaluate<number>(rules)).toBeGreaterThan(5);
}
