import { defineConfig } from "vitest/config";

const alias = { "@": import.meta.dirname };
const node = { environment: "node" } as const;
const MINUTE_MS = 60_000;
const NO_DATABASE = { HINDSIGHT_MODE: "test", DATABASE_URL: "postgresql://nobody@shared.invalid/none" };

export default defineConfig({
  resolve: { alias },
  test: {
    // An offset of 5 h 45 min: whatever leans on the server's zone shows.
    env: { TZ: "Asia/Kathmandu" },
    projects: [
      {
        resolve: { alias },
        test: {
          ...node,
          name: "unit",
          // The published keys of tests, and no database: whoever reaches for one finds nobody there.
          env: NO_DATABASE,
          include: ["lib/**/*.test.ts", "components/**/*.test.{ts,tsx}", "app/**/*.test.ts"],
          testTimeout: MINUTE_MS / 3,
          // Hundreds of files that load the same modules: once for each worker is a quarter of the time. What a test
          // leaves behind in a module would show in the next, so none does.
          isolate: false,
        },
      },
      {
        resolve: { alias },
        test: { ...node, name: "architecture", include: ["tests/architecture/**/*.test.ts"] },
      },
      {
        resolve: { alias },
        test: {
          ...node,
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/setup/postgres.ts"],
          // Every test opens a database of its own; code that reaches for the shared one finds nobody there.
          env: NO_DATABASE,
          testTimeout: MINUTE_MS,
          hookTimeout: 2 * MINUTE_MS,
          // Each file has a database of its own; two at a time is what the smallest machine has cores for.
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: { ...node, name: "build", include: ["tests/build/**/*.test.ts"] },
      },
    ],
  },
});
