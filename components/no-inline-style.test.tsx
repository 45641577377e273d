import type { ReactElement } from "react";
import { describe, expect, test, vi } from "vitest";
import { catalogueFor } from "@/lib/glucose/catalogue/catalogue";
import { browserTexts, wordsFor } from "@/lib/i18n/words";
import { ConsentPanel } from "./forms/consent-panel";
import { consentWords } from "./forms/consent-words";
import { HelpPage } from "./help/help-page";
import { BrowserWordsProvider } from "./i18n/browser-words";
import { AppShell } from "./layout/app-shell";
import { Landing } from "./layout/landing";
import { PublicShell } from "./layout/public-shell";
import { SignedInTexts } from "./layout/signed-in-texts";
import { MetricCatalogue } from "./metrics/metric-catalogue";
import { DayReport } from "./reports/day-report";
import { DayStripReport } from "./reports/day-strip-report";
import { OverviewReport } from "./reports/overview-report";
import { ConnectionNotice, EmptyReport } from "./reports/report-states";
import { ConnectionPanel } from "./settings/connection-panel";
import { DeleteEverything } from "./settings/delete-everything";
import { DeletionReceipt } from "./settings/deletion-receipt";
import { deletionWords } from "./settings/deletion-words";
import {
  connectionWith,
  dayOf,
  eventAt,
  fullReadings,
  LAST_DATE,
  LOCALE,
  NOW,
  periodOf,
  runWith,
  WITH_STANDARD,
} from "./testing/fixtures";
import { htmlOf } from "./testing/markup";
import { problemHeadings } from "./ui/problem-headings";
import { ProblemPage } from "./ui/problem-page";
import { listOf, rowOf, worklistWith } from "./worklist/worklist.test-support";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const { summary, sparklines, facts, freshness } = periodOf(fullReadings());
const SITE = {
  environment: "us",
  operator: null,
  support: null,
  delayMinutes: 180,
  keyBackupDays: 7,
  simulated: false,
} as const;
const dayHref = (date: string) => `/daily?date=${date}`;
const noRecords = { events: [], calibrations: [], alerts: [], notes: [] };
const dailyOptions = { stripDays: 1, stripChoices: [1, 7], zone: null, offsets: [0], hrefOf: () => "/daily" };
const progress = { windowsDone: 3, windowsTotal: 13, fetchingFrom: NOW, secondsLeft: 74 };
const connectionProps = {
  freshness,
  locale: LOCALE,
  syncUrl: "/sync",
  connectHref: "/connect",
} as const;

