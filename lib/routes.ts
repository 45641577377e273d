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
  receipt: (id: string) => `/deleted/${enc(id)}`,
} as const;

export const API_PATHS = {
  connect: "/api/connect",
  callback: (environment: string) => `/api/connect/callback/${enc(environment)}`,
  disconnect: "/api/connect/disconnect",
  erase: "/api/erase",
  signOut: "/api/sign-out",
  preferences: "/api/preferences",
  language: "/api/language",
  sync: (patient: string) => `/api/v1/patients/${enc(patient)}/sync`,
} as const;
