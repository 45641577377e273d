import { type Instant, SECOND_MS } from "@/lib/clock";
import { err, ok, type Result } from "@/lib/result";
import type { Endpoint } from "@/lib/simulator/endpoints";
import { shareOf, userIdFor } from "@/lib/simulator/identifiers";
import { touches } from "@/lib/simulator/quirks";
import type { Cloud, Held, Sight } from "@/lib/simulator/upstream/cloud";
import type { RecordKind, RecordKinds } from "@/lib/simulator/upstream/day-cache";
import { lastUpload, spanOf } from "@/lib/simulator/upstream/span";
import { alertJson } from "@/lib/simulator/v3/alert-json";
import { calibrationJson } from "@/lib/simulator/v3/calibration-json";
import { dataRangeBlocks, effectiveSyncTime } from "@/lib/simulator/v3/data-range-json";
import { deviceJson } from "@/lib/simulator/v3/device-json";
import type { Fields } from "@/lib/simulator/v3/device-style";
import { egvJson, SECOND_REPORT_SECONDS_MAX, secondReport } from "@/lib/simulator/v3/egv-json";
import { eventJson } from "@/lib/simulator/v3/event-json";
import { type RecordWriter, recordWriter } from "@/lib/simulator/v3/record-writer";
import { parseWindow, V3_WINDOW_DAYS_MAX, type Window } from "@/lib/simulator/window";
import { BARE_STYLE, parseWireInstant } from "@/lib/simulator/wire-time";

export interface DataRequest {
  readonly cloud: Cloud;
  readonly clientId: string;
  readonly query: URLSearchParams;
  readonly sight: Sight;
}

/** The body of a v3 data call, or the sentence of its 400 answer. */
export function v3Data(endpoint: Endpoint, request: DataRequest): Result<Fields, string> {
  switch (endpoint) {
    case "devices":
      return ok(envelope("device", request, { records: devices(request) }));
    case "dataRange":
      return dataRange(request);
    case "egvs":
      return records("egv", request, egvs);
    case "events":
      return records(
        request.cloud.quirks.pluralEventRecordType ? "events" : "event",
        request,
        rowsOf("events", eventJson),
      );
    case "calibrations":
      return records("calibration", request, rowsOf("calibrations", calibrationJson));
    case "alerts":
      return records("alert", request, rowsOf("alerts", alertJson));
    default:
      throw new Error(`There is no v3 data endpoint ${endpoint}`);
  }
}

function envelope(recordType: string, { cloud, clientId }: DataRequest, rest: Fields): Fields {
  return { recordType, recordVersion: "3.0", userId: userIdFor(cloud.person.name, clientId), ...rest };
}

type Rows = (window: Window, request: DataRequest, writer: RecordWriter) => Fields[];

/** Rows come ascending; what the client gets is in the order of the person's quirk. */
function records(recordType: string, request: DataRequest, rows: Rows): Result<Fields, string> {
  const asked = parseWindow(request.query, V3_WINDOW_DAYS_MAX);
  if (!asked.ok) return asked;
  const { cloud, clientId } = request;
  const to = asked.value.to + (cloud.quirks.endInclusive ? 1 : 0);
  const list = rows({ from: asked.value.from, to }, request, recordWriter(cloud, clientId));
  if (cloud.quirks.order === "newestFirst") list.reverse();
  if (cloud.quirks.order === "shuffled") shuffle(list);
  return ok(envelope(recordType, request, { records: list }));
}

/** The same order on every call, and no order that a client could rely on. */
function shuffle(list: Fields[]): void {
  const place = (row: Fields) => shareOf(String(row["recordId"]));
  list.sort((a, b) => place(a) - place(b));
}

function rowsOf<K extends RecordKind>(
  kind: K,
  toJson: (held: Held<RecordKinds[K]>, writer: RecordWriter) => Fields,
): Rows {
  return (window, { cloud, sight }, writer) =>
    cloud.visible(kind, window, sight).map((held) => toJson(held, writer));
}

function egvs(window: Window, request: DataRequest, writer: RecordWriter): Fields[] {
  const { cloud, sight } = request;
  const { secondDisplayDevice } = cloud.quirks;
  if (secondDisplayDevice === 0) return rowsOf("egvs", egvJson)(window, request, writer);
  const earlier = { from: window.from - SECOND_REPORT_SECONDS_MAX * SECOND_MS, to: window.to };
  const held = cloud.visible("egvs", earlier, sight);
  const seconds = held
    .filter((one) => touches(secondDisplayDevice, "secondDisplayDevice", one.key))
    .map(secondReport);
  const isSecond = new Set(seconds);
  return [...held, ...seconds]
    .filter((one) => one.systemTime >= window.from && one.systemTime < window.to)
    .sort((a, b) => a.systemTime - b.systemTime)
    .map((one) =>
      isSecond.has(one) ? { ...egvJson(one, writer), displayDevice: "receiver" } : egvJson(one, writer),
    );
}

function devices({ cloud, clientId, sight }: DataRequest): Fields[] {
  const writer = recordWriter(cloud, clientId);
  const transmitterId = spanOf(cloud, "egvs", sight)?.last.record.transmitterId ?? null;
  return [deviceJson({ person: cloud.person, writer, lastUpload: lastUpload(cloud, sight), transmitterId })];
}

function dataRange(request: DataRequest): Result<Fields, string> {
  const { cloud, clientId, query, sight } = request;
  const text = query.get("lastSyncTime");
  let since: Instant | null = null;
  if (text !== null && text !== "") {
    const at = parseWireInstant(text);
    if (at === null) return err("Invalid date: lastSyncTime is not a date of the form YYYY-MM-DDTHH:mm:ssZ");
    since = effectiveSyncTime({ at, hasZone: /(Z|[+-]\d{2}:?\d{2})$/.test(text) }, cloud.quirks, sight.now);
  }
  const style = cloud.quirks.dataRangeTimes === "bare" ? BARE_STYLE : recordWriter(cloud, clientId).style;
  return ok(envelope("dataRange", request, dataRangeBlocks({ cloud, sight, style, since })));
}
