import { z } from "zod";

const GLUCOSE_UNITS = ["mg/dL", "mmol/L"] as const;

/** What a person may set, as it comes from the browser: parsed to primitives, nothing else passes. */
export const settingsSchema = z.strictObject({ glucoseUnit: z.enum(GLUCOSE_UNITS) });
export type Settings = z.output<typeof settingsSchema>;

/** A wish for another unit. */
export const preferencesBody = z.strictObject({ unit: z.enum(GLUCOSE_UNITS) });
