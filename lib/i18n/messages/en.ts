import { a1c } from "./en/a1c";
import { accounts } from "./en/accounts";
import { activity } from "./en/activity";
import { calendar } from "./en/calendar";
import { certificate } from "./en/certificate";
import { charts } from "./en/charts";
import { clinics } from "./en/clinics";
import { compare } from "./en/compare";
import { daily } from "./en/daily";
import { days } from "./en/days";
import { devices } from "./en/devices";
import { figures } from "./en/figures";
import { forms } from "./en/forms";
import { help } from "./en/help";
import { logbook } from "./en/logbook";
import { mailbox } from "./en/mailbox";
import { metrics } from "./en/metrics";
import { notes } from "./en/notes";
import { offline } from "./en/offline";
import { oidc } from "./en/oidc";
import { overlay } from "./en/overlay";
import { overview } from "./en/overview";
import { pages } from "./en/pages";
import { passkeys } from "./en/passkeys";
import { patterns } from "./en/patterns";
import { profile } from "./en/profile";
import { ranges } from "./en/ranges";
import { refusals } from "./en/refusals";
import { security } from "./en/security";
import { settings } from "./en/settings";
import { sharedView } from "./en/shared-view";
import { sharing } from "./en/sharing";
import { shell } from "./en/shell";
import { states } from "./en/states";
import { statistics } from "./en/statistics";
import { worklist } from "./en/worklist";
import { worklistPreview } from "./en/worklist-preview";
import { worklistText } from "./en/worklist-text";

/** The catalogue in English: the texts from which the shape of every other language follows. */
export const en = {
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
} as const;
