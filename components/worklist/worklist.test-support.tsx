import type { ComponentProps } from "react";
import { inBrowserWords } from "@/components/testing/in-browser-words";
import { BANDS, type Band, type BandShare } from "@/lib/glucose/bands";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import { previewTexts, wordsFor } from "@/lib/i18n/words";
import { sortedBy, WORKLIST_DEFAULT, type WorklistQuery, worklistAddress } from "@/lib/worklist/query";
import { FLAGS, type ListedFigures, type WorklistPage, type WorklistRow } from "@/lib/worklist/row";
import { Worklist } from "./worklist";

/** 2026-11-23 is a Monday. */
export const NOW = Date.parse("2026-11-23T15:00:00Z");
const HOUR_MS = 3_600_000;

const SUFFICIENT = { status: "sufficient" } as const;

export function bandsOf(
  percent: Readonly<Record<Band, number>>,
  targets: WorklistRow["targets"] = "standard",
): BandShare[] {
  const { goals } = RANGE_SETS[targets];
  return BANDS.filter((band) => goals[band] !== undefined).map((band) => ({
    band,
    count: percent[band] * 40,
    share: percent[band] / 100,
    percent: percent[band],
    underOne: false,
    minutesPerDay: percent[band] * 14.4,
    goal: goals[band] ? { ...goals[band], met: false } : null,
  }));
}

export const FIGURES: ListedFigures = {
  readings: 4_000,
  activePercent: 99.6,
  daysWithReadings: 14,
  bands: bandsOf({ veryLow: 11, low: 7, target: 51, high: 24, veryHigh: 7 }),
  inRange: 51.2,
  mean: 153.6,
  cv: 48.7,
  gmi: 6.98,
  episodes: { low: 20, veryLow: 9, high: 12, veryHigh: 3 },
  verdicts: {
    timeInRanges: SUFFICIENT,
    mean: SUFFICIENT,
    cv: SUFFICIENT,
    gmi: SUFFICIENT,
    episodes: SUFFICIENT,
  },
};

/** Somebody whose readings say that they need a look; `more` says what is different. */
export function rowOf(patientId: string, name: string, more: Partial<WorklistRow> = {}): WorklistRow {
  return {
    patientId,
    name,
    targets: "standard",
    scope: "reports",
    period: { from: "2026-11-10", to: "2026-11-23" },
    dataThrough: NOW - 3 * HOUR_MS,
    displayOffsetMinutes: 60,
    connection: "active",
    figures: FIGURES,
    change: -33.4,
    flags: [
      { flag: "very-low", value: 10.94 },
      { flag: "low", value: 18.2 },
    ],
    reviewed: null,
    siteId: null,
    tagIds: [],
    expiresAt: null,
    ...more,
  };
}

const NOBODY: WorklistPage["flagCounts"] = {
  "very-low": 0,
  low: 0,
  "in-range-drop": 0,
  "very-high": 0,
  high: 0,
  "below-goal": 0,
  "low-wear": 0,
  "no-data": 0,
  connection: 0,
};

/** The one page of a list that holds these people, as the server counts it. */
export function listOf(rows: readonly WorklistRow[], more: Partial<WorklistPage> = {}): WorklistPage {
  const raising = (flag: (typeof FLAGS)[number]) =>
    rows.filter(({ flags }) => flags.some((raised) => raised.flag === flag)).length;
  return {
    rows,
    page: 1,
    pages: 1,
    found: rows.length,
    total: rows.length,
    grounds: "shares",
    flagCounts: FLAGS.reduce((counts, flag) => ({ ...counts, [flag]: raising(flag) }), NOBODY),
    needLook: rows.filter(({ flags }) => flags.length > 0).length,
    ...more,
  };
}

const LABELS = { sites: [{ id: "s1", name: "Northside" }], tags: [{ id: "t1", name: "Pump" }] };

/** The page of a list; `query` says what its address asks for besides what it does anyway. */
export function worklistWith(
  list: WorklistPage,
  {
    query: asked = {},
    locale = "en-US",
    ...more
  }: Partial<Omit<ComponentProps<typeof Worklist>, "query" | "words">> & {
    readonly query?: Partial<WorklistQuery>;
    readonly locale?: string;
  } = {},
) {
  const query = { ...WORKLIST_DEFAULT, ...asked };
  const words = wordsFor(locale);
  return inBrowserWords(
    <Worklist
      list={list}
      query={query}
      search=""
      searchUrl="/search"
      labels={LABELS}
      address={{
        changed: (change) => `/list${worklistAddress(query, change)}`,
        sorted: (column) => `/list${worklistAddress(query, sortedBy(query, column))}`,
        everybody: "/list",
      }}
      clinic="Diabetes North"
      code="BCDFGH23"
      teamHref="/team"
      patients={list.rows.map(({ patientId: id, name }) => ({
        id,
        name,
        previewUrl: `/preview/${id}`,
        reviewUrl: `/review/${id}`,
        noteUrl: `/note/${id}`,
        placingUrl: `/placing/${id}`,
        reportsHref: `/reports/${id}`,
      }))}
      host={{
        canWork: true,
        labels: LABELS,
        unit: "mg/dL",
        locale,
        texts: previewTexts(locale),
        watch: { url: "/grounds", grounds: list.grounds },
      }}
      unit="mg/dL"
      now={NOW}
      words={words}
      {...more}
    />,
    locale,
  );
}
