import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const logbook: InOtherWords<typeof en.logbook> = {};
