import { describe, expect, it } from "vitest";
import { AppError } from "@/lib/errors";
import { requireSameOrigin } from "./same-origin";

const app = "https://hindsight.example";
const ask = (headers: Record<string, string>) =>
  requireSameOrigin(new Request(`${app}/api/x`, { method: "POST", headers }), app);
const own = { origin: app, "content-type": "application/json", "sec-fetch-site": "same-origin" };

describe("a change is only taken from our own pages", () => {
  it("accepts our own JSON request, also from a browser without fetch metadata", () => {
    expect(() => ask(own)).not.toThrow();
    expect(() => ask({ origin: app, "content-type": "application/json; charset=utf-8" })).not.toThrow();
  });

  it.each([
    ["no origin", { "content-type": "application/json" }],
    ["a null origin", { ...own, origin: "null" }],
    ["another site", { ...own, origin: "https://evil.example" }],
    ["a sibling host", { ...own, origin: "https://hindsight.example.evil.example" }],
    ["plain HTTP", { ...own, origin: "http://hindsight.example" }],
    ["cross-site fetch metadata", { ...own, "sec-fetch-site": "cross-site" }],
    ["same-site but not same-origin", { ...own, "sec-fetch-site": "same-site" }],
    ["a form", { ...own, "content-type": "application/x-www-form-urlencoded" }],
    ["plain text", { ...own, "content-type": "text/plain" }],
  ])("refuses %s", (_, headers) => {
    expect(() => ask(headers)).toThrow(AppError);
  });
});
