import type { z } from "zod";
import {
  exclusionAnswer,
  exclusionBody,
  exclusionsAnswer,
  labResultAnswer,
  labResultBody,
  labResultsAnswer,
  noteAnswer,
  noteBody,
  notesAnswer,
} from "@/lib/journal/schema";
import {
  bareSummaryAnswer,
  dateRangeQuery,
  eventsAnswer,
  instantRangeQuery,
  patientAnswer,
  profileAnswer,
  profileQuery,
  readingsAnswer,
  summaryAnswer,
  syncAnswer,
} from "@/lib/reports/schema";

export interface Operation {
  readonly method: "get" | "post" | "put" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: { readonly name: string; readonly schema: z.ZodType };
  /** 200 unless given. */
  readonly status?: 201 | 204;
  /** What the operation is about; its schema is left out where the answer is empty. */
  readonly answer: { readonly name: string; readonly schema?: z.ZodType };
  /** What is answered instead where only a part of it is shared. */
  readonly otherAnswer?: { readonly name: string; readonly schema: z.ZodType };
  readonly refusals: readonly number[];
}

/** Every operation of the API, one line each: the routes under app/api/v1 are held against this list by a test. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "get",
    path: "/patients/{id}",
    summary: "The person, their connection and how fresh their data is",
    answer: { name: "Patient", schema: patientAnswer },
    refusals: [400, 401, 403, 404, 410],
  },
  {
    method: "get",
    path: "/patients/{id}/summary",
    summary: "Time in ranges, mean, SD, CV, GMI and coverage of a period of local dates",
    query: dateRangeQuery,
    answer: { name: "Summary", schema: summaryAnswer },
    otherAnswer: { name: "BareSummary", schema: bareSummaryAnswer },
    refusals: [400, 401, 403, 404, 410],
  },
  {
    method: "get",
    path: "/patients/{id}/profile",
    summary: "Glucose profile: percentiles by time of day",
    query: profileQuery,
    answer: { name: "Profile", schema: profileAnswer },
    refusals: [400, 401, 403, 404, 410],
  },
  {
    method: "get",
    path: "/patients/{id}/readings",
    summary: "Estimated glucose values of at most 92 days",
    query: instantRangeQuery,
    answer: { name: "Readings", schema: readingsAnswer },
    refusals: [400, 401, 403, 404, 410],
  },
  {
    method: "get",
    path: "/patients/{id}/events",
    summary: "Carbs, insulin, exercise, health, meter values and notes of at most 92 days",
    query: instantRangeQuery,
    answer: { name: "Events", schema: eventsAnswer },
    refusals: [400, 401, 403, 404, 410],
  },
  {
    method: "get",
    path: "/patients/{id}/sync",
    summary: "How the connection stands and what the last runs did",
    answer: { name: "Sync", schema: syncAnswer },
    refusals: [400, 401, 403, 404, 410],
  },
  {
    method: "post",
    path: "/patients/{id}/sync",
    summary: "Sync now",
    answer: { name: "Sync", schema: syncAnswer },
    refusals: [400, 401, 403, 404, 409, 410],
  },
  ...journalOperations({
    path: "notes",
    things: "Notes and visits",
    one: { thing: "a note or a visit", name: "Note", body: noteBody, answer: noteAnswer },
    all: { name: "Notes", answer: notesAnswer },
    changeable: true,
  }),
  ...journalOperations({
    path: "lab-results",
    things: "Laboratory A1c values",
    one: { thing: "a laboratory A1c", name: "LabResult", body: labResultBody, answer: labResultAnswer },
    all: { name: "LabResults", answer: labResultsAnswer },
    changeable: true,
  }),
  ...journalOperations({
    path: "exclusions",
    things: "Spans whose readings the person left out of the figures",
    one: {
      thing: "a span whose readings are left out",
      name: "Exclusion",
      body: exclusionBody,
      answer: exclusionAnswer,
    },
    all: { name: "Exclusions", answer: exclusionsAnswer },
    changeable: false,
  }),
];

/** The operations on one kind of entry that people add themselves. */
function journalOperations(journal: {
  readonly path: string;
  readonly things: string;
  readonly one: {
    readonly thing: string;
    readonly name: string;
    readonly body: z.ZodType;
    readonly answer: z.ZodType;
  };
  readonly all: { readonly name: string; readonly answer: z.ZodType };
  readonly changeable: boolean;
}): readonly Operation[] {
  const { one, all } = journal;
  const path = `/patients/{id}/${journal.path}`;
  const entryPath = `${path}/{entryId}`;
  const answer = { name: one.name, schema: one.answer };
  const body = { name: `${one.name}Body`, schema: one.body };
  const change: Operation = {
    method: "put",
    path: entryPath,
    summary: `Change ${one.thing}`,
    body,
    answer,
    refusals: [400, 401, 403, 404, 409, 410, 413],
  };
  return [
    {
      method: "get",
      path,
      summary: `${journal.things}, oldest first`,
      answer: { name: all.name, schema: all.answer },
      refusals: [401, 403, 404, 410],
    },
    {
      method: "post",
      path,
      summary: `Add ${one.thing}`,
      body,
      status: 201,
      answer,
      refusals: [400, 401, 403, 404, 409, 410, 413],
    },
    ...(journal.changeable ? [change] : []),
    {
      method: "delete",
      path: entryPath,
      summary: `Remove ${one.thing}`,
      status: 204,
      answer: { name: one.name },
      refusals: [401, 403, 404, 410],
    },
  ];
}
