import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const help: InOtherWords<typeof en.help> = {};
