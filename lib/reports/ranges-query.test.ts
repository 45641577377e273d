import { describe, expect, it } from "vitest";
import { RANGE_SET_CHOICES } from "@/lib/glucose/range-sets";
import { viewPath, withQuery } from "@/lib/routes";
import { queryWithRanges, rangesFromQuery, rangesQuery } from "./ranges-query";

describe("the ranges in an address", () => {
  it("come back as they were written, and are the standard ones where nothing is said", () => {
    for (const set of RANGE_SET_CHOICES)
      expect(rangesFromQuery(rangesQuery(set))).toEqual({ ok: true, value: set });
    expect(rangesFromQuery({ ranges: "" })).toEqual({ ok: true, value: "standard" });
  });

  it("are never written where they are the standard ones", () => {
    expect(rangesQuery("standard")).toEqual({});
    expect(withQuery(viewPath("me", "profile"), { days: "30", ...rangesQuery("standard") })).toBe(
      "/patients/me/profile?days=30",
    );
    expect(withQuery(viewPath("me", "profile"), { days: "30", ...rangesQuery("older") })).toBe(
      "/patients/me/profile?days=30&ranges=older",
    );
  });

  it("are refused where nobody published them, or where they are named twice", () => {
    expect(rangesFromQuery({ ranges: "custom" })).toMatchObject({ ok: false });
    expect(rangesFromQuery({ ranges: "Pregnancy" })).toMatchObject({ ok: false });
    expect(rangesFromQuery({ ranges: ["older", "older"] })).toMatchObject({ ok: false });
  });
});

describe("a link to the same view with other ranges", () => {
  const query = { date: "2026-11-08", strip: "7", ranges: "pregnancy" };

  it("keeps everything else that the address says", () => {
    expect(queryWithRanges(query, "older")).toEqual({ date: "2026-11-08", strip: "7", ranges: "older" });
  });

  it("drops them for the standard ones", () => {
    expect(queryWithRanges(query, "standard")).toEqual({ date: "2026-11-08", strip: "7" });
    expect(queryWithRanges({ days: ["7", "90"], ranges: "standard" }, "standard")).toEqual({});
  });
});
