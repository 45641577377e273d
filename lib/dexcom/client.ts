import type { z } from "zod";
import { type Clock, DAY_MS, type Instant } from "@/lib/clock";
import { availableUntil, isRetrospectiveWindow, type RetrospectiveWindow } from "@/lib/glucose/delay";
import type { AlertRecord, Calibration, DeviceSnapshot, Egv } from "@/lib/glucose/reading";
import { err, ok, type Result } from "@/lib/result";
import type { Secret } from "@/lib/secret";
import type { CircuitBreaker } from "./circuit-breaker";
import { type DataRange, readDataRange } from "./data-range";
import type { DexcomUpstream } from "./environments";
import { DexcomError } from "./errors";
import { dataError } from "./http-status";
import { readJson } from "./json";
import { type Mapped, mapAlert, mapCalibration, mapEgv, mapEvent, type ReportedEvent } from "./map";
import { mapDevice } from "./map-device";
import { type RecordPage, withinWindow } from "./page";
import { issueReason, type Quarantined, type Reject, readRecords } from "./records";
import { RETRY_POLICY, type RetryPolicy, withRetry } from "./retry";
import {
  alertRecord,
  calibrationRecord,
  deviceRecord,
  egvRecord,
  envelopes,
  eventRecord,
  type RecordCollection,
} from "./schemas";
import { send } from "./send";
import { type Statistics, type StatisticsRequest, statisticsAnswer, statisticsRequest } from "./statistics";
import { queryTime } from "./timestamps";
import type { Transport, TransportRequest } from "./transport";

/** Dexcom refuses longer windows; exactly this long is accepted (dexcom-api.md, 5.1). */
const WINDOW_DAYS_MAX = 30;

/** Older values of `lastSyncTime` are known to return wrong ranges (dexcom-api.md, 5.8). */
const LAST_SYNC_DAYS_MAX = 30;

type Answer<T> = Promise<Result<T, DexcomError>>;

/** Devices of the account: everything it has, not a window. */
export interface DeviceList {
  readonly userId: string;
  readonly devices: readonly DeviceSnapshot[];
  readonly quarantined: readonly Quarantined[];
}

/**
 * Reads one person's data. A windowed call takes a `RetrospectiveWindow` and nothing else, so a request for
 * undelayed data cannot be written; what the upstream sends beyond it is dropped and counted. Expected failures come
 * back as `DexcomError`s; on `unauthorized` the caller refreshes once and repeats once with a new client.
 */
export interface DexcomClient {
  egvs(window: RetrospectiveWindow): Answer<RecordPage<Egv>>;
  events(window: RetrospectiveWindow): Answer<RecordPage<ReportedEvent>>;
  calibrations(window: RetrospectiveWindow): Answer<RecordPage<Calibration>>;
  alerts(window: RetrospectiveWindow): Answer<RecordPage<AlertRecord>>;
  devices(): Answer<DeviceList>;
  /** `lastSyncTime`: only ranges of data newer than this; left out when Dexcom would answer wrongly. */
  dataRange(options?: { readonly lastSyncTime?: Instant }): Answer<DataRange>;
  /** Dexcom's own figures (v2 only, no G7, ONE or ONE+ data). Throws a ZodError on a request that breaks its rules. */
  statistics(window: RetrospectiveWindow, request: StatisticsRequest): Answer<Statistics>;
}

export interface DexcomClientOptions {
  readonly upstream: DexcomUpstream;
  readonly transport: Transport;
  readonly accessToken: Secret;
  readonly clock: Clock;
  readonly delayMinutes: number;
  readonly breaker?: CircuitBreaker;
  readonly retry?: Partial<RetryPolicy>;
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<void>;
}

