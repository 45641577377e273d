/** Settings, Security: where somebody is signed in. */
export const security = {
  title: "Security",
  facts: "Who gets in with your account, and from where.",
  sessions: {
    title: "Where you are signed in",
    about:
      "A place is known by its kind of browser and by the network from which it signed in, nothing closer: everybody in the same network looks alike. What you do not recognise, end.",
    place: "{browser} on {system}",
    unknownBrowser: "Unknown browser",
    unknownBrowserOn: "Unknown browser on {system}",
    here: "this browser",
    method: {
      dexcom: "Signed in with Dexcom",
      email: "Signed in by e-mail",
      oidc: "Signed in through your organisation",
      passkey: "Signed in with a passkey",
    },
    since: "since {time}",
    network: "Network {network}",
    unknownNetwork: "Unknown network",
    lastSeen: "last seen {ago}",
    end: "End",
    what: "{place}, signed in {time}",
    ending: "Ending …",
    ended: "Ended: {what}.",
    endOthers: "Sign out everywhere else",
    endedOthers: "Done. You are signed in here only.",
  },
} as const;
