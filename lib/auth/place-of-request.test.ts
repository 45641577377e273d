import Bowser from "bowser";
import { describe, expect, it } from "vitest";
import { NETWORK_HEADER } from "@/lib/api/client-network";
import { placeOf } from "./place-of-request";

const CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

/** What is kept of a user agent, in short. */
function placeIn(userAgent: string): string {
  const { browser, system } = placeOf(new Headers({ "user-agent": userAgent }));
  return `${browser} on ${system}`;
}

describe("the browser and the system of a request", () => {
  it.each([
    ["Firefox on Linux", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"],
    [
      "Firefox on Windows",
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0",
    ],
    ["Firefox on Android", "Mozilla/5.0 (Android 14; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0"],
    ["Chrome on Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME}`],
    ["Chrome on macOS", `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${CHROME}`],
    ["Chrome on Chrome OS", `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME}`],
    ["Edge on Windows", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Edg/131.0.2903.86`],
    [
      "Chrome on Android",
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36",
    ],
    [
      "Samsung Internet on Android",
      "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36",
    ],
    [
      "Chrome on iOS",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/131.0.6778.103 Mobile/15E148 Safari/604.1",
    ],
    [
      "Safari on iOS",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1.1 Mobile/15E148 Safari/604.1",
    ],
    [
      "Safari on macOS",
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15",
    ],
  ])("are families: %s", (place, userAgent) => expect(placeIn(userAgent)).toBe(place));

  it.each([
    "",
    " ",
    "curl/8.5.0",
    "node",
    "Mozilla/5.0",
    "Your Bank/1.0 (call 555 0100)",
    "(".repeat(100_000),
  ])("are nobody's where the header names none: %.30s", (userAgent) =>
    expect(placeIn(userAgent)).toBe("null on null"),
  );

  it("are not looked for in what nobody's browser sends", () =>
    expect(placeIn(`${"x".repeat(600)} Firefox/128.0`)).toBe("null on null"));

  it("are short enough to be kept, all that there are", () => {
    for (const name of [...Object.values(Bowser.BROWSER_MAP), ...Object.values(Bowser.OS_MAP)])
      expect(name.length).toBeLessThanOrEqual(40);
  });
});

it("the network is the one that the server named, and null where it named none", () => {
  expect(placeOf(new Headers())).toEqual({ browser: null, system: null, network: null });
  expect(placeOf(new Headers({ [NETWORK_HEADER]: "" })).network).toBeNull();
  expect(placeOf(new Headers({ [NETWORK_HEADER]: "192.0.2.0/24" })).network).toBe("192.0.2.0/24");
});
