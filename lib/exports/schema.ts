import { z } from "zod";

/** Which days of readings somebody takes away; neither date for all that there is. */
export const readingsExportQuery = z.strictObject({
  from: z.iso.date().optional().describe("First local date, inclusive"),
  to: z.iso.date().optional().describe("Last local date, inclusive"),
});
export type ReadingsExportQuery = z.output<typeof readingsExportQuery>;
