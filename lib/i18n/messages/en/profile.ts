/** What is said of the glucose profile, in its own view and on Overview. */
export const profile = {
  title: "Glucose profile",
  /** Over the drawing on its own page, whose heading is the title. */
  chartTitle: "Glucose by time of day",
  facts: "{dates} · {count, plural, one {# day} other {# days}} with readings",
  factsOf: "{dates} · {weekdays} · {count, plural, one {# day} other {# days}} with readings",
  note: "{count, plural, one {# day} other {# days}} laid over one another: half of all readings fall in the inner area, nine in ten in the outer one.",
  sentence: "The median lies between {lowest} and {highest}.",
  sentenceNone: "No time of day has readings from enough days.",
  at: "{value} around {time}",
  table: {
    time: "Time of day",
    median: "Median",
    days: "Days",
  },
  days: {
    label: "Which days",
    all: "All days",
    weekdays: "Monday to Friday",
    weekend: "Saturday and Sunday",
  },
  over: {
    label: "Laid over it",
    none: "Nothing",
    before: "The period before",
    weekend: "Weekends over weekdays",
  },
  detail: {
    label: "Detail",
    smooth: "Hourly, smoothed",
    hourly: "Hourly",
    quarter: "15 minutes",
    five: "5 minutes",
  },
  detailNote: {
    smooth: "Percentiles of every hour, each smoothed with the hours beside it (weights 1-4-1).",
    hourly: "Percentiles of every hour as they are, not smoothed.",
    quarter:
      "Percentiles of every 15 minutes, not smoothed. Each point rests on fewer readings, so the curve jumps more.",
    five: "Percentiles of every 5 minutes, not smoothed. Each point rests on few readings, so the curve jumps most.",
  },
  pair: {
    note: "{first}, filled: {firstDays, plural, one {# day} other {# days}} laid over one another. {second}, as a dashed outline: {secondDays, plural, one {# day} other {# days}}. Area and outline each hold the middle half of all readings.",
    sentence:
      "The medians lie furthest apart around {time}: {first} in {firstName}, {second} in {secondName}.",
    withheld: "Only {shown} is drawn. {name}: {reason}",
    columns: "{name}: {percentile}",
  },
  longer: "A longer period has more of these days.",
  longerLink: "Show the last {count} days",
  readings: {
    title: "Read off the curve",
    rule: "From the points that are drawn: where the median is lowest and highest, and where the middle half of all readings (from 25 % to 75 %) is narrowest and widest. Of equal ones the earliest counts.",
    fact: "What",
    lowest: "Lowest median",
    highest: "Highest median",
    narrowest: "Narrowest middle half",
    widest: "Widest middle half",
    apart: "Medians furthest apart",
    range: "{range} around {time}",
    apartBy: "{difference} around {time}",
    none: "Too few days",
  },
  times: {
    title: "Six times of day",
    note: "Percentiles of the readings taken in these minutes, as drawn.",
    curve: "Days",
    span: "{from} to {to}",
  },
} as const;
