import { SIGN_IN_PROBLEMS } from "@/lib/connections/outcome";
import { PATHS, reportPath, VIEWS, viewPath } from "@/lib/routes";

/** Every page that anybody can open. */
export const PUBLIC_PAGES: readonly string[] = [
  PATHS.home,
  PATHS.signIn,
  PATHS.privacy,
  PATHS.terms,
  PATHS.metrics,
  PATHS.help,
  PATHS.offline,
  ...SIGN_IN_PROBLEMS.map((code) => PATHS.problem(code)),
  "/nowhere",
];

/** Every page of somebody who is signed in. */
export const PATIENT_PAGES: readonly string[] = [
  ...VIEWS.map((view) => viewPath("me", view)),
  reportPath.certificate("me"),
  PATHS.connection,
  PATHS.reconnect,
  PATHS.data,
  PATHS.device,
  "/patients/nobody/overview",
];

/** The same pages again with other days or options: looked at once, in one size and one colour. */
export const PAGES_AGAIN: readonly string[] = [
  `${reportPath.overview("me")}?days=2`,
  `${reportPath.overview("me")}?days=90`,
  `${reportPath.overview("me")}?from=2020-01-01&to=2020-01-14`,
  `${reportPath.daily("me")}?date=2020-01-01`,
  `${viewPath("me", "overlay")}?days=2`,
  `${viewPath("me", "compare")}?days=2`,
];

/** The build's pages, each with an address that shows it; one that is missing here fails the test of the list. */
export const SHOWN_BY: Readonly<Record<string, string>> = {
  "/": PATHS.home,
  "/sign-in": PATHS.signIn,
  "/sign-in/problem/[code]": PATHS.problem("declined"),
  "/privacy": PATHS.privacy,
  "/terms": PATHS.terms,
  "/metrics": PATHS.metrics,
  "/help": PATHS.help,
  "/offline": PATHS.offline,
  ...Object.fromEntries(VIEWS.map((view) => [`/patients/[patientId]/${view}`, viewPath("me", view)])),
  "/patients/[patientId]/devices/certificate": reportPath.certificate("me"),
  "/settings/connection": PATHS.connection,
  "/settings/connection/reconnect": PATHS.reconnect,
  "/settings/data": PATHS.data,
  "/settings/device": PATHS.device,
};

/** Addresses that only lead on, the manifest, which is no page, and the receipt, which take-it-back.spec.ts reaches by deleting somebody. */
export const SHOWN_ELSEWHERE: readonly string[] = [
  "/manifest.webmanifest",
  "/patients/[patientId]",
  "/settings",
  "/deleted/[receipt]",
];
