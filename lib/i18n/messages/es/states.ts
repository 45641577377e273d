import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const states: InOtherWords<typeof en.states> = {};
