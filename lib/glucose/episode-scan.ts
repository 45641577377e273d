/** A bound in mg/dL and the side of it that is out of range; the bound itself is in range. */
export interface Threshold {
  readonly mgDl: number;
  /** 1 when out of range is above the bound, −1 when it is below. */
  readonly sign: 1 | -1;
}

/** How long a threshold must be passed to make an episode: `slots` slots out of `within` in a row. */
export interface Persistence {
  readonly slots: number;
  readonly within: number;
}

/** First and last slot beyond a threshold; recoveries that were too short lie between them. */
export interface SlotRun {
  readonly first: number;
  readonly last: number;
  /** Whether a recovery ended it. False where a gap, or the end of the span, came before. */
  readonly recovered: boolean;
}

/** Everything between two recoveries: it may hold an episode, or only dips too short to be one. */
export interface Excursion extends SlotRun {
  /** The slot to go on from: after the recovery, or where knowledge ended. */
  readonly next: number;
}

/**
 * The first excursion beyond a threshold in a half-open span of slots; null when there is none. It ends where
 * `recoverySlots` slots in a row are back at or within the bound, and at a missing slot (NaN): nothing is bridged.
 */
export function nextExcursion(
  values: Float64Array,
  { from, to }: { readonly from: number; readonly to: number },
  { mgDl, sign }: Threshold,
  recoverySlots: number,
): Excursion | null {
  // Turned over when out of range is below, so that beyond is always greater; NaN is never greater.
  const bound = sign * mgDl;
  let slot = from;
  while (slot < to && !(sign * (values[slot] ?? 0) > bound)) slot += 1;
  if (slot >= to) return null;
  const first = slot;
  let last = slot;
  for (slot += 1; slot < to; slot += 1) {
    const value = sign * (values[slot] ?? 0);
    if (value > bound) last = slot;
    else if (Number.isNaN(value)) break;
    else if (slot - last === recoverySlots) return { first, last, recovered: true, next: slot + 1 };
  }
  return { first, last, recovered: false, next: slot };
}

/**
 * The episode in an excursion; null when nothing in it lasts long enough. It begins with the first slot beyond the
 * threshold in the earliest stretch of `within` slots of which `slots` are beyond (with `slots` equal to `within`: with
 * the first unbroken run of this length) and ends with the excursion. The threshold may be further out than that of
 * the excursion.
 */
export function episodeIn(
  values: Float64Array,
  { first, last, recovered }: Excursion,
  { mgDl, sign }: Threshold,
  { slots, within }: Persistence,
): SlotRun | null {
  const bound = sign * mgDl;
  let beyond = 0;
  for (let slot = first; slot <= last; slot += 1) {
    if (slot - within >= first && sign * (values[slot - within] ?? 0) > bound) beyond -= 1;
    if (!(sign * (values[slot] ?? 0) > bound)) continue;
    beyond += 1;
    if (beyond < slots) continue;
    let onset = Math.max(first, slot - within + 1);
    while (!(sign * (values[onset] ?? 0) > bound)) onset += 1;
    return { first: onset, last, recovered };
  }
  return null;
}
