/** About as wide for its height as it is drawn, so that the patterns on paper keep their shape. */
export const BAND_BAR = { width: 250, height: 40 } as const;
