import { DAY_MS, type Instant } from "@/lib/clock";
import type { Quirks } from "@/lib/simulator/quirks";
import type { Cloud, Held, Sight } from "@/lib/simulator/upstream/cloud";
import type { RecordKind, RecordKinds } from "@/lib/simulator/upstream/day-cache";
import { spanOf } from "@/lib/simulator/upstream/span";
import type { Fields } from "@/lib/simulator/v3/device-style";
import { wireTimes } from "@/lib/simulator/v3/record-writer";
import type { TimeStyle } from "@/lib/simulator/wire-time";

const BLOCKS = ["calibrations", "egvs", "events"] as const;

interface RangeRequest {
  readonly cloud: Cloud;
  readonly sight: Sight;
  readonly style: TimeStyle;
  /** Only what reached the cloud after this; null for everything. */
  readonly since: Instant | null;
}

/** The three blocks of dexcom-api.md 5.8; alerts and devices have none. */
export function dataRangeBlocks({ cloud, sight, style, since }: RangeRequest): Fields {
  const { quirks } = cloud;
  const blocks: [string, unknown][] = [];
  for (const kind of BLOCKS) {
    if (quirks.missingDataRangeBlocks.includes(kind)) continue;
    const span = quirks.nullDataRangeBlocks.includes(kind)
      ? null
      : spanOf(cloud, kind, sight, since ?? undefined);
    const bound = (held: Held<RecordKinds[RecordKind]>) =>
      wireTimes(held.systemTime, held.record.displayOffsetMinutes, style);
    blocks.push([kind, span && { start: bound(span.first), end: bound(span.last) }]);
  }
  return Object.fromEntries(blocks);
}

/** Tidepool's finding: values older than this give wrong ranges. */
const SYNC_TIME_DAYS_MAX = 100;

/** What `lastSyncTime` comes to once its two known defects are switched on or off. */
export function effectiveSyncTime(
  asked: { readonly at: Instant; readonly hasZone: boolean },
  quirks: Quirks,
  now: Instant,
): Instant | null {
  if (quirks.bareSyncTimeIgnored && !asked.hasZone) return null;
  const isOld = now - asked.at > SYNC_TIME_DAYS_MAX * DAY_MS;
  // "Wrong ranges" is all that is known: here everything older than a day seems to have been synchronised.
  return quirks.oldSyncTimeIsWrong && isOld ? now - DAY_MS : asked.at;
}
