import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const profile: InOtherWords<typeof en.profile> = {};
