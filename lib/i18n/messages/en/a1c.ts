export const a1c = {
  title: "A1c",
  facts: "Laboratory values you enter, with the GMI of your sensor beside them.",
  new: "New laboratory value",
  explain:
    "A1c comes from blood and reflects about three months. GMI is computed from the sensor’s average glucose; it is not a laboratory value. The two often differ, for example because red blood cells do not live equally long in everybody, or because the sensor was not worn all the time. A person’s own difference is worth knowing and worth discussing with the care team.",
  gap: {
    title: "Personal gap",
    below:
      "GMI has been {from} to {to} points below the laboratory A1c ({pairs, plural, one {# pair} other {# pairs}}; median {median}).",
    above:
      "GMI has been {from} to {to} points above the laboratory A1c ({pairs, plural, one {# pair} other {# pairs}}; median {median}).",
    around:
      "GMI has been between {from} points below and {to} points above the laboratory A1c ({pairs, plural, one {# pair} other {# pairs}}; median {median}).",
    same: "GMI has been the same as the laboratory A1c, to a tenth ({pairs, plural, one {# pair} other {# pairs}}).",
    notYet:
      "With two laboratory values that have enough sensor data before them, the personal gap stands here.",
    rule: "GMI of the 90 days that end with the blood test, minus the laboratory value. Pairs in which the GMI is withheld do not count.",
  },
  chart: {
    title: "A1c and GMI over time",
    note: "Filled diamonds are laboratory values, open circles the GMI of the 90 days before each.",
    summary:
      "{count, plural, one {# laboratory value} other {# laboratory values}}, the newest {value} on {date}.",
  },
  columns: {
    date: "Date",
    lab: "Laboratory A1c",
    gmi90: "GMI, 90 days",
    gmi14: "GMI, 14 days",
    gap: "Gap",
  },
  points: "{amount} points",
  list: "Laboratory values",
  empty: "No laboratory value yet. Enter the A1c from your last blood test to see it beside your GMI.",
} as const;
