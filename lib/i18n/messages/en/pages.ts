const NOTHING_CHANGED = "Nothing was created, and nothing you had was changed.";

/** The pages before sign-in: landing, consent, problems, receipt, privacy and terms; and what goes wrong anywhere. */
export const pages = {
  description: "Look back at your glucose, share it, take it back. Not for treatment decisions.",
  figures: "Every figure that Hindsight computes: definition, unit, formula, source and a worked example.",
  skip: "Skip to the content",
  region: {
    simulator: "For simulated people on this machine",
    sandbox: "For Dexcom's simulated sandbox users",
    us: "For accounts in the United States",
    eu: "For accounts outside the United States and Japan",
    jp: "For accounts in Japan",
  },
  footer: {
    past: "Looking back only, not for treatment decisions.",
    operator: "Run by {operator}.",
    about: "About",
    figures: "Figures",
    privacy: "Privacy",
    terms: "Terms",
  },
  landing: {
    title: "Look back at your glucose, clearly.",
    lead: "Hindsight turns the readings of your Dexcom sensor into reports that you and the people who care for you can understand at a glance.",
    signIn: "Sign in with Dexcom",
    password: "We never see your password.",
    why: "What is read, and why",
    points: {
      page: {
        title: "Two weeks on one page",
        text: "Time in range, average, GMI and variation, each with its goal and what it means. The day's rhythm as a glucose profile, and every single day beside it.",
      },
      honest: {
        title: "Honest about what it does not know",
        text: "Gaps stay gaps. A figure that the data does not carry is not shown; it says why, and when it will be there.",
      },
      yours: {
        title: "Yours to take back",
        text: "Stored encrypted under a key of your own. Disconnect in one step, keep or delete what is here, and get a receipt.",
      },
    },
    note: "Readings are at least {delay} old by design: Hindsight is for looking back, <strong>not for treatment decisions</strong>. Your CGM app and its alarms stay where they are.",
  },
  example: {
    label: "A made-up day of glucose: mostly in range, below it in the night, above it after dinner",
    caption: "A made-up day, drawn as your days will be. The light band is the target range, {range}.",
  },
  signIn: {
    title: "Before you go to Dexcom",
    facts: "One page of what happens next; then Dexcom asks you itself.",
  },
  consent: {
    read: {
      term: "What is read",
      text: "Past glucose readings, the events you entered (carbs, insulin, exercise, health, notes), calibrations, alerts, and which devices you use. Not your name, not your e-mail address, not your password.",
    },
    why: {
      term: "Why",
      text: "To draw your reports, for you and for whoever you let in later. No advertising, no analytics, nobody else.",
    },
    age: {
      term: "How old it is",
      late: "At least {delay}, by design. It is for looking back, not for treatment decisions.",
      none: "As Dexcom shares it. It is for looking back, not for treatment decisions.",
    },
    kept: {
      term: "How long it is kept",
      text: "Encrypted, until you delete it. Deleting destroys your key at once{days, plural, =0 {} one {; backups of keys are gone after # day at most} other {; backups of keys are gone after # days at most}}.",
    },
    back: {
      term: "How to take it back",
      text: "Disconnect in Settings at any time and keep or delete what is here. The permission itself ends on Dexcom's own page.",
    },
    whom: { term: "For whom" },
    whose: "Whose data is it?",
    self: "This is me",
    guardian: "I am the parent or guardian",
    missing: "Please say whose data it is.",
    agree:
      "By continuing you agree to this and to the <terms>terms</terms>; the <privacy>privacy page</privacy> says it in full. Dexcom asks you once more, on its own page.",
    go: "Continue to Dexcom",
    notNow: "Not now",
    pending: "Opening Dexcom …",
  },
  says: {
    happened: "What happened",
    meaning: "What it means",
    todo: "What to do",
  },
  problem: {
    page: "Sign-in",
    again: "Start again",
    settings: "Back to Connection",
    security: "Back to Security",
    declined: {
      title: "You declined at Dexcom",
      happened: "Dexcom told us that you chose not to share your data with Hindsight.",
      means: `We received no data and no permission. ${NOTHING_CHANGED}`,
      next: "If you changed your mind, sign in again and choose Authorize on Dexcom's page.",
    },
    "too-late": {
      title: "That took longer than ten minutes",
      happened:
        "For your safety a sign-in is valid for ten minutes and can be used once. This one has expired or was used before.",
      means: NOTHING_CHANGED,
      next: "Start again; it takes less than a minute.",
    },
    "not-this-browser": {
      title: "This sign-in did not start here",
      happened:
        "The answer from Dexcom does not belong to a sign-in that began in this browser. A link may have been copied, cookies may be switched off, or someone may have tried to connect another account.",
      means: `We refused it before asking Dexcom for anything. ${NOTHING_CHANGED}`,
      next: "Start again in this browser, with cookies allowed for this site.",
    },
    "code-refused": {
      title: "Dexcom did not accept the sign-in code",
      happened:
        "Dexcom's one-time code is valid for one minute. It had expired or had been used when we presented it.",
      means: NOTHING_CHANGED,
      next: "Start again. If it happens twice, wait a few minutes: the connection to Dexcom may be slow.",
    },
    "app-refused": {
      title: "Dexcom did not accept this site",
      happened: "Dexcom refused the credentials with which this site introduces itself.",
      means: `This is a fault in how the site is set up, not in your account. ${NOTHING_CHANGED}`,
      next: "Please tell the operator of this site; trying again will not help until it is mended.",
    },
    "user-cap": {
      title: "This site has reached its limit at Dexcom",
      happened: "Dexcom allows each site a certain number of people, and this one has reached it.",
      means: NOTHING_CHANGED,
      next: "Please tell the operator of this site, who can ask Dexcom for more places.",
    },
    "dexcom-down": {
      title: "Dexcom does not answer right now",
      happened: "Dexcom's service did not answer, or answered with an error of its own.",
      means: NOTHING_CHANGED,
      next: "Try again in a few minutes.",
    },
    "not-understood": {
      title: "Dexcom's answer could not be understood",
      happened: "Dexcom answered in a form that Hindsight does not know.",
      means: `Rather than guess, we stopped. ${NOTHING_CHANGED}`,
      next: "Try again later. If it stays, please tell the operator of this site.",
    },
    "wrong-account": {
      title: "That is a different Dexcom account",
      happened: "You are signed in with one Dexcom account and came back from Dexcom with another.",
      means: `Two people's glucose must never be mixed, so we did not connect it. ${NOTHING_CHANGED}`,
      next: "Reconnect with the account you used before. For the other account, sign out first and sign in with it.",
    },
    "signed-out": {
      title: "You were signed out meanwhile",
      happened:
        "Your session ended while you were at Dexcom, so we could not tell whose account this was for.",
      means: NOTHING_CHANGED,
      next: "Sign in again, then start once more in Settings.",
    },
    "dexcom-taken": {
      title: "That Dexcom account has an account of its own here",
      happened: "The Dexcom account that you came back with belongs to another account of Hindsight already.",
      means: `Two people's glucose must never be mixed, and two accounts never become one, so we did not connect it. ${NOTHING_CHANGED}`,
      next: "If it is yours, sign out here and sign in with Dexcom. Otherwise start again with your own Dexcom account.",
    },
    "one-dexcom": {
      title: "This account has its Dexcom account already",
      happened: "You came back from Dexcom, but meanwhile this account holds the data of a Dexcom account.",
      means: `One is all that an account can have. ${NOTHING_CHANGED}`,
      next: "See under Connection what is connected.",
    },
    unavailable: {
      title: "Hindsight is not available right now",
      happened: "Our database did not answer while we were finishing your sign-in.",
      means: NOTHING_CHANGED,
      next: "Try again in a few minutes.",
    },
    "oidc-declined": {
      title: "The sign-in was called off",
      happened:
        "The sign-in of your organisation told us that you, or its rules, did not allow it to continue.",
      means: NOTHING_CHANGED,
      next: "Start again if that was not meant. If it stays, ask your organisation whether you may use Hindsight.",
    },
    "oidc-not-this-browser": {
      title: "This sign-in did not start here",
      happened:
        "What came back from your organisation does not belong to a sign-in that began in this browser within the last ten minutes. It may have taken longer, a link may have been copied, or cookies may be switched off.",
      means: `We refused it before asking your organisation for anything. ${NOTHING_CHANGED}`,
      next: "Start again in this browser, with cookies allowed for this site.",
    },
    "oidc-too-late": {
      title: "This sign-in was used before",
      happened: "For your safety, what your organisation sends back can be used once. This one was.",
      means: NOTHING_CHANGED,
      next: "If you are not signed in, start again.",
    },
    "oidc-down": {
      title: "The sign-in of your organisation does not answer",
      happened: "We asked it and got no answer, or an error of its own.",
      means: NOTHING_CHANGED,
      next: "Try again in a few minutes. If it stays, tell your organisation, or the operator of this site.",
    },
    "oidc-refused": {
      title: "The answer of your organisation was not accepted",
      happened:
        "What the sign-in of your organisation sent back could not be verified: it came from elsewhere, was made for another sign-in, or lacked something.",
      means: `Rather than guess who you are, we stopped. ${NOTHING_CHANGED}`,
      next: "Start again. If it happens twice, please tell the operator of this site.",
    },
    "oidc-signed-out": {
      title: "You were signed out meanwhile",
      happened:
        "The session in which you began to add your organisation ended while you were there, so we could not tell whose account to add it to.",
      means: NOTHING_CHANGED,
      next: "Sign in again, then add it once more under Security.",
    },
    "oidc-taken": {
      title: "That account of your organisation is in use here already",
      happened: "Somebody signs in to another account of Hindsight with it.",
      means: `Two accounts never become one by themselves. ${NOTHING_CHANGED}`,
      next: "If the other account is yours, too, remove this way in there or delete that account; then add it here again.",
    },
    "oidc-second": {
      title: "You have another account of your organisation here",
      happened:
        "One account of your organisation opens yours here already, and you came back with a different one.",
      means: `One is all that an account can have. ${NOTHING_CHANGED}`,
      next: "Keep the one that you have, or remove it first and then add the other.",
    },
  },
  notFound: {
    title: "Nothing was found here",
    meaning:
      "The address may be wrong or old, or what it shows is not yours to see. The answer is the same for both.",
    todo: "Check the address, or begin at the start page.",
    start: "Start page",
  },
  error: {
    title: "This page could not be made right now",
    meaning: "The fault is on our side. Your data is unchanged and nothing is lost.",
    todo: "Try again in a moment. If it stays, tell the operator of this site.",
    again: "Try again",
  },
  deleted: {
    page: "Deleted",
    title: "Your data is deleted",
    text: "Your key is destroyed and every row about you is gone. You are signed out. Please keep this page if you want proof; its address shows it again.",
    receipt: "Receipt",
    on: "Deleted on",
    by: "Last backup of your key gone by",
    date: "{date} (UTC)",
  },
  privacy: {
    title: "Privacy",
    intro: "This is what the software does with your data.",
    operator: "{operator} runs this site and is responsible for it.",
    noOperator: "Whoever runs this site is responsible for it and has not added a text of their own yet.",
    simulated: "The people on this installation are simulated; no real person's data is here.",
    read: {
      title: "What is read",
      text: "From your Dexcom account, with your permission: past glucose values, the events you entered (carbs, insulin, exercise, health, notes), calibrations, alerts, and your devices with their alert settings. Dexcom tells us neither your name nor your e-mail address, and we never see your password. By design the data is at least {delay} old when it is read.",
    },
    own: {
      title: "What you add yourself",
      text: "Notes, visits, laboratory values and readings you leave out of the figures. They stay in Hindsight; nothing is written back to Dexcom.",
    },
    used: {
      title: "What it is used for",
      text: "To show your reports to you and to whoever you let in. There is no advertising, no analytics and no third party; nothing is sold.",
    },
    others: {
      title: "Who else sees it",
      text: "Nobody, until you let somebody in. You choose who, what, which days and until when, and end it at any time; it ends with their very next click. Each look of somebody else leaves a line that you read under Activity and that cannot be changed unnoticed. They see the name that you gave; you see theirs, and how it was confirmed.",
    },
    links: {
      title: "Links without an account",
      text: "If you make a link for a visit, whoever has it and its passcode sees what you chose. Neither is kept in a form that would open anything. So that you see every opening, its time is kept, and, encrypted under your key, the kind of browser, the system and the network: no name, and never the full address. This goes when you delete everything.",
    },
    signIn: {
      title: "Signing in without Dexcom",
      text: "Your name and address are stored encrypted under a key of your own. Of each sign-in the kind of browser and its network are kept, never its full address, until the session ends. A message holds a link and a code, and no glucose. Of a passkey the half that recognises it is kept, encrypted in the same way, with the kind of browser and system that made it; your finger, your face and the half that signs stay on your device.",
    },
    kept: {
      title: "How it is kept",
      text: "Readings, what you add yourself and Dexcom's permission are stored encrypted: your data under a key of your own, the permission under a key of the connection. Someone with a copy of the database alone sees no glucose value; they could see on which days a sensor was worn and roughly how much, and when you wrote something down. Whoever runs this site holds the keys and could read the data; encryption does not protect you from them.",
    },
    long: {
      title: "How long",
      text: "Until you delete it. You can stop the reading and keep what is there, or delete everything, at any time, in Settings. Deleting destroys your key at once{days, plural, =0 {; no copies of keys are kept in backups.} one {; copies of that key in backups are gone after # day at most, and the receipt you get names the date.} other {; copies of that key in backups are gone after # days at most, and the receipt you get names the date.}}",
    },
    back: {
      title: "How to take it back",
      text: "Disconnect in Settings, and Hindsight forgets its permission. The grant itself lives at Dexcom: to end it there too, sign in to your Dexcom account and remove Hindsight under its permissions for apps.",
    },
    cookies: {
      title: "What this browser keeps",
      text: "One cookie keeps you signed in, for at most twelve hours. While somebody signs in, at Dexcom, by a message, with a passkey or where they work, others tie it to the browser that began it: for ten minutes, or until the browser is closed. Where somebody opens a link without an account, one keeps that view open, for at most four hours. If you choose a language, one more remembers which, for a year. There are no other cookies. If you turn on reading offline in Settings, the browser also keeps an encrypted copy of your last overview for at most {hours} hours; signing out deletes it.",
    },
    questions: { title: "Questions" },
  },
  contact: "Contact: {contact}",
  noContact: "The operator of this site has not set a contact yet.",
  terms: {
    title: "Terms",
    purpose: {
      title: "What Hindsight is for",
      text: "Hindsight shows glucose of the past: everything in it is at least {delay} old. It is not for treatment decisions. For what is happening now, use your CGM app or a meter; in an emergency, call your local emergency number.",
    },
    not: {
      title: "What it is not",
      text: "It is not a medical device, gives no advice on treatment and raises no alarms. Figures can be withheld when there is too little data for them; each says why.",
    },
    whose: {
      title: "Whose data",
      text: "Your data is yours. You confirm that you are the person whose Dexcom account you connect, or their parent or guardian.",
    },
    who: {
      title: "Who is behind it",
      operator: "This installation is run by {operator}.",
      noOperator: "The operator of this installation has not given a name yet.",
      dexcom: "Hindsight is independent of Dexcom; Dexcom is a mark of its owner.",
    },
  },
} as const;
