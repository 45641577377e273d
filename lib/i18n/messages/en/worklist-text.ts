/** One patient of a clinic as text to copy, beside what the figures are called everywhere. */
export const worklistText = {
  noReadings: "There are no readings in these days.",
  worn: "Sensor worn",
  change: "Time in range against the period before",
  points: "{points} points",
  lowEpisodes: "Episodes of low glucose",
  veryLowEpisodes: "Of these, very low",
} as const;
