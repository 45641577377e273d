import { z } from "zod";
import { BANDS } from "@/lib/glucose/figures";
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
const figure = z.strictObject({ value: z.number().nullable(), unit: z.string(), verdict });
const figureWithGoal = figure.extend({ goal });

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

const period = z.strictObject({ from: localDate, to: localDate, days: z.int() });

export const summaryAnswer = z.strictObject({
  ...retrospective,
  period,
  coverage: z.strictObject({
    cadenceMinutes: z.number().nullable(),
    observed: z.int(),
    expected: z.int(),
    activePercent: z.number(),
    activePercentOfWornSpan: z.number(),
    daysWithReadings: z.int(),
    hoursOfReadings: z.number(),
    gaps: z.array(z.strictObject({ from: instant, to: instant, minutes: z.number() })),
    lowReadings: z.int().describe("Readings that said LOW, counted as 39 mg/dL"),
    highReadings: z.int().describe("Readings that said HIGH, counted as 401 mg/dL"),
    implausible: z.int().describe("Values outside 20–600 mg/dL, in no figure"),
  }),
  timeInRanges: z.strictObject({
    verdict,
    bands: z.array(
      z.strictObject({
        band: z.enum(BANDS),
        count: z.int(),
        share: z.number(),
        percent: z.int(),
        underOne: z.boolean(),
        minutesPerDay: z.number(),
        goal: goal.extend({ includes: z.enum(BANDS).nullable() }).nullable(),
      }),
    ),
  }),
  mean: figureWithGoal,
  sd: figure,
  cv: figureWithGoal,
  gmi: figureWithGoal,
});
export type SummaryAnswer = z.output<typeof summaryAnswer>;

export const profileAnswer = z.strictObject({
  ...retrospective,
  period,
  unit: z.literal("mg/dL"),
  binMinutes: z.union([z.literal(60), z.literal(15), z.literal(5)]),
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
  detail: z.string(),
});
