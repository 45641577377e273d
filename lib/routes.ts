/** Every address of the app in one place, so that a link and its route cannot drift apart. */

const enc = encodeURIComponent;

/** The views of a patient's data, in the order in which they are offered. */
export const VIEWS = [
  "overview",
  "daily",
  "overlay",
  "profile",
  "compare",
  "calendar",
  "patterns",
  "statistics",
  "logbook",
  "notes",
  "a1c",
  "devices",
] as const;
export type View = (typeof VIEWS)[number];

/** A view of a patient; `me` is the signed-in person's own. */
export function viewPath(patient: string, view: View): string {
  return `/patients/${enc(patient)}/${view}`;
}

/** A patient's reports; `me` is the signed-in person's own. */
export const reportPath = {
  overview: (patient: string) => viewPath(patient, "overview"),
  daily: (patient: string) => viewPath(patient, "daily"),
  certificate: (patient: string) => `${viewPath(patient, "devices")}/certificate`,
} as const;

/** With whom a patient shares: for the owner alone, so it is no view. */
export function sharingPath(patient: string): string {
  return `/patients/${enc(patient)}/sharing`;
}

/** The patients who share with a clinic. */
export function clinicPath(clinic: string): string {
  return `/clinic/${enc(clinic)}`;
}

/** Who works in a clinic, its code, its settings. */
export function clinicTeamPath(clinic: string): string {
  return `${clinicPath(clinic)}/team`;
}

/** A path with a query: names with an empty value are left out, the order is that of the object. */
export function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

export const PATHS = {
  home: "/",
  signIn: "/sign-in",
  emailSignIn: "/sign-in/email",
  /** Where the link of a message leads; its token stands behind a #, which no server ever sees. */
  openLink: "/sign-in/link",
  /** What others share with whoever is signed in. */
  people: "/people",
  /** The same, said to somebody who came for data that are shared no longer. */
  shareEnded: "/people?ended=share",
  /** The clinics in which whoever is signed in works; on to the only one, where there is nothing to decide. */
  clinics: "/clinic",
  /** The same, whatever there is to decide. */
  allClinics: "/clinic?all=1",
  /** Where a view-only link leads; its token stands behind a #, too. */
  viewLink: "/view",
  /** The same, said to somebody whose visit is over. */
  linkOver: "/view?ended=link",
  problem: (code: string) => `/sign-in/problem/${enc(code)}`,
  privacy: "/privacy",
  terms: "/terms",
  /** The catalogue of figures; a figure's id is its anchor. */
  metrics: "/metrics",
  help: "/help",
  connection: "/settings/connection",
  reconnect: "/settings/connection/reconnect",
  /** How somebody signs in, and where they are signed in. */
  security: "/settings/security",
  /** The same with the part open in which ways in are added and removed. */
  changeWays: "/settings/security?change=ways",
  /** What somebody without data agrees to before their own Dexcom account becomes part of their account. */
  joinDexcom: "/settings/security/dexcom",
  /** Who looked at the person's own data. */
  activity: "/settings/activity",
  data: "/settings/data",
  /** What this browser may keep, and how to install Hindsight. */
  device: "/settings/device",
  /** What the browser shows when the network fails; holds nothing of anybody itself. */
  offline: "/offline",
  /** The messages of a demo; elsewhere there is no such page. */
  mailbox: "/mailbox",
  receipt: (id: string) => `/deleted/${enc(id)}`,
} as const;

/** The chapters of the help page in their order; each is an anchor that the place where its question arises links to. */
export const HELP_TOPICS = [
  "purpose",
  "cgm",
  "delay",
  "reports",
  "figures",
  "left-out",
  "sharing",
  "connection",
  "ending",
  "apple-health",
  "regions",
  "contact",
  "device",
] as const;
export type HelpTopic = (typeof HELP_TOPICS)[number];

export function helpPath(topic: HelpTopic): string {
  return `${PATHS.help}#${topic}`;
}

function clinicApiPath(clinic: string, part: string): string {
  return `/api/clinics/${enc(clinic)}/${part}`;
}

function clinicsPatientPath(clinic: string, patient: string, part: string): string {
  return `/api/clinics/${enc(clinic)}/patients/${enc(patient)}/${part}`;
}

