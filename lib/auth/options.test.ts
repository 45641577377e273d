import { describe, expect, it } from "vitest";
import { isOwnAddress, safeRedirect } from "./options";

const app = "https://hindsight.example";

describe("where next-auth may send a browser", () => {
  it.each(["/patients/me/overview", `${app}/settings`])("inside the app: %s", (url) => {
    expect(new URL(safeRedirect(url, app)).origin).toBe(app);
    expect(safeRedirect(url, app)).toContain(new URL(url, app).pathname);
    expect(isOwnAddress(url, app)).toBe(true);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "http://hindsight.example/",
    "https://hindsight.example.evil.example/",
    "https://hindsight.example@evil.example/",
    "javascript:alert(1)",
    "data:text/html,x",
    "/\t/evil.example",
    "http://[",
    "settings",
    "",
  ])("never outside it: %s", (url) => {
    expect(isOwnAddress(url, app)).toBe(false);
    expect(new URL(safeRedirect(url, app)).origin).toBe(app);
  });
});
