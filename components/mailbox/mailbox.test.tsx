import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { wordsFor } from "@/lib/i18n/words";
import { Mailbox, type MailboxProps } from "./mailbox";

const message = {
  id: "4d1c3c0e-0000-4000-8000-000000000001",
  to: "ana@x.example",
  subject: "Sign in <now>",
  text: "Open\nhttp://localhost:3000/links/abc\nnever https://evil.example/links/abc",
  queuedAt: Date.parse("2026-11-26T10:00:00Z"),
  ageMinutes: 3.4,
};

const shown = (messages: MailboxProps["messages"], locale = "en-US") =>
  renderToStaticMarkup(
    <Mailbox messages={messages} origin="http://localhost:3000" path="/mailbox" words={wordsFor(locale)} />,
  );

describe("the mailbox of a demo", () => {
  it("says why it may show every message, also when there is none", () => {
    const html = shown([]);
    expect(html).toContain("only because this is a demo without a mail server");
    expect(html).toContain("No messages yet.");
  });

  it("shows a message as text, with its own links only", () => {
    const html = shown([message]);
    expect(html).toContain("To ana@x.example");
    expect(html).toContain("Sign in &lt;now&gt;");
    expect([...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      "/mailbox",
      "http://localhost:3000/links/abc",
    ]);
  });

  it("says how long ago, never a clock time that depends on where somebody is", () => {
    expect(shown([message])).toContain(`<time dateTime="2026-11-26T10:00:00.000Z">3 min ago</time>`);
    expect(shown([{ ...message, ageMinutes: 0.2 }])).toContain(">just now</time>");
    expect(shown([message], "es-MX")).toContain(">hace 3 min</time>");
  });
});
