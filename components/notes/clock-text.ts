/** A time as a time field holds it, `HH:MM`, or whatever somebody left in it. */
export type ClockText = string;

export function clockTextOf(minuteOfDay: number): ClockText {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** Minutes after midnight; null for anything that is not a time. */
export function minuteOfClockText(text: ClockText): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?$/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
