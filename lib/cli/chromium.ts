import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { inProject } from "@/lib/cli/project";
import { StartProblem } from "@/lib/start-problem";

const INSTALL_MINUTES_MAX = 8;
const SHELL = "/usr/bin/chromium-headless-shell";

/**
 * A Chromium on this machine: the one named by CHROMIUM_PATH, the distribution's, or Playwright's own. Without a window the
 * shell, which draws the same pages, needs a quarter less time for all of them than the whole browser.
 */
export function findChromium(): string | null {
  const named = process.env["CHROMIUM_PATH"];
  const candidates = [
    ...(named ? [named] : []),
    SHELL,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    chromium.executablePath(),
  ];
  return candidates.find((file) => existsSync(file)) ?? null;
}

/** Installs Chromium when there is none and it can be done here; otherwise one sentence that says how to. */
export function ensureChromium(say: (line: string) => void): string {
  const present = findChromium();
  if (present) return present;
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, {
      stdio: ["ignore", "ignore", "inherit"],
      timeout: INSTALL_MINUTES_MAX * 60_000,
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("Chromium is missing; installing Debian's with apt-get …");
    // A browser without any font ends at once.
    const install = (browser: string) =>
      run("apt-get", "-qq", "install", "-y", "--no-install-recommends", browser, "fonts-dejavu-core");
    // Older releases have no package of the shell alone.
    if (run("apt-get", "-qq", "update") && !install("chromium-headless-shell")) install("chromium");
  } else {
    say("Chromium is missing; installing Playwright's …");
    run(process.execPath, inProject("node_modules/@playwright/test/cli.js"), "install", "chromium");
  }
  const installed = findChromium();
  if (installed) return installed;
  throw new StartProblem(
    "The browser tests need Chromium and it could not be installed: run apt-get install chromium as root or npx playwright install --with-deps chromium, or set CHROMIUM_PATH to one.",
  );
}
