import type { Instant } from "@/lib/clock";

/** The records with `from <= systemTime < to` of an ascending list. */
export function sliceByTime<T extends { readonly systemTime: Instant }>(
  ascending: readonly T[],
  from: Instant,
  to: Instant,
): T[] {
  return ascending.slice(firstAtOrAfter(ascending, from), firstAtOrAfter(ascending, to));
}

function firstAtOrAfter(ascending: readonly { readonly systemTime: Instant }[], at: Instant): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle]?.systemTime ?? Number.POSITIVE_INFINITY) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
