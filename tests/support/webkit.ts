import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { Builder, By, Capabilities, Key, type WebDriver } from "selenium-webdriver";
import { inProject } from "@/lib/cli/project";
import { runProgram } from "@/lib/cli/run-program";
import { untilAnswers } from "@/lib/cli/until-answers";
import { findFreePort } from "@/lib/db/embedded-port";
import type { OtherBrowser, OtherEngine, SmokeKey } from "@/tests/support/other-browser";

const DRIVER = "/usr/bin/WebKitWebDriver";
const XVFB = "/usr/bin/Xvfb";
const GJS = "/usr/bin/gjs";
const LIBRARIES = "/usr/lib";
const READY_SECONDS_MAX = 30;
const PRINT_MS_MAX = 60_000;

const KEYS: Readonly<Record<SmokeKey, string>> = {
  Home: Key.HOME,
  ArrowRight: Key.ARROW_RIGHT,
  Escape: Key.ESCAPE,
};

/**
 * WebKitGTK as Debian packs it: its small browser, its driver, a screen in memory, because it has no headless mode, and
 * what can ask it to print, because its driver cannot.
 */
export function webkit(): OtherEngine {
  const name = "WebKit";
  const binary = findMiniBrowser();
  if (!existsSync(DRIVER) || binary === null) return { name, missing: "webkit2gtk-driver is not installed" };
  if (!existsSync(XVFB)) return { name, missing: "xvfb is not installed" };
  if (!existsSync(GJS) || findLibrary("girepository-1.0", "WebKit2-4.1.typelib") === null)
    return { name, missing: "gjs or gir1.2-webkit2-4.1 is not installed" };
  return { name, missing: null, open: () => open(binary) };
}

function findMiniBrowser(): string | null {
  return findLibrary("webkit2gtk-", "MiniBrowser");
}

/** A file in a folder whose name begins so, among the libraries of this kind of machine. */
function findLibrary(folderPrefix: string, file: string): string | null {
  const files = readdirSync(LIBRARIES)
    .filter((machine) => machine.endsWith("-linux-gnu"))
    .flatMap((machine) => {
      const folder = path.join(LIBRARIES, machine);
      return readdirSync(folder)
        .filter((entry) => entry.startsWith(folderPrefix))
        .map((entry) => path.join(folder, entry, file));
    });
  return files.find((one) => existsSync(one)) ?? null;
}

async function open(binary: string): Promise<OtherBrowser> {
  const screen = spawn(XVFB, ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const started: ChildProcess[] = [screen];
  const stop = () => {
    for (const child of started.toReversed()) child.kill();
  };
  try {
    const [display] = (await once(screen.stdio[3] as Readable, "data")) as [Buffer];
    const environment = { ...process.env, DISPLAY: `:${display.toString("utf8").trim()}` };
    const port = await findFreePort();
    const driverProcess = spawn(DRIVER, [`--port=${port}`], { stdio: "ignore", env: environment });
    started.push(driverProcess);
    const server = `http://127.0.0.1:${port}`;
    const failed = once(driverProcess, "exit").then(() => "WebKitWebDriver ended.");
    await untilAnswers({ url: `${server}/status`, failed, secondsMax: READY_SECONDS_MAX });
    const capabilities = new Capabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary, args: ["--automation"] },
    });
    const driver = await new Builder().usingServer(server).withCapabilities(capabilities).build();
    await driver.manage().window().setRect({ x: 0, y: 0, width: 1_280, height: 900 });
    return {
      open: (url) => driver.get(url),
      evaluate: (expression) => driver.executeScript(`return (${expression});`),
      click: (selector) => driver.findElement(By.css(selector)).click(),
      press: (key) => driver.actions().sendKeys(KEYS[key]).perform(),
      print: (isWhole) => print(driver, isWhole, environment),
      close: async () => {
        await driver.quit().catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** Prints the page that the driver shows, as another window of the same engine with the same cookies sees it. */
async function print(
  driver: WebDriver,
  isWhole: string,
  environment: NodeJS.ProcessEnv,
): Promise<Uint8Array> {
  const directory = mkdtempSync(path.join(tmpdir(), "hindsight-print-"));
  try {
    const file = path.join(directory, "page.pdf");
    const cookies = (await driver.manage().getCookies()).map(({ name, value }) => ({ name, value }));
    const job = { url: await driver.getCurrentUrl(), cookies, isWhole, file };
    const { code, output } = await runProgram({
      command: GJS,
      arguments: ["-m", inProject("tests/support/webkit-print.js")],
      cwd: directory,
      environment: { ...environment, HINDSIGHT_PRINT: JSON.stringify(job) },
      signal: AbortSignal.timeout(PRINT_MS_MAX),
    });
    if (code !== 0) throw new Error(`WebKit did not print the page: ${output}`);
    return readFileSync(file);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
