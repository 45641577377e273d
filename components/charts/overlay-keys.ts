import { type OverlayCursor, type OverlayPoints, pointNearMinute } from "./overlay-points";

const NOON = 720;

/**
 * Where a key moves the cursor: up and down from day to day at the same time of day, left and right through the
 * readings of a day, page keys by `page` readings, Home and End to its ends, Escape away (null). `start` is the day on
 * which the cursor appears. Undefined for keys that are none of the drawing's business.
 */
export function overlayStep(
  key: string,
  current: OverlayCursor | null,
  {
    days,
    start,
    page,
  }: { readonly days: readonly OverlayPoints[]; readonly start: number; readonly page: number },
): OverlayCursor | null | undefined {
  const day = current?.day ?? start;
  const points = days[day];
  if (!points || points.values.length === 0) return undefined;
  const last = points.values.length - 1;
  const along = (by: number): OverlayCursor => ({
    day,
    point: Math.min(last, Math.max(0, (current?.point ?? (by > 0 ? -1 : last + 1)) + by)),
  });
  const across = (by: number): OverlayCursor | undefined => {
    const next = current === null ? day : Math.min(days.length - 1, Math.max(0, day + by));
    const minute = current === null ? NOON : (points.minutes[current.point] ?? NOON);
    const there = days[next];
    const point = there === undefined ? null : pointNearMinute(there, minute);
    return point === null ? undefined : { day: next, point };
  };
  switch (key) {
    case "ArrowRight":
      return along(1);
    case "ArrowLeft":
      return along(-1);
    case "PageDown":
      return along(page);
    case "PageUp":
      return along(-page);
    case "ArrowDown":
      return across(1);
    case "ArrowUp":
      return across(-1);
    case "Home":
      return { day, point: 0 };
    case "End":
      return { day, point: last };
    case "Escape":
      return null;
    default:
      return undefined;
  }
}
