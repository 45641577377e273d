import { test as anyTest } from "@playwright/test";

/** A test after which every browser context is closed that it opened: pages that stay open take part in all tests to come. */
export const test = anyTest.extend<{ readonly closesContexts: void }>({
  closesContexts: [
    async ({ browser }, use) => {
      const before = new Set(browser.contexts());
      await use();
      const opened = browser.contexts().filter((context) => !before.has(context));
      await Promise.all(opened.map((context) => context.close()));
    },
    { auto: true },
  ],
});
