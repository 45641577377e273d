import type { InOtherWords } from "../shape";
import type { en } from "./en";
import { a1c } from "./es/a1c";
import { calendar } from "./es/calendar";
import { certificate } from "./es/certificate";
import { charts } from "./es/charts";
import { compare } from "./es/compare";
import { daily } from "./es/daily";
import { days } from "./es/days";
import { devices } from "./es/devices";
import { figures } from "./es/figures";
import { forms } from "./es/forms";
import { help } from "./es/help";
import { logbook } from "./es/logbook";
import { metrics } from "./es/metrics";
import { notes } from "./es/notes";
import { offline } from "./es/offline";
import { overlay } from "./es/overlay";
import { overview } from "./es/overview";
import { pages } from "./es/pages";
import { patterns } from "./es/patterns";
import { profile } from "./es/profile";
import { refusals } from "./es/refusals";
import { settings } from "./es/settings";
import { shell } from "./es/shell";
import { states } from "./es/states";
import { statistics } from "./es/statistics";

export const es: InOtherWords<typeof en> = {
  shell,
  states,
  charts,
  figures,
  forms,
  overview,
  daily,
  days,
  overlay,
  profile,
  compare,
  statistics,
  calendar,
  patterns,
  devices,
  certificate,
  logbook,
  a1c,
  notes,
  help,
  metrics,
  settings,
  pages,
  offline,
  refusals,
};
