import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const daily: InOtherWords<typeof en.daily> = {};
