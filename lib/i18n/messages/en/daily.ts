export const daily = {
  title: "Daily",
  figures: {
    label: "The day in figures",
    average: "Average",
    active: "Sensor active",
    none: "No readings on this day.",
    allExcluded: "Every reading of this day is excluded.",
    without: "Without the excluded readings. With them: average {average}, {percent} % in range.",
    withOnly: "With them: average {average}, {percent} % in range.",
  },
  table: {
    time: "Time",
    glucose: "Glucose ({unit})",
    range: "Range",
    figures: "In the figures",
    counts: "yes",
    excluded: "excluded",
  },
  sentence: {
    none: "There are no readings on this day.",
    readings:
      "{count, plural, one {# reading} other {# readings}}, {percent} % in range; the lowest was {lowest}, the highest {highest}.",
    readingsOnly:
      "{count, plural, one {# reading} other {# readings}}; the lowest was {lowest}, the highest {highest}.",
    at: "{value} at {time}",
  },
  about: {
    title: "About this day",
    span: "{from} to {to}",
    clock: "This day had {hours}, because the clock changed.",
    moved: "This day had {hours}, because the clock moved (journey or clock change).",
    movedAt: "At {time} the clock moved by {step} (journey or clock change).",
    gap: "No readings {span} ({duration}).",
    notFetchedYet: "Not fetched yet: {span}. The next sync brings it.",
    notFetched: "Not fetched: {span}. Dexcom is not connected.",
    notYet: "Not yet available: {span}. {delay}.",
    implausible: "Left out as implausible: {count}.",
    sensorStarted: "A new sensor was started at {time}; its first reading came at {first}.",
    sensorStartedOnly: "A new sensor was started at {time}.",
    sensorFirst: "The first reading of a new sensor came at {first}; it was started the day before.",
    sensorEnded: "The last reading of the sensor before came at {time}.",
  },
  events: {
    title: "Events",
    none: "Nothing was entered on this day.",
  },
  calibrations: "Calibrations",
  alerts: {
    title: "Alerts",
    note: "Each time that an alert of the device began.",
    limits: "The device has limits of its own, whichever ranges are chosen here.",
  },
  notes: "Notes and visits",
  exclusions: {
    title: "Excluded readings",
    readings: "{count, plural, =0 {no readings} one {# reading} other {# readings}}",
  },
  view: {
    label: "Days shown",
    days: "{count, plural, one {# day} other {# days}}",
  },
  zone: {
    label: "Clock",
    asWorn: "As worn",
    note: "The day is cut and drawn on one clock, {zone}, whatever the person’s own clock showed.",
  },
} as const;