const sleepFor = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export function createDexcomClient(options: DexcomClientOptions): DexcomClient {
  const { upstream, transport, clock, breaker } = options;
  const policy: RetryPolicy = { ...RETRY_POLICY, ...options.retry };
  const tools = { clock, random: options.random ?? Math.random, sleep: options.sleep ?? sleepFor };

  async function call(path: string, query: Record<string, string>, body?: string): Answer<unknown> {
    const url = new URL(path, upstream.origin);
    url.search = new URLSearchParams(query).toString();
    const request: TransportRequest = {
      method: body === undefined ? "GET" : "POST",
      url: url.href,
      headers: {
        accept: "application/json",
        authorization: `Bearer ${options.accessToken.reveal()}`,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body }),
    };
    const errorOf = (response: Parameters<typeof dataError>[0]) => dataError(response, clock.now());
    const sent = await withRetry(() => send(request, { transport, breaker, errorOf }), policy, tools);
    return sent.ok ? readJson(sent.value) : sent;
  }

  async function collection<Wire, T>(
    name: RecordCollection,
    query: Record<string, string>,
    schema: z.ZodType<Wire>,
    map: (record: Wire, reject: Reject) => Mapped<T>,
  ): Answer<{ userId: string; records: T[]; quarantined: Quarantined[] }> {
    const json = await call(`/v3/users/self/${name}`, query);
    if (!json.ok) return json;
    const envelope = envelopes[name].safeParse(json.value);
    if (!envelope.success) return err(malformed(issueReason(envelope.error)));
    return ok({ userId: envelope.data.userId, ...readRecords(envelope.data.records, schema, map) });
  }

  async function windowed<Wire, T extends { readonly systemTime: Instant }>(
    name: RecordCollection,
    window: RetrospectiveWindow,
    schema: z.ZodType<Wire>,
    map: (record: Wire) => Mapped<T>,
  ): Answer<RecordPage<T>> {
    const answer = await collection(name, windowQuery(window), schema, map);
    if (!answer.ok) return answer;
    return ok(withinWindow(answer.value, window, availableUntil(clock, options.delayMinutes)));
  }

  return {
    egvs: (window) => windowed("egvs", window, egvRecord, mapEgv),
    events: (window) => windowed("events", window, eventRecord, mapEvent),
    calibrations: (window) => windowed("calibrations", window, calibrationRecord, mapCalibration),
    alerts: (window) => windowed("alerts", window, alertRecord, mapAlert),

    async devices() {
      const answer = await collection("devices", {}, deviceRecord, (record, reject) =>
        ok(mapDevice(record, reject)),
      );
      if (!answer.ok) return answer;
      const { userId, records, quarantined } = answer.value;
      return ok({ userId, devices: records, quarantined });
    },

    async dataRange({ lastSyncTime } = {}) {
      const recent = lastSyncTime !== undefined && lastSyncTime > clock.now() - LAST_SYNC_DAYS_MAX * DAY_MS;
      // Unlike the windows, this parameter needs an explicit zone.
      const query = recent ? { lastSyncTime: `${queryTime(lastSyncTime)}Z` } : {};
      const json = await call("/v3/users/self/dataRange", query);
      return json.ok ? readDataRange(json.value, availableUntil(clock, options.delayMinutes)) : json;
    },

    async statistics(window, request) {
      const body = JSON.stringify(statisticsRequest.parse(request));
      const json = await call("/v2/users/self/statistics", windowQuery(window), body);
      if (!json.ok) return json;
      const parsed = statisticsAnswer.safeParse(json.value);
      return parsed.success ? ok(parsed.data) : err(malformed(issueReason(parsed.error)));
    },
  };
}

function windowQuery(window: RetrospectiveWindow): Record<string, string> {
  if (!isRetrospectiveWindow(window)) throw new Error("a window must come from lib/glucose/delay");
  if (window.to - window.from > WINDOW_DAYS_MAX * DAY_MS)
    throw new Error(`a window is at most ${WINDOW_DAYS_MAX} days long`);
  return { startDate: queryTime(window.from), endDate: queryTime(window.to) };
}

function malformed(detail: string): DexcomError {
  return new DexcomError("malformed", { status: 200, detail });
}
