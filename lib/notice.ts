/** The words that stand wherever glucose is shown, printed or sent. */
export const TREATMENT_NOTICE =
  "Past data, not for treatment decisions. Use your CGM app or a meter for what is happening now.";

/** The same where there is room for one cell or name only. */
export const SHORT_TREATMENT_NOTICE = "Not for treatment decisions";