const PAGES: readonly (readonly [name: string, page: ReactElement])[] = [
  [
    "shell with Overview",
    <SignedInTexts key="overview" words={wordsFor(LOCALE)} browserTexts={browserTexts(LOCALE)}>
      <AppShell
        reader={{
          kind: "person",
          subject: "Your data",
          settingsHref: "/s",
          signOutAction: "/o",
          signedOutHref: "/",
          languageAction: "/l",
        }}
        homeHref="/o"
        places={[
          { place: "overview", href: "/o" },
          { place: "compare", href: "/c" },
        ]}
        current="overview"
        unit="mg/dL"
        unitAction="/u"
        period={{
          path: "/o",
          options: {},
          period: summary.period,
          presetDays: 14,
          visit: null,
          sinceVisit: false,
          presetsDays: [7, 14],
          lastDate: LAST_DATE,
        }}
        freshness={freshness}
        words={wordsFor(LOCALE)}
      >
        <OverviewReport
          summary={summary}
          sparklines={sparklines}
          facts={facts}
          held={WITH_STANDARD}
          unit="mg/dL"
          words={wordsFor(LOCALE)}
          dayHref={dayHref}
          dailyHref="/daily"
          calendarHref="/calendar"
          lastDate="2026-11-21"
          patternsHref="/patterns"
          state={
            <ConnectionNotice
              connection={connectionWith({ status: "importing", progress })}
              {...connectionProps}
            />
          }
        />
      </AppShell>
    </SignedInTexts>,
  ],
  [
    "Daily",
    <BrowserWordsProvider key="daily" locale={LOCALE} texts={browserTexts(LOCALE)}>
      <DayReport
        syncs
        day={dayOf(fullReadings())}
        records={{ ...noRecords, events: [eventAt("2026-11-21T07:30:00Z", {})] }}
        sensors={[]}
        exclusions={[]}
        freshness={freshness}
        ranges="standard"
        unit="mmol/L"
        words={wordsFor(LOCALE)}
        picker={{ firstDate: null, lastDate: LAST_DATE, hrefOf: dayHref, path: "/daily" }}
        options={dailyOptions}
        window={null}
        patient="me"
        mayExclude
      />
    </BrowserWordsProvider>,
  ],
  [
    "days under one another",
    <DayStripReport
      key="strip"
      days={[{ day: dayOf(fullReadings()), events: [eventAt("2026-11-21T07:30:00Z", {})] }]}
      ranges="standard"
      unit="mg/dL"
      words={wordsFor(LOCALE)}
      picker={{ firstDate: null, lastDate: LAST_DATE, hrefOf: dayHref, path: "/daily" }}
      options={dailyOptions}
      dayHref={dayHref}
    />,
  ],
  [
    "connection",
    <ConnectionPanel
      key="connection"
      connection={connectionWith({})}
      runs={[runWith({})]}
      freshness={freshness}
      words={wordsFor(LOCALE)}
      syncUrl="/sync"
      disconnectAction="/disconnect"
      reconnectHref="/reconnect"
      dexcomAccountUrl={null}
    />,
  ],
  ["worklist", worklistWith(listOf([rowOf("p", "Mara Vogel"), rowOf("q", "Jo Brandt")]), { search: "o" })],
  [
    "deletion",
    <DeleteEverything key="deletion" items={[]} action="/erase" words={deletionWords(wordsFor(LOCALE), 7)} />,
  ],
  [
    "receipt",
    <DeletionReceipt
      key="receipt"
      receipt={{ id: "receipt", erasedAt: NOW, completeAt: NOW }}
      dexcomAccountUrl={null}
      words={wordsFor(LOCALE)}
    />,
  ],
  [
    "landing",
    <PublicShell key="landing" site={SITE} words={wordsFor(LOCALE)}>
      <Landing hasOtherWays hasPasskeys site={SITE} words={wordsFor(LOCALE)} />
    </PublicShell>,
  ],
  [
    "consent",
    <ConsentPanel
      key="consent"
      action="/connect"
      fields={{}}
      backHref="/"
      words={consentWords(wordsFor(LOCALE), SITE)}
    />,
  ],
  ["help", <HelpPage key="help" site={SITE} dexcomAccountUrl={null} words={wordsFor(LOCALE)} />],
  [
    "figures",
    <MetricCatalogue key="figures" groups={catalogueFor(wordsFor(LOCALE))} words={wordsFor(LOCALE)} />,
  ],
  [
    "problem",
    <ProblemPage
      key="problem"
      headings={problemHeadings(wordsFor(LOCALE))}
      title="Declined"
      meaning="Nothing changed."
      todo="Start again."
    />,
  ],
  [
    "empty",
    <EmptyReport
      key="empty"
      connection={null}
      delayMinutes={180}
      hasReadings={false}
      locale={LOCALE}
      latestHref="/"
      connectHref="/c"
    />,
  ],
];

// The page's policy has no 'unsafe-inline': a style attribute in the server's HTML is refused by the browser.
describe.each(PAGES)("%s", (_, page) => {
  const html = htmlOf(page);

  test("carries no style attribute", () => expect(html).not.toMatch(/\sstyle=/));
  test("carries no script and no event handler", () => expect(html).not.toMatch(/<script|\son[a-z]+=/i));

  test("names every control", () => {
    for (const [, attributes = "", content = ""] of html.matchAll(/<button([^>]*)>(.*?)<\/button>/g)) {
      const words = content.replaceAll(/<[^>]+>/g, "").trim();
      expect(words !== "" || attributes.includes("aria-label=")).toBe(true);
    }
  });

  test("uses no id twice", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
