import { DAY_MS, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import { err, ok, type Result } from "@/lib/result";
import type { Endpoint } from "@/lib/simulator/endpoints";
import { readJson } from "@/lib/simulator/request-body";
import { lastUpload } from "@/lib/simulator/upstream/span";
import { statistics } from "@/lib/simulator/v2/statistics";
import { parseTargetRanges } from "@/lib/simulator/v2/target-ranges";
import { v2DeviceJson } from "@/lib/simulator/v2/v2-device-json";
import {
  isInVersion2,
  NEIGHBOUR_SECONDS_MAX,
  v2CalibrationJson,
  v2EgvJson,
  v2EventJson,
} from "@/lib/simulator/v2/v2-records";
import { dataRangeBlocks } from "@/lib/simulator/v3/data-range-json";
import type { Fields } from "@/lib/simulator/v3/device-style";
import { type RecordWriter, recordWriter, wireTimes } from "@/lib/simulator/v3/record-writer";
import type { DataRequest } from "@/lib/simulator/v3/v3-data";
import { parseWindow, V2_WINDOW_DAYS_MAX, type Window } from "@/lib/simulator/window";
import { BARE_STYLE, PHONE_STYLE, parseWireInstant } from "@/lib/simulator/wire-time";

interface V2Request extends DataRequest {
  readonly request: Request;
}

/** The body of a v2 data call, derived from the same records as v3, or the sentence of its 400 answer. */
export async function v2Data(endpoint: Endpoint, request: V2Request): Promise<Result<Fields, string>> {
  switch (endpoint) {
    case "egvs":
      return inWindow(request, (window, writer) => ({
        unit: "mg/dL",
        rateUnit: "mg/dL/min",
        egvs: inOrder(
          request,
          egvRows(window, request, writer).map(({ row }) => row),
        ),
      }));
    case "events":
      return inWindow(request, (window, writer) => {
        const rows = visible("events", window, request).map((held) => v2EventJson(held, writer));
        return {
          events: inOrder(
            request,
            rows.filter((row) => row !== null),
          ),
        };
      });
    case "calibrations":
      return inWindow(request, (window, writer) => {
        const rows = visible("calibrations", window, request).map((held) => v2CalibrationJson(held, writer));
        return { calibrations: inOrder(request, rows) };
      });
    case "devices":
      return devices(request);
    case "dataRange":
      return ok(dataRange(request));
    case "statistics":
      return answerStatistics(request);
    default:
      throw new Error(`There is no v2 data endpoint ${endpoint}`);
  }
}

function v2Writer({ cloud, clientId }: V2Request): RecordWriter {
  const style = cloud.quirks.v2TimesWithZ ? PHONE_STYLE : BARE_STYLE;
  return {
    ...recordWriter(cloud, clientId),
    style,
    times: (held) => wireTimes(held.systemTime, held.record.displayOffsetMinutes, style),
  };
}

function inWindow(
  request: V2Request,
  body: (window: Window, writer: RecordWriter) => Fields,
): Result<Fields, string> {
  const window = parseWindow(request.query, V2_WINDOW_DAYS_MAX);
  return window.ok ? ok(body(window.value, v2Writer(request))) : window;
}

function visible<K extends "egvs" | "events" | "calibrations">(kind: K, window: Window, request: V2Request) {
  return isInVersion2(request.cloud.person) ? request.cloud.visible(kind, window, request.sight) : [];
}

function egvRows(window: Window, request: V2Request, writer: RecordWriter) {
  const marginMs = NEIGHBOUR_SECONDS_MAX * SECOND_MS;
  const held = visible("egvs", { from: window.from - marginMs, to: window.to + marginMs }, request);
  return held
    .map((one, index) => ({ held: one, row: v2EgvJson(held, index, writer) }))
    .filter((one) => window.from <= one.held.systemTime && one.held.systemTime < window.to);
}

function inOrder({ cloud }: V2Request, rows: Fields[]): Fields[] {
  return cloud.quirks.order === "ascending" ? rows : rows.toReversed();
}

/** Needs both dates and looks at their days only. */
function devices(request: V2Request): Result<Fields, string> {
  const { cloud, query, sight } = request;
  const [from, to] = ["startDate", "endDate"].map((name) => parseWireInstant(query.get(name) ?? ""));
  if (from === null || to === null || from === undefined || to === undefined) {
    return err("Invalid date range: startDate and endDate are required");
  }
  const days = Math.floor(to / DAY_MS) - Math.floor(from / DAY_MS);
  if (days < 0 || days > V2_WINDOW_DAYS_MAX)
    return err("Invalid date range: startDate must be before endDate");
  if (!isInVersion2(cloud.person)) return ok({ devices: [] });
  return ok({ devices: [v2DeviceJson(cloud.person, v2Writer(request), lastUpload(cloud, sight))] });
}

function dataRange(request: V2Request): Fields {
  const { cloud, sight } = request;
  if (!isInVersion2(cloud.person)) return { calibrations: null, egvs: null, events: null };
  return dataRangeBlocks({ cloud, sight, style: v2Writer(request).style, since: null });
}

async function answerStatistics(request: V2Request): Promise<Result<Fields, string>> {
  const window = parseWindow(request.query, V2_WINDOW_DAYS_MAX);
  if (!window.ok) return window;
  const ranges = parseTargetRanges(await readJson(request.request));
  if (!ranges.ok) return ranges;
  const readings = egvRows(window.value, request, v2Writer(request)).map(({ held, row }) => {
    const local = held.systemTime + held.record.displayOffsetMinutes * MINUTE_MS;
    const day = Math.floor(local / DAY_MS);
    return { value: Number(row["value"]), day, secondOfDay: Math.floor((local - day * DAY_MS) / SECOND_MS) };
  });
  const end = Math.min(window.value.to, request.sight.now - request.sight.delayMs);
  const body = statistics({
    readings,
    calibrations: visible("calibrations", window.value, request).length,
    expectedReadings: Math.max(0, Math.floor((end - window.value.from) / (5 * MINUTE_MS))),
    ranges: ranges.value,
  });
  return ok(body);
}
