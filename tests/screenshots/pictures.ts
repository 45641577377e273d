import { PATHS, reportPath, sharingPath, VIEWS, viewPath } from "@/lib/routes";

/** One picture for the README and for whoever compares: which page of whom, how wide, how. */
export interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly look: "light" | "dark" | "print";
  /** The page from top to bottom; without it the upper part. */
  readonly isWhole?: boolean;
  /** As whom; without it as the person whose data it is. */
  readonly as?: "clinician";
}

/** A typical person of the simulator, for all of them. */
export const PERSON_IN_PICTURES = "User7";

const DESKTOP_PX = 1_280;
const CLINIC_PX = 1_600;
const PHONE_PX = 390;
/** What is left of A4 between the margins. */
const PAPER_PX = 690;

export const PICTURES: readonly Picture[] = [
  ...VIEWS.map(
    (view): Picture => ({
      name: view,
      path: viewPath("me", view),
      width: DESKTOP_PX,
      look: "light",
      isWhole: view === "overview",
    }),
  ),
  { name: "certificate", path: reportPath.certificate("me"), width: DESKTOP_PX, look: "light" },
  { name: "overview-dark", path: viewPath("me", "overview"), width: DESKTOP_PX, look: "dark" },
  { name: "overview-phone", path: viewPath("me", "overview"), width: PHONE_PX, look: "light" },
  { name: "profile-phone-dark", path: viewPath("me", "profile"), width: PHONE_PX, look: "dark" },
  { name: "overview-print", path: viewPath("me", "overview"), width: PAPER_PX, look: "print" },
  { name: "connection", path: PATHS.connection, width: DESKTOP_PX, look: "light" },
  { name: "sharing", path: sharingPath("me"), width: DESKTOP_PX, look: "light" },
  { name: "activity", path: PATHS.activity, width: DESKTOP_PX, look: "light" },
  { name: "security", path: PATHS.security, width: DESKTOP_PX, look: "light", isWhole: true },
  { name: "worklist", path: PATHS.clinics, width: CLINIC_PX, look: "light", as: "clinician" },
  { name: "help", path: PATHS.help, width: DESKTOP_PX, look: "light" },
  { name: "metrics", path: PATHS.metrics, width: DESKTOP_PX, look: "light" },
];

/** What the person has written down themselves, so many days ago: notes, visits and laboratory values. */
export const WRITTEN = {
  notes: [
    { daysAgo: 2, minuteOfDay: 1_275, kind: "note", text: "New sensor, left arm" },
    { daysAgo: 5, minuteOfDay: 1_110, kind: "note", text: "Long walk before dinner" },
    { daysAgo: 23, minuteOfDay: 570, kind: "visit", text: "Talked about the mornings" },
  ],
  labResults: [
    { daysAgo: 205, value: 7.4 },
    { daysAgo: 112, value: 7.1 },
    { daysAgo: 23, value: 6.9 },
  ],
} as const;

/** Who is let in, with what, and what they have looked at. */
export const SHARING = {
  owner: "Maya Torres",
  link: "For Dr. Lee on Tuesday",
  viewers: [
    {
      name: "Dr. Ana Ruiz",
      address: "ana.ruiz@clinic.example",
      terms: { window: { kind: "days", days: 90 }, lasts: "90-days" },
      looks: ["overview", "profile", "patterns"],
    },
    {
      name: "Sam Torres",
      address: "sam@home.example",
      terms: { scope: "summary", withEvents: false, withNotes: false, lasts: "open" },
      looks: ["overview"],
    },
  ],
} as const;

/** A clinic, somebody who works there, and who of the simulator's cast shares with it. */
export const CLINIC = {
  name: "Northside diabetes clinic",
  member: { name: "Dr. Ana Ruiz", address: "ana.ruiz@northside.example" },
  patients: [
    { person: "NightLows", name: "Mara Vogel" },
    { person: "PostMealHighs", name: "Tom Okafor" },
    { person: "SparseWearer", name: "Li Wei" },
    { person: "SensorGaps", name: "Bea Holm" },
    { person: "Steady", name: "Noor Aziz" },
    { person: "DawnRise", name: "Max Berg" },
    { person: "CompressionLows", name: "Eva Lind" },
    { person: "Traveller", name: "Ida Sand" },
    { person: "Pregnant", name: "Rosa Beck" },
  ],
} as const;
