/** Every address of the app in one place, so that a link and its route cannot drift apart. */

const enc = encodeURIComponent;

/** A patient's reports; `me` is the signed-in person's own. */
export const reportPath = {
  overview: (patient: string) => `/patients/${enc(patient)}/overview`,
  daily: (patient: string) => `/patients/${enc(patient)}/daily`,
} as const;

export const PATHS = {
  home: "/",
  signIn: "/sign-in",
  problem: (code: string) => `/sign-in/problem/${enc(code)}`,
  privacy: "/privacy",
  terms: "/terms",
  /** The catalogue of figures; a figure's id is its anchor. */
  metrics: "/metrics",
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
  sync: (patient: string) => `/api/v1/patients/${enc(patient)}/sync`,
} as const;
