import type { ReactElement } from "react";
import { describe, expect, test, vi } from "vitest";
import { CATALOGUE } from "@/lib/glucose/catalogue/catalogue";
import { browserTexts, wordsFor } from "@/lib/i18n/words";
import { ConsentPanel } from "./forms/consent-panel";
import { AppShell } from "./layout/app-shell";
import { Landing } from "./layout/landing";
import { PublicShell } from "./layout/public-shell";
import { MetricCatalogue } from "./metrics/metric-catalogue";
import { DayReport } from "./reports/day-report";
import { OverviewReport } from "./reports/overview-report";
import { ConnectionNotice, EmptyReport } from "./reports/report-states";
import { ConnectionPanel } from "./settings/connection-panel";
import { DeleteEverything } from "./settings/delete-everything";
import { DeletionReceipt } from "./settings/deletion-receipt";
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
} from "./testing/fixtures";
import { htmlOf } from "./testing/markup";
import { ProblemPage } from "./ui/problem-page";

vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh: () => undefined }) }));

const { summary, sparklines, freshness } = periodOf(fullReadings());
const dayHref = (date: string) => `/daily?date=${date}`;
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
    <AppShell
      key="overview"
      account={{ subject: "Your data", settingsHref: "/s", signOutAction: "/o", signedOutHref: "/" }}
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
        presetsDays: [7, 14],
        lastDate: LAST_DATE,
      }}
      freshness={freshness}
      words={wordsFor(LOCALE)}
      browserTexts={browserTexts(LOCALE)}
    >
      <OverviewReport
        summary={summary}
        sparklines={sparklines}
        unit="mg/dL"
        locale={LOCALE}
        dayHref={dayHref}
        dailyHref="/daily"
        state={
          <ConnectionNotice
            connection={connectionWith({ status: "importing", progress })}
            {...connectionProps}
          />
        }
      />
    </AppShell>,
  ],
  [
    "Daily",
    <DayReport
      syncs
      key="daily"
      day={dayOf(fullReadings())}
      events={[eventAt("2026-11-21T07:30:00Z", {})]}
      freshness={freshness}
      unit="mmol/L"
      locale={LOCALE}
      picker={{ firstDate: null, lastDate: LAST_DATE, hrefOf: dayHref, path: "/daily" }}
    />,
  ],
  [
    "connection",
    <ConnectionPanel
      key="connection"
      connection={connectionWith({})}
      runs={[runWith({})]}
      freshness={freshness}
      locale={LOCALE}
      syncUrl="/sync"
      disconnectAction="/disconnect"
      reconnectHref="/reconnect"
      dexcomAccountUrl={null}
    />,
  ],
  ["deletion", <DeleteEverything key="deletion" items={[]} keyBackupDays={7} action="/erase" />],
  [
    "receipt",
    <DeletionReceipt
      key="receipt"
      receipt={{ id: "receipt", erasedAt: NOW, completeAt: NOW }}
      dexcomAccountUrl={null}
      locale={LOCALE}
    />,
  ],
  [
    "landing",
    <PublicShell
      key="landing"
      homeHref="/"
      privacyHref="/p"
      termsHref="/t"
      metricsHref="/m"
      region="For everyone"
      operator={null}
    >
      <Landing signInHref="/in" privacyHref="/p" accounts="for everyone" delayMinutes={180} />
    </PublicShell>,
  ],
  [
    "consent",
    <ConsentPanel
      key="consent"
      action="/connect"
      fields={{}}
      accounts="for everyone"
      delayMinutes={180}
      keyBackupDays={7}
      privacyHref="/p"
      termsHref="/t"
      backHref="/"
    />,
  ],
  ["figures", <MetricCatalogue key="figures" groups={CATALOGUE} />],
  ["problem", <ProblemPage key="problem" title="Declined" meaning="Nothing changed." todo="Start again." />],
  [
    "empty",
    <EmptyReport
      key="empty"
      connection={null}
      delayMinutes={180}
      hasReadings={false}
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
