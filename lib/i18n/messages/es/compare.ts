import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const compare: InOtherWords<typeof en.compare> = {};
