import type { InOtherWords } from "../shape";
import type { en } from "./en";
import { a1c } from "./es/a1c";
import { accounts } from "./es/accounts";
import { activity } from "./es/activity";
import { calendar } from "./es/calendar";
import { certificate } from "./es/certificate";
import { charts } from "./es/charts";
import { clinics } from "./es/clinics";
import { compare } from "./es/compare";
import { daily } from "./es/daily";
import { days } from "./es/days";
import { devices } from "./es/devices";
import { figures } from "./es/figures";
import { forms } from "./es/forms";
import { help } from "./es/help";
import { logbook } from "./es/logbook";
import { mailbox } from "./es/mailbox";
import { metrics } from "./es/metrics";
import { notes } from "./es/notes";
import { offline } from "./es/offline";
import { oidc } from "./es/oidc";
import { overlay } from "./es/overlay";
import { overview } from "./es/overview";
import { pages } from "./es/pages";
import { passkeys } from "./es/passkeys";
import { patterns } from "./es/patterns";
import { profile } from "./es/profile";
import { ranges } from "./es/ranges";
import { refusals } from "./es/refusals";
import { security } from "./es/security";
import { settings } from "./es/settings";
import { sharedView } from "./es/shared-view";
import { sharing } from "./es/sharing";
import { shell } from "./es/shell";
import { states } from "./es/states";
import { statistics } from "./es/statistics";
import { worklist } from "./es/worklist";
import { worklistPreview } from "./es/worklist-preview";
import { worklistText } from "./es/worklist-text";

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
  ranges,
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
  security,
  activity,
  pages,
  accounts,
  sharing,
  clinics,
  sharedView,
  oidc,
  passkeys,
  offline,
  mailbox,
  refusals,
  worklistText,
  worklistPreview,
  worklist,
};
