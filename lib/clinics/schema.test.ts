import { describe, expect, it } from "vitest";
import { labelBody, settingsBody, setUpBody } from "./schema";

const accepts = (name: string) => setUpBody.safeParse({ name }).success;

describe("a clinic's name", () => {
  it.each(["Diabetes North", "Clínica Ñandú", "糖尿", "A1", "  Spaces around  "])("may be %j", (name) =>
    expect(accepts(name)).toBe(true),
  );

  it.each([
    "",
    " ",
    "A",
    " A ",
    "😀",
    "two\nlines",
    "hidden\u200bspace",
    "turned\u202eround",
    "x".repeat(81),
  ])("may not be %j", (name) => expect(accepts(name)).toBe(false));

  it("is kept without the spaces around it, and composed", () =>
    expect(setUpBody.parse({ name: "  Clı\u0301nica  " }).name).toBe("Clı\u0301nica".normalize("NFC")));
});

describe("how long a clinic waits", () => {
  const settings = { name: "Clinic", defaultTargets: "standard" };

  it.each([30, 90, 180, 365, null])("may be %j", (inactiveDays) =>
    expect(settingsBody.safeParse({ ...settings, inactiveDays }).success).toBe(true),
  );

  it.each([0, 1, 29, 366, "30", undefined])("may not be %j", (inactiveDays) =>
    expect(settingsBody.safeParse({ ...settings, inactiveDays }).success).toBe(false),
  );
});

it("is forty characters at most, the name of a tag or a site", () => {
  expect(labelBody.safeParse({ kind: "tag", label: "x".repeat(40) }).success).toBe(true);
  expect(labelBody.safeParse({ kind: "tag", label: "x".repeat(41) }).success).toBe(false);
  expect(labelBody.safeParse({ kind: "group", label: "x" }).success).toBe(false);
});
