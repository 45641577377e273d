/** What is said wherever the same state can come up: withheld figures, goals, the connection, an import, no data. */
export const states = {
  verdict: {
    hours: "needs {needed, plural, one {# hour} other {# hours}} of readings, {there} are there",
    readings: "needs {needed, plural, one {# reading} other {# readings}}, {there} are there",
    days: "needs {needed, plural, one {# day} other {# days}} with readings, {there} are there",
    active: "needs the sensor active {needed} % of the time, it was {there} %",
    profileDays:
      "needs {needed, plural, one {# day} other {# days}} with at least {hours} hours each, {there} are there",
    consecutiveDays:
      "needs {needed, plural, one {# day} other {# days}} in a row with readings, {there} are there",
    activeAdvised: "sensor active {there} % of the time, {needed} % is advised",
    daysAdvised: "{there, plural, one {# day} other {# days}} with readings, {needed} are advised",
    caution: "May not be representative: {reasons}.",
    cautionShort: "May not be representative",
    never: "This period cannot have it; a longer or later one may.",
    from: "Available from {date} if the sensor is worn until then.",
    notShown: "Not shown",
  },
  goal: {
    below: "Goal below <b>{bound}</b>",
    atMost: "Goal at most <b>{bound}</b>",
    above: "Goal above <b>{bound}</b>",
    atLeast: "Goal at least <b>{bound}</b>",
    with: "with {band}",
    met: "met",
    notMet: "not met",
    metAt: "met at <b>{value}</b>",
    notMetAt: "not met at <b>{value}</b>",
    none: "No common goal",
  },
  connection: {
    none: {
      title: "Dexcom is not connected",
      meaning: "Nothing new is read. What is here stays as it is.",
    },
    importing: {
      title: "Connected, your history is arriving",
      meaning: "The newest days come first. You can use the reports meanwhile.",
    },
    active: {
      title: "Connected",
      meaning: "New readings are fetched by themselves as Dexcom makes them available.",
    },
    retrying: {
      title: "Connected, Dexcom does not answer right now",
      meaning:
        "Hindsight keeps trying. Nothing is lost: what is missing is fetched once Dexcom answers again.",
    },
    revoked: {
      title: "Dexcom no longer lets Hindsight read your data",
      meaning:
        "The permission was taken back or has run out at Dexcom. Everything read so far is still here.",
    },
    interrupted: {
      title: "The connection was interrupted",
      meaning:
        "Dexcom's new permission could not be saved in time, so it cannot be used any more. Everything read so far is still here.",
    },
    wrongAccount: {
      title: "That was another Dexcom account",
      meaning: "Data of two people is never mixed. Reconnect with the account that this data belongs to.",
    },
    notPermitted: {
      title: "Dexcom did not permit reading this data",
      meaning: "The account may have data sharing turned off, or lies in another region.",
    },
    disconnected: {
      title: "Dexcom is disconnected",
      meaning: "Nothing is read from Dexcom. What you chose to keep is still here.",
    },
    readUpTo: "Everything up to {time} has been read.",
    dataEnds: "Data ends {time}.",
    noReadings: "There are no readings here.",
    connect: "Connect Dexcom",
    reconnect: "Reconnect Dexcom",
  },
  outcome: {
    complete: "Complete",
    moreToCome: "More to come",
    upstreamBusy: "Dexcom asked to wait",
    upstreamDown: "Dexcom did not answer",
    upstreamMalformed: "Dexcom's answer could not be read",
    reauthorise: "Permission needed again",
    superseded: "Continued by another run",
    failed: "Stopped by an error on our side",
    running: "Running",
    ended: "Ended",
  },
  trigger: {
    first: "First import",
    scheduled: "Automatic",
    manual: "Sync now",
  },
  records: {
    added: "{count} added",
    changed: "{count} changed",
    removed: "{count} removed",
    quarantined: "{count} set aside as unreadable",
    withheld: "{count} too new, withheld",
    none: "Nothing new",
  },
  import: {
    title: "Your history is arriving",
    starting: "Starting",
    parts: "{done} of {total} parts",
    asking: "Asking Dexcom how far back your data goes.",
    fetching: "Fetching {month}.",
    fetchingFor: "Fetching {month}, about {left} left.",
    fetchingSoon: "Fetching {month}, less than a minute left.",
    rest: "The newest days come first: what is here already is below. You can close this page.",
  },
  empty: {
    period: "No readings in these days",
    periodWhy:
      "There are readings on other days. The sensor may not have been worn, or the period lies before the first one.",
    latest: "Show the latest days",
    ever: "There are no readings yet",
    connectFirst: "Hindsight shows your reports once Dexcom is connected.",
    onTheirWay: "The first readings are on their way",
    soon: "The newest days come first and appear here by themselves, usually within seconds.",
    later:
      "A sensor's readings appear here {delay} after they were taken. If you wear one already, check that it uploads to this Dexcom account.",
    nextSync:
      "A sensor's readings appear here after the next sync. If you wear one already, check that it uploads to this Dexcom account.",
  },
  cannotShow: {
    title: "These days cannot be shown",
    meaning:
      "The address names a person, dates or an option that do not work here. Nothing was changed and nothing is lost. A period is {presets} days, or a first and a last date as YYYY-MM-DD, in that order, at most {max} days apart and not in the future; of somebody else’s data it is within the days that are shared.",
    todo: "Open your latest days, or change the address.",
    latest: "Show my latest days",
  },
  delay: {
    none: "Dexcom shares data without delay",
    late: "Dexcom shares data {delay} late",
    hours:
      "{hours, plural, =1 {one hour} =2 {two hours} =3 {three hours} =4 {four hours} =5 {five hours} =6 {six hours} =7 {seven hours} =8 {eight hours} =9 {nine hours} =10 {ten hours} =11 {eleven hours} =12 {twelve hours} other {# hours}}",
    minutes: "{minutes, plural, =1 {one minute} other {# minutes}}",
  },
  dataThrough: "Data through <strong>{time}</strong>",
  noReadingsYet: "No readings yet",
  notice:
    "Past data, <help>not for treatment decisions</help>. Use your CGM app or a meter for what is happening now.",
} as const;
