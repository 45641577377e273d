import { SIGN_IN_PROBLEMS } from "@/lib/connections/outcome";
import { PATHS, reportPath, sharingPath, VIEWS, viewPath } from "@/lib/routes";

/** Every page that anybody can open. */
export const PUBLIC_PAGES: readonly string[] = [
  PATHS.home,
  PATHS.signIn,
  PATHS.emailSignIn,
  PATHS.openLink,
  PATHS.viewLink,
  PATHS.linkOver,
  PATHS.privacy,
  PATHS.terms,
  PATHS.metrics,
  PATHS.help,
  PATHS.offline,
  PATHS.mailbox,
  ...SIGN_IN_PROBLEMS.map((code) => PATHS.problem(code)),
  "/nowhere",
];

/** Every page of somebody who is signed in. */
export const PATIENT_PAGES: readonly string[] = [
  ...VIEWS.map((view) => viewPath("me", view)),
  reportPath.certificate("me"),
  sharingPath("me"),
  PATHS.people,
  PATHS.clinics,
  PATHS.connection,
  PATHS.reconnect,
  PATHS.security,
  PATHS.activity,
  PATHS.data,
  PATHS.device,
  "/patients/nobody/overview",
];

/** The same pages again with other days or options: looked at once, in one size and one colour. */
export const PAGES_AGAIN: readonly string[] = [
  `${reportPath.overview("me")}?days=2`,
  `${reportPath.overview("me")}?days=90`,
  `${reportPath.overview("me")}?ranges=pregnancy`,
  `${reportPath.overview("me")}?from=2020-01-01&to=2020-01-14`,
  `${reportPath.daily("me")}?date=2020-01-01`,
  `${reportPath.daily("me")}?ranges=pregnancy`,
  `${viewPath("me", "overlay")}?days=2`,
  `${viewPath("me", "overlay")}?ranges=pregnancy`,
  `${viewPath("me", "profile")}?ranges=older`,
  `${viewPath("me", "compare")}?days=2`,
  `${viewPath("me", "compare")}?ranges=pregnancy`,
  `${viewPath("me", "calendar")}?show=hours&ranges=pregnancy`,
];

/** The build's pages, each with an address that shows it; one that is missing here fails the test of the list. */
export const SHOWN_BY: Readonly<Record<string, string>> = {
  "/": PATHS.home,
  "/sign-in": PATHS.signIn,
  "/sign-in/email": PATHS.emailSignIn,
  "/sign-in/link": PATHS.openLink,
  "/view": PATHS.viewLink,
  "/people": PATHS.people,
  "/clinic": PATHS.clinics,
  "/sign-in/problem/[code]": PATHS.problem("declined"),
  "/privacy": PATHS.privacy,
  "/terms": PATHS.terms,
  "/metrics": PATHS.metrics,
  "/help": PATHS.help,
  "/offline": PATHS.offline,
  "/mailbox": PATHS.mailbox,
  ...Object.fromEntries(VIEWS.map((view) => [`/patients/[patientId]/${view}`, viewPath("me", view)])),
  "/patients/[patientId]/devices/certificate": reportPath.certificate("me"),
  "/patients/[patientId]/sharing": sharingPath("me"),
  "/settings/connection": PATHS.connection,
  "/settings/connection/reconnect": PATHS.reconnect,
  "/settings/security": PATHS.security,
  "/settings/activity": PATHS.activity,
  "/settings/data": PATHS.data,
  "/settings/device": PATHS.device,
};

/**
 * Addresses that only lead on, the manifest, which is no page, the receipt, which take-it-back.spec.ts reaches by deleting
 * somebody, the pages of a clinic, which the specs of clinics look at, and what only somebody without data gets to see
 * (joining-dexcom.spec.ts).
 */
export const SHOWN_ELSEWHERE: readonly string[] = [
  "/manifest.webmanifest",
  "/patients/[patientId]",
  "/settings",
  "/deleted/[receipt]",
  "/clinic/[clinicId]",
  "/clinic/[clinicId]/team",
  "/settings/security/dexcom",
];
