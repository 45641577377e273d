const OF_READINGS = "% of readings";
const COMPARED =
  "Readings are compared as the sensor sent them, unrounded and in the unit they came in; rounding is for display only.";
const UNDER_ONE =
  "0 without readings. A share that rounds to 0 although readings are there is written “< 1 %”.";

export const metricsRanges = {
  "time-in-range": {
    name: "Time in range (TIR), 70–\u2060180\u00A0mg/dL (3.9–\u206010.0\u00A0mmol/L)",
    shortName: "Time in range",
    meaning: "The share of readings that lie between 70 and 180 mg/dL (3.9 and 10.0 mmol/L).",
    definition: "Readings from 70 to 180 mg/dL, both included, as a share of all readings.",
    formula: "100 · count(70 ≤ x ≤ 180) / n",
    variant: `${COMPARED} Tidepool rounds first, so that 69.5 is in range there and low here; AGATA counts 70 and 180 as outside, Nightscout 180 as high. Every reading counts alike; GlucoStats weighs by time, gaps included.`,
    unit: OF_READINGS,
    edgeCases: "0 without readings. The period's verdict, not the number, says whether there were enough.",
    goal: "Above {bound} % for most adults with type 1 or type 2 diabetes; other groups under “Range sets”",
    steps: "70, 95, 110, 140, 160 and 180 are in range: 6 of 10 readings, 60 %. Both edges belong to it.",
  },
  "time-below-range": {
    name: "Time below range (TBR), below 70 mg/dL (3.9 mmol/L)",
    shortName: "Time below range",
    meaning:
      "The share of readings below 70 mg/dL (3.9 mmol/L), of which those below 54 (3.0) are called very low.",
    definition:
      "Two bands that do not overlap: low from 54 to below 70 mg/dL, very low below 54. The goal for low counts both together.",
    formula: "very low: 100 · count(x < 54) / n\nlow: 100 · count(54 ≤ x < 70) / n",
    variant: `${COMPARED} AGATA and GlucoStats count 54 and 70 themselves as low, the consensus does not.`,
    unit: OF_READINGS,
    edgeCases: UNDER_ONE,
    goal: "Below {low} % under 70 mg/dL, very low included, and below {veryLow} % under 54 mg/dL (3.0 mmol/L)",
    steps:
      "Very low: only 50, 1 of 10, which is 10 %.\n" +
      "Low: only 65, 1 of 10, which is 10 %. 70 is in range.\n" +
      "The goal looks at both together: 20 %.",
    results: { veryLow: "Very low", low: "Low" },
  },
  "time-above-range": {
    name: "Time above range (TAR), above 180 mg/dL (10.0 mmol/L)",
    shortName: "Time above range",
    meaning:
      "The share of readings above 180 mg/dL (10.0 mmol/L), of which those above 250 (13.9) are called very high.",
    definition:
      "Two bands that do not overlap: high above 180 and up to 250 mg/dL, very high above 250. The goal for high counts both together.",
    formula: "high: 100 · count(180 < x ≤ 250) / n\nvery high: 100 · count(x > 250) / n",
    variant: `${COMPARED} A source in mmol/L is compared with 10.0 and 13.9, so that a reading of 13.9 is high, not very high.`,
    unit: OF_READINGS,
    edgeCases: UNDER_ONE,
    goal: "Below {high} % above 180 mg/dL, very high included, and below {veryHigh} % above 250 mg/dL (13.9 mmol/L)",
    steps:
      "High: only 220, 1 of 10, which is 10 %. 180 is in range.\n" +
      "Very high: only 310, 1 of 10, which is 10 %.",
    results: { high: "High", veryHigh: "Very high" },
  },
  "time-in-tight-range": {
    name: "Time in tight range (TITR), 70–\u2060140\u00A0mg/dL (3.9–\u20607.8\u00A0mmol/L)",
    shortName: "Time in tight range",
    meaning:
      "The share of readings between 70 and 140 mg/dL (3.9 and 7.8 mmol/L), a narrower band inside the range.",
    definition: "Readings from 70 to 140 mg/dL, both included, as a share of all readings.",
    formula: "100 · count(70 ≤ x ≤ 140) / n",
    variant: `${COMPARED} Not to be confused with TING, which starts at 63.`,
    unit: OF_READINGS,
    edgeCases: "No value without readings.",
    steps: "70, 95, 110 and 140: 4 of 10 readings, 40 %.",
  },
  "range-sets": {
    name: "Range sets: pregnancy, older adults, own ranges",
    shortName: "Range sets",
    meaning:
      "The same readings against the ranges and goals of another group of people, beside the standard ones.",
    definition:
      "Pregnancy: below 54, 54 to below 63, 63–140 and above 140 mg/dL (3.0, 3.5 and 7.8 mmol/L), four bands, since no “very high” is defined. Older adults and adults at high risk: the standard bands with other goals. Own ranges: any rising bounds from 20 to 600 mg/dL, without goals.",
    variant: "Never applied unasked. Standard ranges stay on the page, so that two reports can be compared.",
    unit: OF_READINGS,
    edgeCases: "0 in every band without readings.",
    goal: "Pregnancy with type 1: above 70 % in 63–140, below 4 % under 63, below 1 % under 54, below 25 % above 140. With type 2 or gestational diabetes no percentages are set. Older or at high risk: above 50 % in 70–180, below 1 % under 70, below 50 % above 180, below 10 % above 250",
    steps:
      "In the pregnancy range are 65, 70, 95, 110 and 140: 5 of 10, 50 %.\n" +
      "Above 140 are 160, 180, 220 and 310: 4 of 10, 40 %.",
    results: { target: "In 63–140", high: "Above 140" },
  },
  "whole-percentages": {
    name: "Whole percentages",
    shortName: "Whole percentages",
    meaning: "How the bands are rounded, so that they add up to exactly 100.",
    definition:
      "Each share is rounded down; the points that are missing to 100 go to the largest remainders. On a tie the larger share comes first, then the lower band. Goals are tested on the unrounded shares.",
    variant:
      "Known as the method of the largest remainder. Tidepool adds what is missing to the band “high”, whatever band the rounding took it from.",
    unit: "%",
    edgeCases: "“< 1 %” stands for a band that has readings but rounds to 0; it counts as 0 in the total.",
    steps:
      "Of 300 readings 2 are low, 197 in range and 101 high: 0.67 %, 65.67 % and 33.67 %.\n" +
      "Rounded down: 0, 65 and 33, together 98. Two points are missing and all remainders are equal (0.67).\n" +
      "They go to the larger shares: 66 % in range and 34 % high. Low has readings, so it reads “< 1 %”.",
    results: { low: "Low", inRange: "In range", high: "High" },
  },
} as const;
