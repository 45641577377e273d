/** Several days under one another. */
export const days = {
  title: "Days under one another",
  summary:
    "{count, plural, one {# day} other {# days}} on one 24-hour axis; {withReadings, plural, =0 {none of them has} one {# of them has} other {# of them have}} readings.",
  note: "The shaded range is {target}; every day is drawn from {from} to {to}. Select a day to open it.",
  inRange: "in range",
  averageOf: "average {value}",
  noReadings: "No readings",
  length: "{duration}: the clock changed",
  moved: "{duration}: the clock moved",
  soFar: "so far",
  open: "{date}: {percent} % in range, average {average}. Open this day",
  openNone: "{date}: no readings. Open this day",
  openLength: "this day had {duration}",
  columns: {
    date: "Day",
    inRange: "In range",
    average: "Average",
    lowest: "Lowest",
    highest: "Highest",
    readings: "Readings",
    length: "Length",
  },
} as const;
