import type { DeviceList, DexcomClient } from "@/lib/dexcom/client";
import { DexcomError } from "@/lib/dexcom/errors";
import type { ReportedEvent } from "@/lib/dexcom/map";
import type { RecordPage } from "@/lib/dexcom/page";
import type { RetrospectiveWindow } from "@/lib/glucose/delay";
import type { AlertRecord, Calibration, Egv } from "@/lib/glucose/reading";
import type { Result } from "@/lib/result";
import type { PlannedWindow, WindowedKind } from "@/lib/sync/plan";

/** One window of one kind to read. */
export interface WindowTask {
  readonly kind: WindowedKind;
  readonly planned: PlannedWindow;
  readonly window: RetrospectiveWindow;
}

/** What came back for a task: each kind has records of its own. */
export type WindowPage =
  | { readonly kind: "egv"; readonly planned: PlannedWindow; readonly page: RecordPage<Egv> }
  | { readonly kind: "event"; readonly planned: PlannedWindow; readonly page: RecordPage<ReportedEvent> }
  | { readonly kind: "calibration"; readonly planned: PlannedWindow; readonly page: RecordPage<Calibration> }
  | { readonly kind: "alert"; readonly planned: PlannedWindow; readonly page: RecordPage<AlertRecord> };

export interface StepAnswers {
  readonly pages: readonly WindowPage[];
  readonly devices: DeviceList | null;
  /** Kinds that failed, with why; the others are stored all the same. */
  readonly failures: ReadonlyMap<WindowedKind | "device", DexcomError>;
}

/**
 * Records that nobody understands are put aside and the window counts as read. When they are many and the greater part
 * of the answer, its form has changed: then the cursor waits until the code knows it, or months would pass by unread.
 */
const QUARANTINED_MAX = 200;

/** Reads all kinds of a step at once. Every answer stands alone: one that fails leaves the others as they are. */
export async function readStep(
  client: DexcomClient,
  tasks: readonly WindowTask[],
  options: { readonly devices: boolean },
): Promise<StepAnswers> {
  const [answers, devices] = await Promise.all([
    Promise.all(
      tasks.map(async (task) => ({ kind: task.kind, answer: await readWindow(client, task) }) as const),
    ),
    options.devices ? client.devices() : null,
  ]);
  const failures = new Map<WindowedKind | "device", DexcomError>();
  const pages: WindowPage[] = [];
  for (const { kind, answer } of answers) {
    if (!answer.ok) failures.set(kind, answer.error);
    else if (isGibberish(answer.value.page))
      failures.set(kind, new DexcomError("malformed", { detail: "records" }));
    else pages.push(answer.value);
  }
  if (devices !== null && !devices.ok) failures.set("device", devices.error);
  return { pages, devices: devices?.ok ? devices.value : null, failures };
}

function isGibberish({ quarantined, records }: RecordPage<unknown>): boolean {
  return quarantined.length > Math.max(QUARANTINED_MAX, records.length);
}

async function readWindow(
  client: DexcomClient,
  { kind, planned, window }: WindowTask,
): Promise<Result<WindowPage, DexcomError>> {
  switch (kind) {
    case "egv":
      return mapOk(await client.egvs(window), (page) => ({ kind, planned, page }));
    case "event":
      return mapOk(await client.events(window), (page) => ({ kind, planned, page }));
    case "calibration":
      return mapOk(await client.calibrations(window), (page) => ({ kind, planned, page }));
    default:
      return mapOk(await client.alerts(window), (page) => ({ kind, planned, page }));
  }
}

function mapOk<T, U, E>(result: Result<T, E>, map: (value: T) => U): Result<U, E> {
  return result.ok ? { ok: true, value: map(result.value) } : result;
}
