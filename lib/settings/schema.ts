import { z } from "zod";

export const GLUCOSE_UNITS = ["mg/dL", "mmol/L"] as const;

/** What a person may set, as it comes from the browser: parsed to primitives, nothing else passes. */
export const settingsSchema = z.strictObject({ glucoseUnit: z.enum(GLUCOSE_UNITS) });
export type Settings = z.output<typeof settingsSchema>;
