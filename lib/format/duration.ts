const HOUR_MINUTES = 60;
const DAY_MINUTES = 1_440;

/**
 * Minutes as "25 min", "3 h" or "1 h 25 min", from two days on as "3 d 4 h"; rounded to whole minutes (hours from two
 * days on). What rounds to nothing but is there is "< 1 min".
 */
export function formatDuration(minutes: number): string {
  const whole = Math.round(minutes);
  if (whole === 0) return minutes > 0 ? "< 1 min" : "0 min";
  if (whole >= 2 * DAY_MINUTES) {
    const hours = Math.round(whole / HOUR_MINUTES);
    return joined([Math.floor(hours / 24), "d"], [hours % 24, "h"]);
  }
  return joined([Math.floor(whole / HOUR_MINUTES), "h"], [whole % HOUR_MINUTES, "min"]);
}

function joined(...parts: readonly (readonly [amount: number, unit: string])[]): string {
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(" ");
}
