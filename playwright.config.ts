import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "@/lib/cli/chromium";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";

const executablePath = findChromium();

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "tests/.results/browser",
  globalSetup: "./tests/setup/hindsight.ts",
  // One app, one simulator, one database for all: two browsers at a time are enough for two cores.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env["CI"]),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "tests/.results/playwright.json" }]],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: e2eAddresses().appUrl,
    locale: "en-US",
    timezoneId: "Asia/Kathmandu",
    screenshot: "only-on-failure",
    // Recording every step takes time on every page; `--trace on` brings it back for a test in question.
    trace: "off",
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-dev-shm-usage",
        // Chromium refuses its sandbox to root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ],
    },
  },
  projects: [{ name: "chromium" }],
});
