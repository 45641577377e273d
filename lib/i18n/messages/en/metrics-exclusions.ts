const UNIT = "readings left out";
const VARIANT =
  "Never unasked. Nothing is deleted: every figure can be shown with these readings and without, and says how many were left out. Sensor active counts them all the same, since the sensor was worn.";

export const metricsExclusions = {
  "exclusion-sensor-start": {
    name: "Start of a sensor",
    shortName: "Start of a sensor",
    meaning: "The first hours of a new sensor, when it is a little less exact.",
    definition:
      "The first 12 or 24 hours of each sensor, counted from its start, and only its own readings. The start is known for sensors in one piece with their transmitter, such as Dexcom G7. For others it is unknown, and nothing is left out.",
    variant: VARIANT,
    unit: UNIT,
    edgeCases: "None where the start of the sensor cannot be told.",
    steps:
      "A sensor that started at 07:00, with the choice of 12 hours: 07:00 to 19:00, which is 12 · 60 = 720 minutes.",
    results: { leftOut: "Left out" },
  },
  "exclusion-compression-low": {
    name: "Suspected compression low",
    shortName: "Suspected compression low",
    meaning: "A short low at night that looks as if somebody lay on the sensor.",
    definition:
      "At night (00:00–06:00 unless set), after {steadyMinutes} minutes within {tolerance} % of one level, glucose falls by at least {change} within {fallMinutes} minutes to below {low}, is back at or above it within {lowMinutes} minutes, and rises by at least {change} within {riseMinutes} minutes to within {tolerance} % of the level before. Sensors that report every 15 minutes are too slow to tell. This is a suspicion of pressure on the sensor, not a finding: a true low that was treated at once can look the same. Nothing is left out unless somebody asks for it.",
    variant: VARIANT,
    unit: UNIT,
    edgeCases: "None is found where the half hour before was not seen or not steady.",
    steps:
      "Steady at 110, then 48 mg/dL down in 10 minutes to 62, below 70 for 20 minutes, and back at 108 within 10 minutes.\n" +
      "80 % of 110 is 88: left out from the first reading below 88 (85 at 02:40) to the first back at it (88 at 03:05), 25 minutes.",
    results: { suspected: "Suspected" },
  },
  "exclusion-by-hand": {
    name: "Marked by hand",
    shortName: "Marked by hand",
    meaning: "A stretch of time that somebody marked, with the reason.",
    definition:
      "A stretch of time that a person marked, with a reason of up to {characters} characters. Readings are kept, and the mark can be taken back.",
    variant: VARIANT,
    unit: UNIT,
    edgeCases: "Needs an end after its start, a reason, and who marked it.",
    steps: "“Sensor came loose” from 14:00 to before 14:45: 45 minutes, readings of 14:00 to 14:40.",
    results: { leftOut: "Left out" },
  },
} as const;
