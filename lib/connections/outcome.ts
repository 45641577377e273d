/** How a sign-in with Dexcom can end other than well. The code stands in the address of the page that explains it. */
export const SIGN_IN_PROBLEMS = [
  "declined",
  "too-late",
  "not-this-browser",
  "code-refused",
  "app-refused",
  "user-cap",
  "dexcom-down",
  "not-understood",
  "wrong-account",
  "signed-out",
  "unavailable",
] as const;
export type SignInProblem = (typeof SIGN_IN_PROBLEMS)[number];

interface ProblemWords {
  readonly title: string;
  readonly happened: string;
  readonly means: string;
  readonly next: string;
  /** Where the button leads: the start of the flow, or the connection's settings. */
  readonly action: "sign-in" | "connection";
}

const NOTHING_CHANGED = "Nothing was created, and nothing you had was changed.";

export const SIGN_IN_PROBLEM_WORDS: Readonly<Record<SignInProblem, ProblemWords>> = {
  declined: {
    title: "You declined at Dexcom",
    happened: "Dexcom told us that you chose not to share your data with Hindsight.",
    means: `We received no data and no permission. ${NOTHING_CHANGED}`,
    next: "If you changed your mind, sign in again and choose Authorize on Dexcom's page.",
    action: "sign-in",
  },
  "too-late": {
    title: "That took longer than ten minutes",
    happened:
      "For your safety a sign-in is valid for ten minutes and can be used once. This one has expired or was used before.",
    means: NOTHING_CHANGED,
    next: "Start again; it takes less than a minute.",
    action: "sign-in",
  },
  "not-this-browser": {
    title: "This sign-in did not start here",
    happened:
      "The answer from Dexcom does not belong to a sign-in that began in this browser. A link may have been copied, cookies may be switched off, or someone may have tried to connect another account.",
    means: `We refused it before asking Dexcom for anything. ${NOTHING_CHANGED}`,
    next: "Start again in this browser, with cookies allowed for this site.",
    action: "sign-in",
  },
  "code-refused": {
    title: "Dexcom did not accept the sign-in code",
    happened:
      "Dexcom's one-time code is valid for one minute. It had expired or had been used when we presented it.",
    means: NOTHING_CHANGED,
    next: "Start again. If it happens twice, wait a few minutes: the connection to Dexcom may be slow.",
    action: "sign-in",
  },
  "app-refused": {
    title: "Dexcom did not accept this site",
    happened: "Dexcom refused the credentials with which this site introduces itself.",
    means: `This is a fault in how the site is set up, not in your account. ${NOTHING_CHANGED}`,
    next: "Please tell the operator of this site; trying again will not help until it is mended.",
    action: "sign-in",
  },
  "user-cap": {
    title: "This site has reached its limit at Dexcom",
    happened: "Dexcom allows each site a certain number of people, and this one has reached it.",
    means: NOTHING_CHANGED,
    next: "Please tell the operator of this site, who can ask Dexcom for more places.",
    action: "sign-in",
  },
  "dexcom-down": {
    title: "Dexcom does not answer right now",
    happened: "Dexcom's service did not answer, or answered with an error of its own.",
    means: NOTHING_CHANGED,
    next: "Try again in a few minutes.",
    action: "sign-in",
  },
  "not-understood": {
    title: "Dexcom's answer could not be understood",
    happened: "Dexcom answered in a form that Hindsight does not know.",
    means: `Rather than guess, we stopped. ${NOTHING_CHANGED}`,
    next: "Try again later. If it stays, please tell the operator of this site.",
    action: "sign-in",
  },
  "wrong-account": {
    title: "That is a different Dexcom account",
    happened: "You are signed in with one Dexcom account and came back from Dexcom with another.",
    means: `Two people's glucose must never be mixed, so we did not connect it. ${NOTHING_CHANGED}`,
    next: "Reconnect with the account you used before. For the other account, sign out first and sign in with it.",
    action: "connection",
  },
  "signed-out": {
    title: "You were signed out meanwhile",
    happened: "Your session ended while you were at Dexcom, so we could not tell whose connection to renew.",
    means: NOTHING_CHANGED,
    next: "Sign in again, then press Reconnect on the Connection page.",
    action: "sign-in",
  },
  unavailable: {
    title: "Hindsight is not available right now",
    happened: "Our database did not answer while we were finishing your sign-in.",
    means: NOTHING_CHANGED,
    next: "Try again in a few minutes.",
    action: "sign-in",
  },
};

export function isSignInProblem(code: string): code is SignInProblem {
  return (SIGN_IN_PROBLEMS as readonly string[]).includes(code);
}
