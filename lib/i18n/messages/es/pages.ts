import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const pages: InOtherWords<typeof en.pages> = {};
