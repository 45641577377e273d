import { describe, expect, test } from "vitest";
import { htmlOf, textOf } from "@/components/testing/markup";
import { type Evidence, isShowable } from "@/lib/glucose/sufficiency";
import { wordsFor } from "@/lib/i18n/words";
import { HELP_TOPICS, VIEWS, viewPath } from "@/lib/routes";
import type { Site } from "@/lib/site";
import { HelpPage } from "./help-page";

const SITE: Site = {
  environment: "us",
  operator: null,
  support: null,
  delayMinutes: 180,
  keyBackupDays: 7,
  simulated: false,
};

function help(more: Partial<Site> = {}, locale = "en-US", dexcomAccountUrl: string | null = null) {
  return (
    <HelpPage site={{ ...SITE, ...more }} dexcomAccountUrl={dexcomAccountUrl} words={wordsFor(locale)} />
  );
}

describe.each(["en-US", "es-MX"])("the help page in %s", (locale) => {
  const html = htmlOf(help({}, locale));
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);

  test("has every chapter once, in the order of its table of contents", () => {
    expect(ids.filter((id) => HELP_TOPICS.some((topic) => topic === id))).toEqual(HELP_TOPICS);
    expect([...html.matchAll(/<li><a href="#([^"]+)"/g)].map(([, topic]) => topic)).toEqual(HELP_TOPICS);
  });

  test("leads from one place to another only where there is one", () => {
    const targets = [...html.matchAll(/href="(?:\/help)?#([^"]+)"/g)].map(([, target]) => target);
    expect(targets).toContain("left-out");
    for (const target of targets) expect(ids).toContain(target);
  });

  test("explains every view and leads to the reader's own", () => {
    for (const view of VIEWS) expect(html).toContain(`href="${viewPath("me", view)}"`);
  });

  test("says what to do in an emergency, and that the past is not for treatment decisions", () => {
    const { t } = wordsFor(locale);
    expect(textOf(help({}, locale))).toContain(t("help.contact.emergency.text"));
    expect(html).toContain(t.markup("states.notice", { help: (text) => text }));
  });
});

describe("what depends on the installation", () => {
  test("the delay is that of the setting", () => {
    expect(textOf(help())).toContain("Dexcom shares data three hours late. This is by Dexcom’s design");
    const shorter = textOf(help({ delayMinutes: 60 }));
    expect(shorter).toContain("Dexcom shares data one hour late.");
    expect(shorter).toContain("Not yet available: one hour");
    const none = textOf(help({ delayMinutes: 0 }));
    expect(none).toContain("Dexcom shares data without delay on this installation.");
    expect(none).not.toContain("Not yet available:");
  });

  test("the region is that of the setting", () => {
    expect(textOf(help())).toContain("For accounts in the United States: that is what this installation");
    expect(textOf(help({ environment: "jp" }))).toContain("For accounts in Japan: that is");
  });

  test("no backups of keys are spoken of where none are kept", () => {
    expect(textOf(help())).toContain("Backups of keys are gone after 7 days at most.");
    expect(textOf(help({ keyBackupDays: 0 }))).not.toContain("Backups of keys");
  });

  test("Dexcom's page for ending the permission is linked when it is known, else described", () => {
    expect(htmlOf(help({}, "en-US", "https://dexcom.example/permissions"))).toContain(
      'href="https://dexcom.example/permissions"',
    );
    expect(textOf(help())).toContain("Sign in to your Dexcom account, open the list of apps");
  });

  test("the operator's contact is a link where it can be one", () => {
    expect(textOf(help())).toContain("who has not given a contact here yet");
    expect(htmlOf(help({ support: "help@hindsight.example" }))).toContain(
      'Ask its operator: <a href="mailto:help@hindsight.example">help@hindsight.example</a>',
    );
    expect(htmlOf(help({ support: "+1 555 0100" }))).toContain("Ask its operator: +1 555 0100<");
  });
});

describe("what it says of withheld figures is what the rules do", () => {
  const enough: Evidence = {
    hours: 24,
    readings: 288,
    days: 14,
    activePercent: 70,
    profileDays: 7,
    consecutiveDays: 14,
  };
  const text = textOf(help());

  test("nothing below 24 hours", () => {
    expect(text).toContain("With less than 24 hours of readings only the coverage is shown.");
    expect(isShowable("timeInRanges", enough)).toBe(true);
    expect(isShowable("timeInRanges", { ...enough, hours: 23.9 })).toBe(false);
  });

  test("GMI from 14 days and 70 %", () => {
    expect(text).toContain("GMI needs 14 days with readings and 70 % of the time");
    expect(isShowable("gmi", enough)).toBe(true);
    expect(isShowable("gmi", { ...enough, days: 13 })).toBe(false);
    expect(isShowable("gmi", { ...enough, activePercent: 69.9 })).toBe(false);
  });

  test("the profile from 7 days of 12 hours", () => {
    expect(text).toContain("the glucose profile needs 7 days with 12 hours each");
    expect(isShowable("profile", enough)).toBe(true);
    expect(isShowable("profile", { ...enough, profileDays: 6 })).toBe(false);
  });
});