export const API_PATHS = {
  /** Both are next-auth's: a token against forged requests, and the way to a hospital's provider. */
  csrf: "/api/auth/csrf",
  oidc: "/api/auth/signin/oidc",
  connect: "/api/connect",
  callback: (environment: string) => `/api/connect/callback/${enc(environment)}`,
  disconnect: "/api/connect/disconnect",
  erase: "/api/erase",
  askForLink: "/api/sign-in/link",
  openLink: "/api/sign-in/link/open",
  /** Asks the browser for a passkey, to sign in or to confirm who somebody is. */
  askForPasskey: "/api/sign-in/passkey",
  answerPasskey: "/api/sign-in/passkey/answer",
  /** The same for one that is to be made and added. */
  passkeys: "/api/account/passkeys",
  newPasskey: "/api/account/passkeys/answer",
  passkey: (id: string) => `/api/account/passkeys/${enc(id)}`,
  name: "/api/account/name",
  address: "/api/account/address",
  /** Adds and removes an account at a hospital's provider; `oidc` above signs in with one. */
  ownOidc: "/api/account/oidc",
  account: "/api/account",
  signOut: "/api/sign-out",
  preferences: "/api/preferences",
  session: (id: string) => `/api/sessions/${enc(id)}`,
  endOtherSessions: "/api/sessions/end-others",
  /** Offers to share one's own data. */
  shares: "/api/shares",
  /** Which clinic a code is of, before one shares with it. */
  findClinic: "/api/shares/clinic",
  /** What the owner does with a share. */
  share: (id: string) => `/api/shares/${enc(id)}`,
  redeemCode: "/api/shares/redeem",
  /** What whoever is let in does with it. */
  shareAsViewer: (id: string) => `/api/shares/${enc(id)}/viewer`,
  /** Opens a view-only link with its passcode. */
  openViewLink: "/api/links/open",
  /** The visit of a browser by such a link: PUT for its unit, DELETE to end it. */
  visit: "/api/links/visit",
  /** Sets a clinic up. */
  clinics: "/api/clinics",
  /** What whoever is invited to a clinic answers. */
  clinicInvitationAnswer: (id: string) => `/api/clinics/invitations/${enc(id)}`,
  /** What administrators do with their clinic; members may remove themselves. */
  clinicSettings: (clinic: string) => clinicApiPath(clinic, "settings"),
  clinicCode: (clinic: string) => clinicApiPath(clinic, "code"),
  clinicMember: (clinic: string, user: string) => clinicApiPath(clinic, `members/${enc(user)}`),
  clinicInvitations: (clinic: string) => clinicApiPath(clinic, "invitations"),
  clinicInvitation: (clinic: string, id: string) => clinicApiPath(clinic, `invitations/${enc(id)}`),
  clinicLabels: (clinic: string) => clinicApiPath(clinic, "labels"),
  clinicLabel: (clinic: string, id: string) => clinicApiPath(clinic, `labels/${enc(id)}`),
  /** A name to search a clinic's worklist for: never in an address. */
  worklistSearch: (clinic: string) => `/api/clinics/${enc(clinic)}/search`,
  /** What opens beside the list, and what is done there with one of the clinic's patients. */
  preview: (clinic: string, patient: string) => clinicsPatientPath(clinic, patient, "preview"),
  review: (clinic: string, patient: string) => clinicsPatientPath(clinic, patient, "review"),
  clinicNote: (clinic: string, patient: string) => clinicsPatientPath(clinic, patient, "note"),
  placing: (clinic: string, patient: string) => clinicsPatientPath(clinic, patient, "placing"),
  /** Whether whoever has a page of a patient open may still see it. */
  grounds: (patient: string) => `/api/patients/${enc(patient)}/grounds`,
  /** The same for a clinic's list. */
  listGrounds: (clinic: string) => `/api/clinics/${enc(clinic)}/grounds`,
  /** Readings as a file, of the dates in its query or all of them. */
  readingsExport: (patient: string) => `/api/patients/${enc(patient)}/export/readings`,
  /** The record of who looked, as a file. */
  activity: "/api/activity",
  language: "/api/language",
  offlineOverview: "/api/offline-overview",
  sync: (patient: string) => `/api/v1/patients/${enc(patient)}/sync`,
  notes: (patient: string) => `/api/v1/patients/${enc(patient)}/notes`,
  note: (patient: string, id: string) => `/api/v1/patients/${enc(patient)}/notes/${enc(id)}`,
  labResults: (patient: string) => `/api/v1/patients/${enc(patient)}/lab-results`,
  labResult: (patient: string, id: string) => `/api/v1/patients/${enc(patient)}/lab-results/${enc(id)}`,
  exclusions: (patient: string) => `/api/v1/patients/${enc(patient)}/exclusions`,
  exclusion: (patient: string, id: string) => `/api/v1/patients/${enc(patient)}/exclusions/${enc(id)}`,
} as const;
