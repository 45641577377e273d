import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const overview: InOtherWords<typeof en.overview> = {};
