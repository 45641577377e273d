/** What somebody reads who looks at another person's data. */
export const sharedView = {
  title: "{name}’s data, shared with you",
  titleByLink: "{name}’s data, by a link",
  titleForClinic: "{name}’s data, shared with {clinic}",
  what: {
    all: "all reports, events, notes and lab values",
    withoutNotes: "all reports and events",
    withoutEvents: "all reports, notes and lab values",
    reports: "all reports, without events and notes",
    summary: "the figures of the overview",
  },
  days: {
    all: "all days",
    from: "from {date} on",
    last: "{count, plural, one {the last day} other {the last # days}}",
  },
  until: "until {date}",
  notBefore: "Days before {date} are not shared with you.",
  noEvents: "Events, such as carbs and insulin, are not shared with you.",
  connection: {
    none: {
      title: "Dexcom is not connected",
      meaning: "Nothing new is read before {name} connects it.",
    },
    importing: {
      title: "{name}’s history is arriving",
      meaning: "The newest days come first. What is here already is below.",
    },
    renew: {
      title: "The connection to Dexcom needs to be renewed by {name}",
      meaning: "Nothing new is read until then.",
    },
    disconnected: {
      title: "Dexcom is disconnected",
      meaning: "Nothing new is read. What {name} keeps here can still be looked at.",
    },
  },
  empty: {
    title: "No readings yet",
    meaning: "There are no readings in the days that {name} shares with you.",
  },
  notes: {
    facts: "What {name} wrote down, and visits. They stand on the charts and in the reports.",
    empty: "Nothing is written down in the days that are shared with you.",
  },
  a1c: {
    facts: "Laboratory values that {name} entered, with the GMI of the sensor beside them.",
    empty: "There is no laboratory value in the days that are shared with you.",
  },
  /** The menu of whoever looks by a link. */
  visit: {
    menu: ", this view",
    about: "You look by a link, without an account",
    close: "Close this view",
    closing: "Closing …",
  },
  /** The page to which a link leads. It does not know whose data it opens. */
  door: {
    title: "Open what is shared with you",
    seen: "With this link and its passcode you see glucose of the past, as much of it as the person who made the link has chosen.",
    noted:
      "They see that it was opened: each opening, and every view that you look at, is written down for them with the time; of an opening also the kind of browser, the system and the network.",
    passcode: "Passcode",
    hint: "Eight letters and digits that you were told. Capitals, spaces and hyphens do not matter.",
    invalid: "A passcode has eight letters and digits, such as BCDF-GH23.",
    open: "Open",
    opening: "Opening …",
    missing:
      "This address lacks the part that makes it work, or the page was loaded once more. Please open the whole link again, just as you received it.",
    scripts: "The link is opened by a script, which this browser does not run.",
    ended: "This access has ended",
    endedText:
      "Nothing is shown here any more. If you still need it, open your link once more; if that opens nothing, ask the person for a new link.",
  },
  logbookEmpty: "Nothing was entered at Dexcom in these days; Dexcom ONE and ONE+ share no entries.",
} as const;
