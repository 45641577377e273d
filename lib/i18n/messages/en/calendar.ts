/** What the calendar says: months of days, and hours by weekday. */
export const calendar = {
  title: "Calendar",
  facts: {
    days: "{count, plural, one {# day} other {# days}}",
  },
  show: {
    label: "What the calendar shows",
    range: "Time in range",
    curves: "Curves",
    hours: "Hours of the week",
  },
  value: {
    label: "What the hours show",
    mean: "Average glucose",
    range: "Time in range",
  },
  left: "The newest {shown, plural, one {month} other {# months}} of this period. The {left, plural, one {month} other {# months}} before can be reached by choosing earlier days.",
  month: {
    inRange: "{percent} in range",
    active: "sensor active {percent} %",
    none: "no readings",
  },
  range: {
    title: "Time in range per day",
    unit: "% of readings",
    note: "Each square is one day and opens it. The number is the share of its readings from {low} to {high}.",
    hint: "The arrow keys move from day to day and from week to week, Home and End to the first and the last day. Enter opens a day.",
  },
  curves: {
    title: "Days as curves",
    note: "Each day from midnight to midnight with the share of its readings from {low} to {high}. Every day opens.",
  },
  summary:
    "{days, plural, =0 {No day has} one {One day has} other {# days have}} readings. More than 70 % of readings were in range on {above} of them.",
  day: {
    label: "{date}: {inRange} in range, {below} below, {above} above, sensor active {active} % of the day",
    labelNone: "{date}: no readings",
    labelNoneYet: "{date}: no readings so far",
    soFar: "so far",
    worn: "worn {percent} %",
    none: "No readings",
    noneYet: "None so far",
  },
  legend: {
    below: "below {percent} %",
    between: "{from}–{to} %",
    fewReadings: "less than {percent} % of readings",
    noReadings: "no readings",
    fewDates: "fewer than {count, plural, one {# date} other {# dates}}",
  },
  hours: {
    meanTitle: "Average glucose by hour and weekday",
    rangeTitle: "Time in range by hour and weekday",
    rangeUnit: "% of readings",
    note: "Each square is one hour of one weekday, over all such dates of the period. Hatched squares rest on fewer than {count, plural, one {# date} other {# dates}}: a single day can decide them.",
    hint: "The arrow keys move from hour to hour and from weekday to weekday, Home and End to the first and the last square.",
    counts: "The small number counts the dates behind a square: 12× are twelve.",
    idle: "Point at a square or move with the arrow keys to read it here.",
    hour: "Hour",
    cell: "{weekday}, {from} to {to}: {value}, {dates, plural, one {# date} other {# dates}}",
    cellNone: "{weekday}, {from} to {to}: no readings",
    average: "average {value}, {band}",
    inRange: "{percent} in range",
    dates: "{dates, plural, one {# date} other {# dates}}",
    summary:
      "{value, select, mean {The highest average is {highest}, on {highestAt}; the lowest is {lowest}, on {lowestAt}.} other {Most time in range, {highest}, on {highestAt}; least, {lowest}, on {lowestAt}.}}",
    at: "{weekday} from {from} to {to}",
    summaryNone: "No hour has enough dates to be compared.",
  },
  table: {
    day: "Day",
    inRange: "In range",
    below: "Below",
    above: "Above",
    mean: "Average",
    active: "Sensor active",
  },
} as const;
