/**
 * The page at /help. Topics are anchors (`HELP_TOPICS` in lib/routes.ts); questions stand where they arise and lead
 * there; views are named in `shell.views`.
 */
export const help = {
  title: "Help",
  lead: "What Hindsight shows, how old it is, what it cannot know, and how to take your data back. About ten minutes to read.",
  contents: "On this page",
  topics: {
    purpose: "Which app for what",
    cgm: "How a CGM works",
    delay: "Why the newest hours are missing",
    reports: "What each report shows",
    figures: "Percentages, goals and withheld figures",
    "left-out": "Readings you leave out",
    sharing: "Letting somebody else look",
    connection: "Your permission and the connection",
    ending: "How to end it, here and at Dexcom",
    "apple-health": "Apple Health",
    regions: "Where Hindsight is available",
    contact: "Whom to call",
    device: "On your screen and on paper",
  },
  questions: {
    goals: "Where do the goals come from?",
    withheld: "When is a figure shown?",
    leftOut: "What happens to excluded readings?",
    sharing: "Who sees what, and how does it stop?",
    connection: "How does the connection work?",
    ending: "What ends here, and what at Dexcom?",
    regions: "Where is Hindsight available?",
    device: "What about printing, language and accessibility?",
  },
  purpose: {
    now: {
      term: "Your CGM app or receiver",
      text: "Glucose now, where it is heading, and the alarms. For what is happening now use it, or a meter.",
    },
    past: {
      term: "Hindsight",
      text: "Glucose of the past: what was typical, what repeated, what changed. It is not for treatment decisions, raises no alarms and gives no advice on treatment.",
    },
    clarity: {
      term: "Dexcom CLARITY",
      text: "Dexcom’s own reports, at the source of your data, and the place where a receiver is uploaded and where you can give a clinic access at Dexcom. Hindsight replaces none of this and changes nothing there. Where a figure differs, <metrics>the page of figures</metrics> says exactly what Hindsight means by it.",
    },
  },
  cgm: {
    intro:
      "A continuous glucose monitor (CGM) measures through a thin wire under the skin, every five minutes: 288 readings a day. It does not measure blood but the fluid between the cells.",
    tissue: {
      title: "A few minutes behind the blood",
      text: "Glucose reaches that fluid about five minutes after the blood. While it changes quickly, a meter and the sensor can show different values, and both can be right.",
    },
    calibration: {
      title: "Calibration",
      text: "A calibration tells the sensor what a meter measured. It is optional with G6, G7, ONE and ONE+. Dexcom shares no calibrations and no events of Dexcom ONE. What Dexcom shares stands in <daily>Daily</daily>.",
    },
    firstDay: {
      title: "The first day of a sensor",
      text: "A new sensor warms up first, G7 for about half an hour, G6 for about two hours, and gives no readings meanwhile. In its first hours it is a little less exact. Daily says when a sensor was started and when its first reading came.",
    },
    compression: {
      title: "Lows that come from pressure",
      text: "Somebody who lies on the sensor can see a short low at night that passes as fast as it came. Whether it was one, the readings alone cannot tell for certain. Hindsight therefore removes none by itself; you can <leftOut>leave such readings out</leftOut>.",
    },
    edges: {
      title: "LOW and HIGH",
      text: "The sensor measures from {low} to {high}. Beyond that it only says LOW or HIGH. Hindsight writes “below” and “above” then, draws the reading at the edge of the chart, and the overview counts how many there were.",
    },
    gaps: {
      title: "Gaps",
      text: "Where readings are missing, the line is broken and nothing is filled in. Some come late: when the phone is back in reach, a sensor can hand over what it kept, G6 up to three hours, G7 up to a day. Hindsight reads the last three days again each time, so such gaps close by themselves.",
    },
  },
  delay: {
    late: "{sentence}. This is by Dexcom’s design, for every app that reads past data, and Hindsight keeps to it: anything newer is neither shown nor stored, even if it is sent. No setting of yours makes it faster.",
    none: "{sentence} on this installation. Elsewhere it is three hours, by Dexcom’s design.",
    through:
      "The line at the top of every report says how far the data goes (“Data through”). What is later is hatched in the charts and called “not yet available”. It does not count as missing.",
    sync: "Hindsight asks Dexcom about once an hour, so the newest reading can be up to an hour and a quarter older than that. <connection>Settings → Connection</connection> shows each sync and has a button to ask at once.",
    receiver:
      "A receiver does not send by itself. Its readings exist for Dexcom, and for Hindsight, only after it has been uploaded, and then arrive in one go with the next sync. The Dexcom app on a phone sends by itself.",
    picture: {
      label: "From left to right: readings shown here, then {delay} that are not yet available, then now.",
      shown: "Shown here",
      awaited: "Not yet available: {delay}",
      now: "Now: CGM app or meter",
    },
  },
  reports: {
    intro:
      "All reports follow the period at the top: 2 to 90 days, dates of your own, or the days since a visit. The address of the page holds what you chose, so it can be kept as a bookmark. Days go from midnight to midnight by the clock that you saw, also on journeys and when the clock changes.",
    overview:
      "The page for a visit: a sentence in plain words, time in range with its goals, average, GMI and variation, the glucose profile, patterns, every day in small, and what all of it rests on.",
    daily:
      "One day with its curve, carbs and insulin under it, alerts, calibrations and notes; or several days under one another. Here you can leave readings out.",
    overlay:
      "All days of the period on top of each other, for all or some weekdays. One day can be brought to the front.",
    profile:
      "What is typical at each time of day: the middle line is the median; half of all readings lie in the inner area, nine tenths in the outer one.",
    compare:
      "Two periods side by side. Each difference says whether it is more than your usual variation from day to day.",
    calendar:
      "Months with the time in range of each day, the days as small curves, or the hours of the week by weekday.",
    patterns:
      "What repeats on several days, by rules that anybody can check, with the days concerned and how easily chance would do the same. Also what was looked for and not found.",
    statistics:
      "Every figure by its name, and the readings by hour, by weekday and by day. Can be copied as text.",
    logbook:
      "What you entered in the Dexcom app and your own notes and visits, day by day: each entry with the glucose before it and two hours after. What is not entered is not in it.",
    notes:
      "Your own notes and visits. They stay in Hindsight, appear on the charts, and a visit lets you look at the days since then.",
    a1c: "Laboratory A1c values that you enter, with the GMI of your sensor beside them. The two often differ; the difference is a fact to discuss, not an error.",
    devices:
      "Your sensors, how much of the time they were worn, gaps, and the devices with their alert settings. From here you can print a certificate of wear without any glucose value.",
  },
  figures: {
    percentages:
      "“Time in range” is the share of readings in a range. 1 % of a day is about a quarter of an hour. Percentages are whole numbers that add up to 100; “less than 1 %” means that there was something, but little.",
    bands: "The five ranges",
    goals:
      "The goals are those that diabetes associations agreed on for most adults with type 1 or type 2 diabetes. Others apply in pregnancy and for older people or people at high risk. What is right for you is for you and your care team. “Met” and “not met” are written out, never only coloured.",
    withheld:
      "“—” stands where there is not enough data, with the reason and, where it can be known, the date from which the figure will be there. With less than 24 hours of readings only the coverage is shown. GMI needs 14 days with readings and {active} % of the time; the glucose profile needs 7 days with {hours} hours each. Time in range and average are shown from 24 hours on, but marked “may not be representative” below 14 days or {active} %.",
    definitions:
      "<metrics>The page of figures</metrics> has the definition, the formula, the source and a worked example of each.",
  },
  leftOut: {
    how: "In <daily>Daily</daily> you can exclude a stretch of readings and say why, for example pressure on the sensor or one that came loose. Nothing is deleted: the readings stay in the chart and are left out of the figures, the day says how many they were, and you can take them back at any time.",
    active: "“Sensor active” counts them all the same, because the sensor was worn.",
  },
  sharing: {
    how: "In <sharing>Sharing</sharing> you let somebody look: with a code that you read aloud and then confirm for whoever entered it, or with an invitation to an e-mail address. They sign in with an account of their own, and nothing is shared before that; a message never opens anything by itself.",
    link: "For a visit there is a third way, without an account: a link and a passcode. Send the link and say the passcode: neither opens anything alone, and whoever has both sees what you chose. A link opens as often as you allow, each time for four hours at most, and always ends. You see every opening with the time, the kind of browser, the system and the network, but not who it was: give it to nobody whom you do not want to look.",
    clinic:
      "You can also share with a clinic. Type the code that it gave you: you see which clinic it is and who manages it, and only then confirm. Everybody who works there in Hindsight sees what you chose, whoever joins later too, and whoever leaves sees nothing any more. Your record says who looked and for which clinic; that your figures stood in the clinic’s list is a row of its own.",
    what: "You choose all reports or the summary only, with or without events, with or without notes and lab values, which days, and for how long. They can look and do nothing else: they change nothing, connect nothing, and cannot pass it on in Hindsight. Like you they see only the past.",
    stop: "“Stop sharing” ends it at once, from the very next thing they open. What they have printed, copied, downloaded or noted before stays with them; a download that is running breaks off. A share that has no end asks you every year whether it is still right, also by e-mail if you have confirmed an address.",
    learn:
      "The other side sees your name, what you share and your note. When it ends they learn that it ended, never why. You see who looked: each page that somebody else opens, and each file of readings that they download, is written into your record.",
  },
  connection: {
    permission:
      "You sign in on Dexcom’s own page; Hindsight never sees your password. There Dexcom asks you to agree and to sign with your name. Hindsight may then read past glucose, events, calibrations, alerts and which devices you use. It can read only: nothing at Dexcom is changed. Dexcom does not tell it your name or your e-mail address.",
    history:
      "The first import begins with the newest days and goes back as far as Dexcom has data. You can use the reports meanwhile.",
    lost: "Dexcom can end the permission: when you remove it there, when you change your Dexcom password, or when it has run out. Then nothing new is read, everything read so far stays, and “Reconnect” asks Dexcom again. Reconnect with the same account; data of two people is never mixed.",
    down: "Dexcom does not answer? With a passkey or an e-mail address that you added in <security>Settings → Security</security> you get in all the same, and everything that was read is there.",
    guardian:
      "Parents and guardians connect the account of the person who wears the sensor and say so before they go to Dexcom.",
  },
  ending: {
    intro:
      "Hindsight’s part ends here, at once. The permission itself is kept at Dexcom and ends only there. Do both if you want both to end.",
    caption: "What ends where",
    action: "What you do",
    here: "Here",
    dexcom: "At Dexcom",
    keep: {
      action: "Disconnect and keep (<connection>Settings → Connection</connection>)",
      here: "Reading stops and the stored permission is destroyed. The reports stay as they are.",
      dexcom: "Hindsight stays in the list of permitted apps until you remove it.",
    },
    delete: {
      action: "Disconnect and delete (<connection>Settings → Connection</connection>)",
      here: "As above, and everything read from Dexcom is deleted. Your sign-in, notes, laboratory values and exclusions stay.",
      dexcom: "The same as above.",
    },
    everything: {
      action: "Delete everything (<data>Settings → Data</data>)",
      here: "Your key and every row about you are destroyed, you are signed out and get a receipt.{days, plural, =0 {} one { Backups of keys are gone after # day at most.} other { Backups of keys are gone after # days at most.}}",
      dexcom: "The same as above. Your data at Dexcom stays as it is.",
    },
    remove: {
      action: "Remove Hindsight in your Dexcom account",
      here: "Hindsight notices it within a few hours and stops reading. What was read stays until you delete it.",
      dexcom: "The permission ends.",
    },
    signOut: {
      action: "Sign out",
      here: "Only this session ends. Readings are fetched as before.",
      dexcom: "Nothing changes.",
    },
  },
  appleHealth: {
    text: "Hindsight neither reads Apple Health nor writes to it. Dexcom’s app can put glucose into Apple Health on your phone, also about three hours late. That is separate: disconnecting here does not end it, and ending it there changes nothing here.",
  },
  regions: {
    here: "{region}: that is what this installation is set up for.",
    account:
      "A Dexcom account lives in exactly one region: the United States, Japan, or one for all other countries. An account of another region cannot sign in here.",
    open: "Dexcom decides in which countries other apps may read data: today in the United States, elsewhere to a limited extent. If Dexcom does not let you in although your account belongs to this region, ask the operator of this site.",
  },
  contact: {
    emergency: { term: "In an emergency", text: "Call your local emergency number." },
    now: {
      term: "Your glucose now",
      text: "Look at your CGM app or use a meter. Hindsight does not know it.",
    },
    care: {
      term: "Treatment, and what the figures mean for you",
      text: "Ask your doctor or your care team.",
    },
    dexcom: {
      term: "The sensor, the receiver, the Dexcom app or your Dexcom account",
      text: "Ask Dexcom’s technical support.",
    },
    operator: {
      term: "This site: something is wrong, missing or unclear",
      text: "Ask its operator:",
      none: "Ask its operator, who has not given a contact here yet.",
    },
  },
  device: {
    install: {
      title: "As an app",
      text: "Hindsight can be installed: it is the same site, with an icon and a window of its own. <device>Settings → This device</device> says how. There you can also let this browser keep a copy of your last overview for reading without a network: off unless you turn it on, encrypted, unreadable after {hours} hours, and deleted when you sign out.",
    },
    print: {
      title: "On paper and as PDF",
      text: "Print a report with the print command of your browser; choosing “PDF” there makes a file. On paper, patterns take the place of colours, and controls are left out.",
    },
    language: {
      title: "Language and units",
      text: "English and Spanish; the choice stands at the foot of this page and in the account menu, and is kept in this browser. Without a choice the browser’s own language decides. mg/dL and mmol/L are switched at the top of every report.",
    },
    accessibility: {
      title: "Accessibility",
      text: "Everything works with the keyboard alone. Every chart has a summary for screen readers and its numbers as a table, and can be read with the arrow keys. No colour speaks alone. The dark appearance and the wish for less motion follow your system. If something does not work for you, tell the operator.",
    },
  },
} as const;
