import { describe, expect, test, vi } from "vitest";
import { MutationMessage } from "@/components/forms/mutation-message";
import { LOCALE, NOW } from "@/components/testing/fixtures";
import { htmlOf, textOf } from "@/components/testing/markup";
import { freshAt } from "@/lib/glucose/testing/readings";
import { browserTexts, wordsFor } from "@/lib/i18n/words";
import { helpPath } from "@/lib/routes";
import { AppShell, type AppShellProps } from "./app-shell";
import { SignedInTexts } from "./signed-in-texts";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

function shell(more: Partial<AppShellProps> = {}) {
  return (
    <SignedInTexts words={more.words ?? wordsFor(LOCALE)} browserTexts={browserTexts(LOCALE)}>
      <AppShell
        reader={{
          kind: "person",
          subject: "Your data",
          settingsHref: "/settings",
          signOutAction: "/out",
          signedOutHref: "/",
          languageAction: "/l",
        }}
        homeHref="/overview"
        places={[
          { place: "overview", href: "/overview" },
          { place: "daily", href: "/daily" },
          { place: "settings", href: "/settings" },
        ]}
        current="overview"
        unit="mg/dL"
        unitAction="/unit"
        period={{
          path: "/overview",
          options: {},
          period: { from: "2026-11-08", to: "2026-11-21", days: 14 },
          presetDays: 14,
          visit: null,
          sinceVisit: false,
          presetsDays: [2, 7, 14, 30, 90],
          lastDate: "2026-11-21",
        }}
        freshness={freshAt(NOW)}
        words={wordsFor(LOCALE)}
        {...more}
      >
        {more.children ?? <h1>Page</h1>}
      </AppShell>
    </SignedInTexts>
  );
}

test("every page says in a note that it is not for treatment decisions", () => {
  const note = /role="note"[^>]*>(.*?)<\/p>/.exec(htmlOf(shell()))?.[1];
  expect(note).toContain("not for treatment decisions");
  expect(note).toContain(`href="${helpPath("purpose")}"`);
});

describe("the freshness line", () => {
  test("says how far the data goes and how late Dexcom shares it", () => {
    expect(textOf(shell())).toContain(
      "Data through Sat, Nov 21, 9:00 PM · Dexcom shares data three hours late",
    );
    expect(htmlOf(shell())).toContain(`href="${helpPath("delay")}"`);
  });

  test("is made from the setting", () => {
    expect(textOf(shell({ freshness: freshAt(NOW, { delayMinutes: 60 }) }))).toContain("one hour late");
  });

  test("does not make up a time before the first reading", () => {
    expect(textOf(shell({ freshness: freshAt(NOW, { dataThrough: null }) }))).toContain("No readings yet");
  });

  test("is written as the person's own clock showed it", () => {
    const freshness = freshAt(NOW, { displayOffsetMinutes: 345 });
    expect(textOf(shell({ freshness }))).toContain("Data through Sun, Nov 22, 2:45 AM");
  });
});

test("somebody who has come by a link can close the view, and is offered nothing that needs an account", () => {
  const reader = {
    kind: "visit",
    subject: "Ana Ruiz",
    languageAction: "/l",
    closeAction: "/visit",
    closedHref: "/closed",
  } as const;
  const places = [{ place: "overview", href: "/overview" }] as const;
  const text = textOf(shell({ reader, places, unitAction: "/visit" }));
  expect(text).toContain("Ana Ruiz , this view You look by a link, without an account");
  expect(text).toContain("Close this view");
  expect(text).toContain("Español");
  expect(text).toContain("mmol/L");
  for (const withAccount of ["Settings", "Sign out", "You are signed in"])
    expect(text).not.toContain(withAccount);
});

test("what was refused on the page is said in the reader's language", () => {
  const children = <MutationMessage state={{ status: "failed", refusal: { reached: false } }} />;
  expect(textOf(shell({ words: wordsFor("es-MX"), children }))).toContain("No se pudo llegar al servidor.");
});

test("the first stop of the keyboard leads to the content", () => {
  const html = htmlOf(shell());
  const target = /<a[^>]*href="#([^"]+)"/.exec(html)?.[1];
  expect(html.indexOf("<a")).toBe(html.indexOf(`<a class="`));
  expect(html).toContain(`<main id="${target}" tabindex="-1"`);
});

test("the current place and the current period are marked for screen readers", () => {
  const html = htmlOf(shell());
  expect(html).toMatch(/href="\/overview"[^>]*aria-current="page"|aria-current="page"[^>]*href="\/overview"/);
  expect(html.match(/aria-current="true"/g)).toHaveLength(1);
});

test("another period keeps the options of the view, and the one before has the same length", () => {
  const period = {
    path: "/overlay",
    options: { weekdays: "sat" },
    period: { from: "2026-11-08", to: "2026-11-21", days: 14 },
    presetDays: 14,
    visit: "2026-11-03",
    sinceVisit: false,
    presetsDays: [14],
    lastDate: "2026-11-21",
  } as const;
  const html = htmlOf(shell({ period }));
  expect(html).toContain('href="/overlay?weekdays=sat&amp;days=14"');
  expect(html).toContain('href="/overlay?weekdays=sat&amp;from=2026-10-25&amp;to=2026-11-07"');
  expect(html).toContain('<input type="hidden" name="weekdays" value="sat"/>');
  expect(html).not.toContain("from=2026-11-22");
  expect(html).toContain('href="/overlay?weekdays=sat&amp;since=visit"');
});

test("somebody else's data is said to be theirs, and no step leads to days that are not shared", () => {
  const shared = { title: "Ana’s data, shared with you", terms: "all reports · from Nov 1 on" };
  expect(textOf(shell({ shared }))).toContain("Ana’s data, shared with you all reports · from Nov 1 on");
  const period = {
    path: "/overlay",
    options: {},
    period: { from: "2026-11-08", to: "2026-11-21", days: 14 },
    presetDays: 14,
    visit: null,
    sinceVisit: false,
    presetsDays: [14],
    lastDate: "2026-11-21",
  } as const;
  const stepsBack = (firstDate: "2026-11-07" | "2026-11-08") =>
    htmlOf(shell({ period: { ...period, firstDate } })).includes('rel="prev"');
  expect([stepsBack("2026-11-07"), stepsBack("2026-11-08")]).toEqual([true, false]);
});
