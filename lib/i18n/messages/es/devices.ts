import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const devices: InOtherWords<typeof en.devices> = {};
