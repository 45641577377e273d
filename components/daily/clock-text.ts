/** A minute of the day as an input of type time writes it: "07:05". */
export function clockText(minuteOfDay: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}

/** The minute of the day, 0–1,439, that such an input holds; null while it is incomplete. */
export function minuteOfClockText(text: string): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(text);
  if (match === null) return null;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  return minute < 1_440 ? minute : null;
}
