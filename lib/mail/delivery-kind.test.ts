import { describe, expect, it } from "vitest";
import { mailDelivery } from "./delivery-kind";

const SMTP_URL = "smtps://mail.example.org";

describe("where messages go", () => {
  it.each(["demo", "dev", "test"] as const)("is the mailbox that everybody may read in mode %s", (mode) =>
    expect(mailDelivery({ HINDSIGHT_MODE: mode, SMTP_URL: undefined })).toBe("mailbox"),
  );

  it("is never that mailbox in production", () => {
    expect(mailDelivery({ HINDSIGHT_MODE: "production", SMTP_URL: undefined })).toBe("none");
  });

  it.each(["production", "demo", "dev", "test"] as const)(
    "is the mail server if there is one, in mode %s",
    (mode) => expect(mailDelivery({ HINDSIGHT_MODE: mode, SMTP_URL })).toBe("smtp"),
  );
});
