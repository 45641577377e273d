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

/** A path with a query: names with an empty value are left out, the order is that of the object. */
export function withQuery(path: string, query: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

export const PATHS = {
  home: "/",
  signIn: "/sign-in",
  problem: (code: string) => `/sign-in/problem/${enc(code)}`,
  privacy: "/privacy",
  terms: "/terms",
  /** The catalogue of figures; a figure's id is its anchor. */
  metrics: "/metrics",
  help: "/help",
  connection: "/settings/connection",
  reconnect: "/settings/connection/reconnect",
  data: "/settings/data",
  /** What this browser may keep, and how to install Hindsight. */
  device: "/settings/device",
  /** What the browser shows when the network fails; holds nothing of anybody itself. */
  offline: "/offline",
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

export const API_PATHS = {
  connect: "/api/connect",
  callback: (environment: string) => `/api/connect/callback/${enc(environment)}`,
  disconnect: "/api/connect/disconnect",
  erase: "/api/erase",
  signOut: "/api/sign-out",
  preferences: "/api/preferences",
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
