import { z } from "zod";
import { BANDS } from "@/lib/glucose/bands";
import { PATTERN_IDS } from "@/lib/glucose/patterns/pattern";
import { TRENDS } from "@/lib/glucose/reading";

// The JSON API as data: requests and answers. The OpenAPI document is generated from these, so it cannot drift.

const instant = z.iso.datetime({ offset: true }).describe("Instant, ISO 8601 with zone");
const localDate = z.iso.date().describe("Date on the person's own wall clock, YYYY-MM-DD");

/** The longest answer of single records, in days. Figures reach further (`SUMMARY_DAYS_MAX`): they stay small. */
export const RECORD_DAYS_MAX = 92;

export const dateRangeQuery = z.strictObject({
  from: localDate.describe("First local date, inclusive"),
  to: localDate.describe("Last local date, inclusive"),
});
export const profileQuery = dateRangeQuery.extend({
  bins: z
    .enum(["5", "15"])
    .optional()
    .describe("Raw bins of 5 or 15 minutes instead of 24 smoothed hourly points"),
});
export const instantRangeQuery = z.strictObject({
  from: instant.describe("First instant, inclusive"),
  to: instant.describe("End, exclusive"),
});
export const patientParam = z
  .string()
  .regex(/^(me|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
  .describe("`me` or an id");

/** What every answer that carries glucose also carries. */
const retrospective = {
  notice: z.string().describe("Not for treatment decisions"),
  delayMinutes: z.int().describe("Readings newer than this are withheld"),
  availableUntil: instant.describe("now − delay: nothing newer is ever sent"),
  checkedThrough: instant.nullable().describe("`availableUntil` at the last complete sync"),
  dataThrough: instant.nullable().describe("The newest reading there is"),
};

const reason = z.looseObject({ rule: z.string() });
const verdict = z
  .strictObject({
    status: z.enum(["sufficient", "caution", "insufficient"]),
    reasons: z.array(reason),
    availableOn: localDate.nullable(),
  })
  .describe("Whether the figure may be shown; its rule and numbers when not");
const goal = z.strictObject({
  comparison: z.enum(["<", "<=", ">", ">="]),
  bound: z.number(),
  met: z.boolean().nullable(),
});
const profilePoint = z.strictObject({
  minuteOfDay: z.number(),
  p5: z.number().nullable(),
  p25: z.number().nullable(),
  p50: z.number().nullable(),
  p75: z.number().nullable(),
  p95: z.number().nullable(),
  readings: z.int(),
  days: z.int(),
});

const binMinutes = z.union([z.literal(60), z.literal(15), z.literal(5)]);
const period = z.strictObject({ from: localDate, to: localDate, days: z.int() });

const number = z.number().nullable();
const band = z.strictObject({
  band: z.enum(BANDS),
  count: z.int(),
  share: z.number().describe("0–1, exact"),
  percent: z.int().describe("Whole; those of a set total 100"),
  underOne: z.boolean().describe("Readings are there, but round to 0 %"),
  minutesPerDay: z.number(),
  goal: goal.extend({ includes: z.enum(BANDS).nullable() }).nullable(),
});
const partOfDay = z.strictObject({
  fromMinute: z.number().describe("After local midnight, half-open"),
  toMinute: z.number(),
  readings: z.int(),
  bands: z.array(band),
  mean: number,
  sd: number,
  cv: number,
});
const episodeFields = {
  start: instant,
  end: instant,
  minutes: z.number(),
  mean: z.number(),
  startCensored: z.boolean().describe("It may have begun earlier: no reading before it"),
  endCensored: z.boolean().describe("It may have lasted longer: readings ended before it recovered"),
};
const nadir = z.strictObject({ ...episodeFields, nadir: z.number(), nadirAt: instant });
const peak = z.strictObject({ ...episodeFields, peak: z.number(), peakAt: instant });
const episodeSets = (episode: z.ZodType) => {
  const set = z.strictObject({
    count: z.int(),
    perDay: number,
    perWeek: number.describe("Per 7 days of recorded time"),
    meanMinutes: number,
    list: z.array(episode),
  });
  return z.strictObject({
    level1: set,
    level2: set,
    level1Exclusive: set.describe("Level 1 that never becomes level 2"),
    extended: set.describe("As Battelino 2023 defines it"),
    prolonged: set.describe("As Danne 2017 defines it"),
  });
};

const patternFields = {
  id: z.enum(PATTERN_IDS),
  title: z.string(),
  rule: z.string().describe("In words, with its numbers in mg/dL"),
  daysLooked: z.int(),
};
const pattern = z.strictObject({
  ...patternFields,
  finding: z.string(),
  dates: z.array(localDate).readonly(),
  fromMinute: number.describe("After local midnight; null where it concerns whole dates"),
  toMinute: number,
  effect: z.strictObject({ value: z.number(), unit: z.string() }).nullable(),
  chance: z.strictObject({ probability: number, method: z.string() }),
});

export const summaryAnswer = z
  .strictObject({
    ...retrospective,
    period,
    readings: z.int().describe("Readings that the figures use"),
    coverage: z.strictObject({
      cadenceMinutes: number,
      observed: z.int(),
      expected: z.int(),
      activePercent: z.number().describe("Of the period, at most 100"),
      activePercentOfWornSpan: z.number().describe("From the first to the last reading"),
      daysWithReadings: z.int(),
      hoursOfReadings: z.number(),
      gaps: z.array(z.strictObject({ from: instant, to: instant, minutes: z.number() })),
      lowReadings: z.int().describe("Readings that said LOW, counted as 39 mg/dL"),
      highReadings: z.int().describe("Readings that said HIGH, counted as 401 mg/dL"),
      implausible: z.int().describe("Values outside 20–600 mg/dL, in no figure"),
      excluded: z.int().describe("Readings left out on request"),
    }),
    sufficiency: z.record(z.string(), verdict).describe("The verdict on each figure, by its name"),
    goals: z.strictObject({ mean: goal, gmi: goal, cv: goal }),
    timeInRanges: z.strictObject({
      veryLow: z.number(),
      low: z.number(),
      target: z.number(),
      high: z.number(),
      veryHigh: z.number(),
    }),
    bands: z.array(band),
    rangeSets: z.array(
      z.strictObject({
        set: z.enum(["standard", "older", "pregnancy", "pregnancy-type-2", "custom"]),
        bands: z.array(band),
      }),
    ),
    titr: number.describe("Percent of readings from 70 to 140"),
    mean: number,
    median: number,
    sd: number,
    cv: number,
    gmi: number.describe("Percent"),
    gmiMmolMol: number,
    jIndex: number,
    iqr: number,
    mad: number,
    quantiles: z.record(z.string(), number).describe("By percent, type 7"),
    dailyMeans: z.array(z.strictObject({ date: localDate, mean: number })).readonly(),
    night: partOfDay,
    day: partOfDay,
    lbgi: number,
    hbgi: number,
    bgri: number,
    adrr: number,
    gri: z
      .strictObject({
        value: z.number(),
        zone: z.enum(["A", "B", "C", "D", "E"]),
        hypo: z.number(),
        hyper: z.number(),
      })
      .nullable(),
    grade: z.strictObject({ value: z.number(), hypo: number, eu: number, hyper: number }).nullable(),
    mValue: z.strictObject({ r90: number, r100: number, r120: number }),
    hypoIndex: number,
    hyperIndex: number,
    igc: number,
    cogi: number,
    aucHourly: number,
    modd: number,
    conga: z.strictObject({ 1: number, 2: number, 4: number, 6: number, 24: number }).describe("By hours"),
    mag: number.describe("mg/dL per hour"),
    gvp: number.describe("Percent"),
    sdRoc: number.describe("mg/dL per minute"),
    lability: number.describe("(mg/dL)² per hour, over 60 minutes"),
    sdSubtypes: z.strictObject({ w: number, hhmm: number, wsh: number, dm: number, b: number, bdm: number }),
    cvMean: number,
    cvSd: number,
    mage: z.strictObject({ avg: number, plus: number, minus: number, max: number }),
    episodes: z.strictObject({
      recordedDays: z.number(),
      hypo: episodeSets(nadir),
      hyper: episodeSets(peak),
    }),
    profile: z.strictObject({
      binMinutes,
      smoothed: z.boolean(),
      points: z.array(profilePoint).readonly(),
    }),
    patterns: z.strictObject({
      lookedFor: z.int(),
      tested: z.int(),
      unlikely: z.int().describe("Tested rules with a probability below 0.05"),
      unlikelyByChance: z.number().describe("How many of those chance alone would give"),
      found: z.array(pattern),
      notFound: z.array(pattern),
      tooLittleData: z.array(z.strictObject({ ...patternFields, daysMin: z.int(), missing: z.string() })),
    }),
    exclusions: z.array(
      z.strictObject({ kind: z.string(), from: instant, to: instant, reason: z.string(), readings: z.int() }),
    ),
  })
  .describe(
    "Glucose in mg/dL, shares in percent, unrounded; values are given even where they are not sufficient",
  );
export type SummaryAnswer = z.output<typeof summaryAnswer>;

/** For whoever is let in to a summary: what its page shows, nothing of a single day or hour. */
export const bareSummaryAnswer = summaryAnswer
  .pick({
    notice: true,
    delayMinutes: true,
    availableUntil: true,
    checkedThrough: true,
    dataThrough: true,
    period: true,
    readings: true,
    sufficiency: true,
    goals: true,
    timeInRanges: true,
    bands: true,
    mean: true,
    cv: true,
    gmi: true,
    gmiMmolMol: true,
  })
  .extend({ coverage: summaryAnswer.shape.coverage.omit({ gaps: true }) })
  .describe("Where only a summary is shared: the figures of the overview");
export type BareSummaryAnswer = z.output<typeof bareSummaryAnswer>;

export const profileAnswer = z.strictObject({
  ...retrospective,
  period,
  unit: z.literal("mg/dL"),
  binMinutes,
  smoothed: z.boolean(),
  verdict,
  points: z.array(profilePoint),
});
export type ProfileAnswer = z.output<typeof profileAnswer>;

export const readingsAnswer = z.strictObject({
  ...retrospective,
  from: instant,
  to: instant,
  unit: z.literal("mg/dL"),
  readings: z.array(
    z.strictObject({
      systemTime: instant.describe("UTC according to the device"),
      displayTime: instant.describe("The wall clock the person saw, with its offset"),
      value: z.number().describe("mg/dL; 39 stands for LOW, 401 for HIGH"),
      status: z.enum(["low", "high"]).nullable(),
      trend: z.enum(TRENDS).nullable(),
      source: z.string(),
    }),
  ),
});
export type ReadingsAnswer = z.output<typeof readingsAnswer>;

export const eventsAnswer = z.strictObject({
  ...retrospective,
  from: instant,
  to: instant,
  events: z.array(
    z.strictObject({
      id: z.string(),
      systemTime: instant,
      displayTime: instant,
      type: z.string(),
      subType: z.string().nullable(),
      value: z.union([z.number(), z.string()]).nullable(),
      unit: z.string().nullable(),
      source: z.string(),
    }),
  ),
});
export type EventsAnswer = z.output<typeof eventsAnswer>;

const connection = z.strictObject({
  environment: z.string(),
  status: z.enum(["importing", "active", "retrying", "reconnect-needed", "disconnected"]),
  connectedAt: instant,
  lastSyncAt: instant.nullable(),
  nextSyncAt: instant.nullable(),
  syncing: z.boolean(),
  progress: z
    .strictObject({
      windowsDone: z.int(),
      windowsTotal: z.int(),
      fetchingFrom: instant.nullable(),
      secondsLeft: z.number().nullable(),
    })
    .nullable(),
});

export const patientAnswer = z.strictObject({
  ...retrospective,
  id: z.string(),
  unit: z.enum(["mg/dL", "mmol/L"]).describe("What the person reads; the API always sends mg/dL"),
  connection: connection.nullable(),
});
export type PatientAnswer = z.output<typeof patientAnswer>;

export const syncAnswer = z.strictObject({
  ...retrospective,
  connection: connection.nullable(),
  runs: z.array(
    z.strictObject({
      trigger: z.enum(["first", "scheduled", "manual"]),
      startedAt: instant,
      finishedAt: instant.nullable(),
      outcome: z.string().nullable(),
      added: z.int(),
      changed: z.int(),
      removed: z.int(),
      quarantined: z.int(),
      withheld: z.int(),
    }),
  ),
});
export type SyncAnswer = z.output<typeof syncAnswer>;

export const problemAnswer = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().describe("A sentence for a person, in English"),
  code: z
    .string()
    .describe("Names the refusal, or its kind where it has no name; stays when the words change"),
});
