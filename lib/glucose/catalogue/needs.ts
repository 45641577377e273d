const REPRESENTATIVE =
  "Below 14 days with readings, or 70 % sensor active, it is shown and marked “may not be representative”.";

/** The rules of `sufficiency.ts` in words. The tests ask the engine whether they are true. */
export const NEEDS = {
  level: `24 hours of readings in the period. ${REPRESENTATIVE}`,
  spread: `24 hours of readings in the period and at least 30 readings. ${REPRESENTATIVE}`,
  dayToDay: `24 hours of readings in the period and 2 days in a row with readings. ${REPRESENTATIVE}`,
  gmi: "24 hours of readings, 14 days with readings, and the sensor active 70 % of the period. Below that it is withheld.",
  profile:
    `24 hours of readings in the period and 7 days with at least 12 hours each; a time of day also needs readings ` +
    `from 5 days. ${REPRESENTATIVE}`,
  always: "Nothing: it is always shown.",
} as const;
