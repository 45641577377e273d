/** What the view of days over one another says. */
export const overlay = {
  title: "Overlay",
  facts: "{dates} · {count, plural, one {# day} other {# days}} with readings",
  factsOf: "{dates} · {weekdays} · {count, plural, one {# day} other {# days}} with readings",
  weekdays: {
    label: "Which days",
    byName: "Single weekdays",
    all: "All days",
    weekdays: "Monday to Friday",
    weekend: "Saturday and Sunday",
    choice: "{name} ({count})",
    only: "Only {weekday}: {count, plural, one {# day} other {# days}}",
    add: "Add {weekday}: {count, plural, one {# day} other {# days}}",
    remove: "Take away {weekday}: {count, plural, one {# day} other {# days}}",
    none: "None of these weekdays has readings in this period.",
  },
  chart: {
    title: "Days over one another",
    note: "Each line is one day from midnight to midnight, as the clock on the wall showed it. A line breaks where readings are missing.",
    summary:
      "{count, plural, one {One day} other {# days}}. The lowest reading is {lowest}, the highest {highest}. Time in range goes from {least} on {leastDay} to {most} on {mostDay}.",
    at: "{value} on {day} at {time}",
  },
  readout: {
    idle: "Point at a line to see whose it is. Choosing a day, here or below, keeps it in front.",
    inRange: "{percent} in range",
    average: "average {value}",
    span: "{lowest} to {highest}",
    worn: "sensor active {percent} % of the day",
    soFar: "so far",
    open: "Open this day",
    clear: "Show all days alike",
  },
  days: {
    title: "The days",
    hint: "The arrow keys move from day to day. Enter brings a day to the front of the drawing.",
    label: "{date}: {facts}",
    none: "{date}: no readings",
    worn: "worn {percent} %",
  },
  notes: {
    title: "About these days",
    left: "Only the newest {shown, plural, one {day is} other {# days are}} drawn; {left, plural, one {one earlier day is} other {# earlier days are}} left out, because more lines would hide one another.",
    lengths:
      "The clock moved, for a clock change or a journey: {days}. Every reading stands at the time its own clock showed, so an hour can hold two lines or none.",
    length: "{day} had {duration}",
    soFar: "{day} is drawn as far as it is available.",
    below:
      "{count, plural, one {On one day} other {On # days}} glucose was {value}, under what the sensor can measure; these readings stand on the lower edge.",
    above:
      "{count, plural, one {On one day} other {On # days}} glucose was {value}, over what the sensor can measure; these readings stand on the upper edge.",
    excluded:
      "{count, plural, one {One reading that was left out is} other {# readings that were left out are}} not drawn.",
    notDrawn: "{day} is not among the days drawn here.",
    openDaily: "Open it in Daily",
  },
  table: {
    day: "Day",
    readings: "Readings",
    average: "Average",
    inRange: "In range",
    lowest: "Lowest",
    highest: "Highest",
    active: "Sensor active",
  },
} as const;
