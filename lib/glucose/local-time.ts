/** A civil date of the person's own wall clock, `YYYY-MM-DD`. */
export type LocalDate = `${number}-${number}-${number}`;
