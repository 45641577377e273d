import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { Builder, By, Capabilities, Key } from "selenium-webdriver";
import { untilAnswers } from "@/lib/cli/until-answers";
import { findFreePort } from "@/lib/db/embedded-port";
import type { OtherBrowser, OtherEngine, SmokeKey } from "@/tests/support/other-browser";

const DRIVER = "/usr/bin/WebKitWebDriver";
const XVFB = "/usr/bin/Xvfb";
const LIBRARIES = "/usr/lib";
const READY_SECONDS_MAX = 30;

const KEYS: Readonly<Record<SmokeKey, string>> = {
  Home: Key.HOME,
  ArrowRight: Key.ARROW_RIGHT,
  Escape: Key.ESCAPE,
};

/** WebKitGTK as Debian packs it: its small browser, its driver, and a screen in memory, because it has no headless mode. */
export function webkit(): OtherEngine {
  const name = "WebKit";
  const binary = findMiniBrowser();
  if (!existsSync(DRIVER) || binary === null) return { name, missing: "webkit2gtk-driver is not installed" };
  if (!existsSync(XVFB)) return { name, missing: "xvfb is not installed" };
  return { name, missing: null, open: () => open(binary) };
}

function findMiniBrowser(): string | null {
  const folders = readdirSync(LIBRARIES).flatMap((machine) => {
    const folder = path.join(LIBRARIES, machine);
    return machine.endsWith("-linux-gnu")
      ? readdirSync(folder)
          .filter((entry) => entry.startsWith("webkit2gtk-"))
          .map((entry) => path.join(folder, entry, "MiniBrowser"))
      : [];
  });
  return folders.find((file) => existsSync(file)) ?? null;
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
    const port = await findFreePort();
    const driverProcess = spawn(DRIVER, [`--port=${port}`], {
      stdio: "ignore",
      env: { ...process.env, DISPLAY: `:${display.toString("utf8").trim()}` },
    });
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
      // Its driver knows no printing.
      print: async () => null,
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
