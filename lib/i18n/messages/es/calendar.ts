import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const calendar: InOtherWords<typeof en.calendar> = {};
