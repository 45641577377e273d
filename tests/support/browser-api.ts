import { type APIRequestContext, expect } from "@playwright/test";
import type { z } from "zod";
import {
  eventsAnswer,
  patientAnswer,
  profileAnswer,
  readingsAnswer,
  summaryAnswer,
  syncAnswer,
} from "@/lib/reports/schema";

/** The API as the signed-in browser sees it. Every answer is held against its published schema on the way. */
export function apiOf(request: APIRequestContext) {
  async function get<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.output<Schema>> {
    // The server may close a connection that was idle for seconds just as it is used again.
    const response = await request.get(`/api/v1/patients/me${path}`, { maxRetries: 1 });
    expect(response.status(), path).toBe(200);
    return schema.parse(await response.json());
  }
  const dates = ({ from, to }: { readonly from: string; readonly to: string }) => `?from=${from}&to=${to}`;
  const instants = (from: number, to: number) =>
    dates({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });
  return {
    patient: () => get(patientAnswer, ""),
    sync: () => get(syncAnswer, "/sync"),
    summary: (period: { readonly from: string; readonly to: string }) =>
      get(summaryAnswer, `/summary${dates(period)}`),
    profile: (period: { readonly from: string; readonly to: string }, bins = "") =>
      get(profileAnswer, `/profile${dates(period)}${bins}`),
    readings: (from: number, to: number) => get(readingsAnswer, `/readings${instants(from, to)}`),
    events: (from: number, to: number) => get(eventsAnswer, `/events${instants(from, to)}`),
  };
}
