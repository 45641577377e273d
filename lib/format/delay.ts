const NUMBER_WORDS = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
] as const;

const HOUR_MINUTES = 60;

/** A delay in words: 180 is "three hours", 60 "one hour", 90 "90 minutes". */
export function delayInWords(delayMinutes: number): string {
  const hours = delayMinutes / HOUR_MINUTES;
  if (!Number.isInteger(hours) || hours === 0)
    return delayMinutes === 1 ? "one minute" : `${delayMinutes} minutes`;
  return `${NUMBER_WORDS[hours - 1] ?? String(hours)} ${hours === 1 ? "hour" : "hours"}`;
}

/** The sentence that goes with every "Data through": made from the setting, so it is never untrue. */
export function delaySentence(delayMinutes: number): string {
  return delayMinutes === 0
    ? "Dexcom shares data without delay"
    : `Dexcom shares data ${delayInWords(delayMinutes)} late`;
}
