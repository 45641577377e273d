import type { Targets } from "@/lib/clinics/schema";
import { g6Phone, g7Phone, onePlusPhone } from "@/lib/simulator/people/devices";
import { type Differences, PENS } from "@/lib/simulator/people/ordinary-person";

/** How somebody of the demo's clinic lives: what their readings come from, and how the clinic keeps them. */
export interface Story {
  readonly differs: Omit<Differences, "name" | "story">;
  readonly targets: Targets | null;
  readonly tag: string | null;
  /** Why somebody of the clinic should call today; null where nobody need. */
  readonly callFor: string | null;
}

type Body = NonNullable<Differences["body"]>;

/** A pump that decides by itself, which most of the clinic wears. */
const AUTOMATED: Body = {
  settlesAt: 122,
  settlingMinutes: 120,
  dosingError: 0.14,
  missedBoluses: 0.02,
  bolusDelayMinutes: [-8, 7],
  driftHours: 20,
  driftDays: 8,
  unrest: 0.3,
  sensitivityDrift: 0.08,
  correctsAbove: 190,
  treatsBelow: 78,
  rescue: 0.036,
  risePerGram: 3.9,
  dropPerUnit: 39,
};

/** On the safe side: rather high than low. */
const CAUTIOUS: Body = { settlesAt: 158, rescue: 0.06, dosingError: 0.15, treatsBelow: 92, nightFall: 2 };

const IN_PREGNANCY: Body = {
  settlesAt: 106,
  settlingMinutes: 150,
  dosingError: 0.14,
  missedBoluses: 0.01,
  bolusDelayMinutes: [-12, 7],
  bolusTarget: 95,
  correctsAbove: 150,
  treatsBelow: 72,
  rescue: 0.036,
  treatmentGrams: [8, 14],
  driftHours: 14,
  driftDays: 5,
  dawnRise: 12,
  nightFall: 2,
  unrest: 0.26,
  risePerGram: 3.7,
  dropPerUnit: 37,
};

const OLDER: Body = {
  ...PENS,
  settlesAt: 165,
  rescue: 0.036,
  dosingError: 0.18,
  treatsBelow: 90,
  nightFall: 0,
};

const story = (
  differs: Story["differs"],
  { targets = null, tag = null, callFor = null }: Partial<Omit<Story, "differs">> = {},
): Story => ({ differs, targets, tag, callFor });

const PUMP = { tag: "Pump" } as const;
const PEN = { tag: "Pens" } as const;
const PREGNANT = { targets: "pregnancy", tag: "Pregnancy" } as const;
const OLD = { targets: "older", tag: "Over 65" } as const;

/** What most of the clinic is like, each as often as its share says. */
export const ORDINARY_STORIES: readonly { readonly share: number; readonly story: Story }[] = [
  { share: 0.34, story: story({ body: AUTOMATED }, PUMP) },
  {
    share: 0.1,
    story: story(
      { body: { ...AUTOMATED, settlesAt: 130 }, device: g6Phone("android", { low: 70, high: 240 }) },
      PUMP,
    ),
  },
  { share: 0.2, story: story({ body: { ...CAUTIOUS, ...PENS } }, PEN) },
  { share: 0.08, story: story({ body: { ...CAUTIOUS, ...PENS, settlesAt: 180, missedBoluses: 0.2 } }, PEN) },
  {
    share: 0.06,
    story: story(
      { body: { ...CAUTIOUS, bolusDelayMinutes: [24, 11], settlesAt: 152, gramsPerUnit: 10.6 } },
      PUMP,
    ),
  },
  { share: 0.05, story: story({ body: { ...CAUTIOUS, dawnRise: 130, settlesAt: 138 } }, PUMP) },
  {
    share: 0.03,
    story: story({
      body: { ...CAUTIOUS, settlesAt: 172, dosingError: 0.1, correctsAbove: 320, gramsPerUnit: 12.5 },
      compressedNights: 0,
      wear: { failures: 0.1, sparesSpells: 0.34, endsEarly: 0.42 },
    }),
  },
  { share: 0.1, story: story({ body: OLDER, device: onePlusPhone("android", { low: 80, high: 300 }) }, OLD) },
  {
    share: 0.04,
    story: story({ body: IN_PREGNANCY, device: g7Phone("iOS", { low: 65, high: 140 }) }, PREGNANT),
  },
];

/** The five who need a call today. */
export const URGENT_STORIES: readonly Story[] = [
  story(
    {
      body: {
        ...PENS,
        longActingUnits: 30,
        nightFall: 325,
        settlesAt: 150,
        rescue: 0.01,
        dawnRise: 2,
        treatsBelow: 58,
      },
    },
    { ...PEN, callFor: "Too much long-acting insulin: below 54 between two and five." },
  ),
  story(
    { body: { gramsPerUnit: 7.2, settlesAt: 112, rescue: 0.012, treatsBelow: 54, dosingError: 0.4 } },
    { ...PUMP, callFor: "Doses for more than is eaten, and does not feel what comes of it." },
  ),
  story(
    {
      body: {
        ...IN_PREGNANCY,
        settlesAt: 70,
        rescue: 0.008,
        treatsBelow: 52,
        correctsAbove: 110,
        dosingError: 0.38,
      },
      device: g7Phone("iOS", { low: 65, high: 140 }),
    },
    { ...PREGNANT, callFor: "Pregnant, and chasing every rise." },
  ),
  story(
    {
      body: { ...PENS, settlesAt: 104, rescue: 0.012, gramsPerUnit: 7.6, treatsBelow: 54 },
      device: onePlusPhone("android", { low: 70, high: 300 }),
    },
    { ...OLD, callFor: "Over seventy, and low on most evenings." },
  ),
  story(
    {
      body: {
        settlesAt: 176,
        missedBoluses: 0.5,
        correctsAbove: 190,
        gramsPerUnit: 6.2,
        dosingError: 0.62,
        rescue: 0.006,
        treatsBelow: 52,
        bolusTarget: 80,
      },
    },
    { ...PUMP, callFor: "Skips most doses, then takes too much for what has come of it." },
  ),
];

/** How the last weeks went for those whose time in range has dropped. */
export const WORSE: Body = { ...CAUTIOUS, settlesAt: 196, missedBoluses: 0.25, correctsAbove: 320 };
/** And how it was before. */
export const BETTER: Body = { ...AUTOMATED, settlesAt: 134 };
