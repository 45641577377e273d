import { SIGN_IN_PROBLEMS } from "@/lib/connections/outcome";
import { PATHS, reportPath } from "@/lib/routes";

/** Every page that anybody can open. */
export const PUBLIC_PAGES: readonly string[] = [
  PATHS.home,
  PATHS.signIn,
  PATHS.privacy,
  PATHS.terms,
  PATHS.metrics,
  ...SIGN_IN_PROBLEMS.map((code) => PATHS.problem(code)),
  "/nowhere",
];

/** Every page of somebody who is signed in. */
export const PATIENT_PAGES: readonly string[] = [
  reportPath.overview("me"),
  `${reportPath.overview("me")}?days=2`,
  `${reportPath.overview("me")}?days=90`,
  reportPath.daily("me"),
  `${reportPath.daily("me")}?date=2020-01-01`,
  PATHS.connection,
  PATHS.reconnect,
  PATHS.data,
  "/patients/nobody/overview",
];

/** The build's pages, each with an address that shows it; one that is missing here fails the test of the list. */
export const SHOWN_BY: Readonly<Record<string, string>> = {
  "/": PATHS.home,
  "/sign-in": PATHS.signIn,
  "/sign-in/problem/[code]": PATHS.problem("declined"),
  "/privacy": PATHS.privacy,
  "/terms": PATHS.terms,
  "/metrics": PATHS.metrics,
  "/patients/[patientId]/overview": reportPath.overview("me"),
  "/patients/[patientId]/daily": reportPath.daily("me"),
  "/settings/connection": PATHS.connection,
  "/settings/connection/reconnect": PATHS.reconnect,
  "/settings/data": PATHS.data,
};

/** Addresses that only lead on, and the receipt, which take-it-back.spec.ts reaches by deleting somebody. */
export const SHOWN_ELSEWHERE: readonly string[] = [
  "/patients/[patientId]",
  "/settings",
  "/deleted/[receipt]",
];
