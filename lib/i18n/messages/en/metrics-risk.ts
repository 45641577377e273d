const RISK = "r(x) = 10 · f(x)², f(x) = 1.509 · (ln(x)^1.084 − 5.381), x in mg/dL";

export const metricsRisk = {
  lbgi: {
    name: "Low blood glucose index",
    shortName: "LBGI",
    meaning: "How often and how far glucose was low, with far lows weighing much more.",
    definition:
      "The mean over all readings of the risk of low glucose; readings above the middle count with 0.",
    formula: `mean of rl(x); ${RISK}; rl(x) = r(x) where f(x) < 0, else 0`,
    variant:
      "Over all readings. The factor is 10 · 1.509² as published; iglu writes 22.77 and comes out 0.0036 % lower. One variant of rGV divides by the readings with a risk only, which gives a larger number.",
    unit: "none",
    edgeCases: "0 where no reading is below the middle; no value without readings.",
    steps:
      "f(60) = −1.1649, so rl = 10 · 1.3571 = 13.571. f(100) = −0.2196, so rl = 0.482.\n" +
      "150 and 300 lie above the middle and count with 0.\n" +
      "(13.571 + 0.482 + 0 + 0) / 4 = 3.513.",
  },
  hbgi: {
    name: "High blood glucose index",
    shortName: "HBGI",
    meaning: "How often and how far glucose was high, with far highs weighing more.",
    definition:
      "The mean over all readings of the risk of high glucose; readings below the middle count with 0.",
    formula: `mean of rh(x); ${RISK}; rh(x) = r(x) where f(x) > 0, else 0`,
    variant: "As for LBGI.",
    unit: "none",
    edgeCases: "0 where no reading is above the middle; no value without readings.",
    steps:
      "f(150) = 0.5372, so rh = 2.886. f(300) = 1.8426, so rh = 33.952. 60 and 100 count with 0.\n" +
      "(0 + 0 + 2.886 + 33.952) / 4 = 9.209.",
  },
  bgri: {
    name: "Blood glucose risk index",
    shortName: "BGRI",
    meaning: "The risk of low and of high glucose together.",
    definition: "LBGI plus HBGI.",
    variant: "As for LBGI.",
    unit: "none",
    edgeCases: "No value without readings.",
    steps: "With more decimals, 3.5132 + 9.2094 = 12.723.",
  },
  adrr: {
    name: "Average daily risk range",
    shortName: "ADRR",
    meaning: "How far apart the lowest and the highest reading of a day are, in terms of risk.",
    definition:
      "For each date the largest risk of a low reading plus the largest risk of a high one; the mean over dates.",
    formula: `mean over dates of (max rl + max rh); ${RISK}`,
    variant:
      "By calendar date of the person's own clock. rGV sets its days off a little, which moves the number.",
    unit: "none",
    edgeCases: "A date with few readings counts like a full one; dates without readings do not count.",
    steps:
      "Day 1: rl(60) + rh(150) = 13.571 + 2.886 = 16.456 with all decimals.\n" +
      "Day 2: rl(100) + rh(300) = 0.482 + 33.952 = 34.434.\n" +
      "(16.456 + 34.434) / 2 = 25.445.",
  },
  gri: {
    name: "Glycemia risk index",
    shortName: "GRI",
    meaning: "The five bands in one number from 0 to 100, as clinicians weigh them; lower is less risk.",
    definition:
      "A weighted sum of the exact shares below and above range, at most 100, with five zones: A up to 20, B up to 40, C up to 60, D up to 80, E above.",
    formula:
      "3.0 · very low + 2.4 · low + 1.6 · very high + 0.8 · high, each in %\n" +
      "= 3.0 · (very low + 0.8 · low) + 1.6 · (very high + 0.5 · high)",
    variant:
      "With the bands that do not overlap; early versions of iglu counted very low twice. GlucoStats exchanges the weights of high and very high. The zone is that of the unrounded value.",
    unit: "none",
    edgeCases: "No value without readings.",
    steps:
      "Very low, low, high and very high are 10 % each.\n" +
      "3.0 · 10 + 2.4 · 10 + 1.6 · 10 + 0.8 · 10 = 78, which is zone D.\n" +
      "Its parts: hypo 10 + 0.8 · 10 = 18, hyper 10 + 0.5 · 10 = 15, and 3.0 · 18 + 1.6 · 15 = 78.",
    results: { hypo: "Hypo component", hyper: "Hyper component" },
  },
  cogi: {
    name: "Continuous glucose monitoring index",
    shortName: "COGI",
    meaning:
      "Time in range, time below range and spread in one number from 0 to 100; higher is nearer to the goals.",
    definition:
      "Half of it is time in range, 35 % time below range (full marks at 0 %, none from 15 % on), 15 % the SD (full marks up to 18 mg/dL or 1.0 mmol/L, none from 108 mg/dL or 6.0 mmol/L on).",
    formula:
      "0.5 · TIR + 0.35 · 100 · (15 − TBR) / 15 + 0.15 · 100 · (108 − SD) / 90, each mark from 0 to 100",
    variant: "With the sample SD.",
    unit: "none",
    edgeCases: "No value below two readings.",
    steps:
      "Time in range 60 %: 0.5 · 60 = 30. Time below range 20 %, above 15: 0.\n" +
      "SD 80.86: 100 · (108 − 80.86) / 90 = 30.15 marks, and 0.15 · 30.15 = 4.52.\n" +
      "30 + 0 + 4.52 = 34.52.",
  },
} as const;
