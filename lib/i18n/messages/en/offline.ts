export const offline = {
  device: {
    title: "This device",
    facts: "What this browser may keep, and Hindsight as an app.",
    copy: "Read your last overview offline",
    what: "While this is on, every visit to Overview saves its newest {days} days on this device, as text: the sentences, time in range, key figures and the glucose profile as a table. Without a network, Hindsight opens that copy.",
    safe: "The copy is encrypted with a key that cannot be exported from this browser. It can be read for {hours} hours; after that it is deleted together with its key.",
    ends: "Turning this off, signing out, disconnecting Dexcom or deleting your data deletes it at once. When your session ends by itself, the copy goes as soon as this browser notices, and comes back with your next visit to Overview.",
    others:
      "Whoever can unlock this device and open this browser can read the copy. Leave this off on a device that others use.",
    install: "Install Hindsight",
    installText:
      "Installed, Hindsight opens in a window of its own and has an icon like other apps. Nothing more is stored for that.",
    phone: "iPhone and iPad",
    phoneHow: "In Safari, open Share and choose Add to Home Screen.",
    android: "Android",
    androidHow: "In the browser’s menu, choose Install app or Add to Home screen.",
    computer: "Computer",
    computerHow:
      "In Chrome or Edge, use the install icon in the address bar; in Safari, choose Add to Dock in the File menu.",
  },
  page: {
    title: "Your last overview",
    noScript: "Reading a saved copy needs JavaScript.",
  },
  profile: {
    title: "Glucose profile, {unit}",
    time: "Time of day",
    median: "Median",
    half: "Half of readings",
    most: "Nine in ten",
  },
} as const;
