import { type Instant, MINUTE_MS } from "@/lib/clock";
import { formatClock } from "@/lib/format/date";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { AlertCall } from "@/lib/glucose/day-alerts";
import type { Calibration, EventType, GlucoseEvent } from "@/lib/glucose/reading";
import { mmolLToMgDl } from "@/lib/glucose/units";
import type { BrowserWords } from "@/lib/i18n/translate";
import type { MarkShape } from "./event-marks";
import { eventAmount, eventWords } from "./event-words";

/** The lanes under a day's curve, from the top down. */
export const DAY_LANES = [
  "carbs",
  "insulin",
  "exercise",
  "health",
  "meter",
  "notes",
  "other",
  "alerts",
] as const;
export type DayLane = (typeof DAY_LANES)[number];

/** Something that happened at a moment of the day, with its words, ready to be drawn and listed. */
export interface DayMark {
  readonly id: string;
  readonly lane: DayLane;
  readonly shape: MarkShape;
  readonly instant: Instant;
  readonly elapsedMinutes: number;
  /** On the wall clock: "7:49 PM". */
  readonly time: string;
  /** Beside the mark, where there is room: "45 g". */
  readonly label: string | null;
  /** In a list and in the tooltip: "Carbs 45 g". */
  readonly text: string;
  /** A meter value in mg/dL: its place on the curve. */
  readonly mgDl: number | null;
}

/** What a day's marks are made from: plain data of the day. */
export interface DayRecords {
  readonly events: readonly GlucoseEvent[];
  readonly calibrations: readonly Calibration[];
  readonly alerts: readonly AlertCall[];
  readonly notes: readonly (Timed & { readonly kind: "note" | "visit"; readonly text: string })[];
}

interface Timed {
  readonly recordId: string;
  readonly systemTime: Instant;
  readonly displayOffsetMinutes: number;
}

type Said = Pick<DayMark, "lane" | "shape" | "label" | "text" | "mgDl">;

const LANE_OF: Readonly<Record<EventType, DayLane>> = {
  carbs: "carbs",
  insulin: "insulin",
  exercise: "exercise",
  health: "health",
  bloodGlucose: "meter",
  notes: "notes",
  unknown: "other",
};

/** The alerts whose names have words; others that Dexcom may add are "Other alert". */
const ALERTS = [
  "high",
  "low",
  "rise",
  "fall",
  "outOfRange",
  "noReadings",
  "urgentLow",
  "urgentLowSoon",
  "fixedLow",
] as const;

/** Everything of a day that has a moment of its own, ascending. */
export function dayMarks(
  { events, calibrations, alerts, notes }: DayRecords,
  {
    start,
    unit,
    words,
  }: { readonly start: Instant; readonly unit: GlucoseUnit; readonly words: BrowserWords },
): DayMark[] {
  const placed = <T extends Timed>(records: readonly T[], say: (record: T) => Said): DayMark[] =>
    records.map((record) => ({
      id: record.recordId,
      instant: record.systemTime,
      elapsedMinutes: (record.systemTime - start) / MINUTE_MS,
      time: formatClock(record.systemTime, record.displayOffsetMinutes, words),
      ...say(record),
    }));
  return [
    ...placed(events, (event) => eventSaid(event, unit, words)),
    ...placed(calibrations, (calibration) => calibrationSaid(calibration, unit, words)),
    ...placed(alerts, ({ name }) => alertSaid(name, words)),
    ...placed(notes, (note) => noteSaid(note, words)),
  ].sort((a, b) => a.instant - b.instant);
}

function eventSaid(event: GlucoseEvent, unit: GlucoseUnit, words: BrowserWords): Said {
  const { type, subType } = event;
  const text = eventWords(event, unit, words);
  const kind = subType === null ? null : text.slice(text.indexOf(":") + 2);
  return {
    lane: LANE_OF[type],
    shape: type,
    label: type === "health" ? kind : eventAmount(event, unit, words),
    text,
    mgDl: type === "bloodGlucose" && typeof event.value === "number" ? inMgDl(event.value, event.unit) : null,
  };
}

function calibrationSaid(
  { value, unit: given }: Calibration,
  unit: GlucoseUnit,
  { t, locale }: BrowserWords,
): Said {
  const mgDl = inMgDl(value, given);
  const label = formatGlucoseWithUnit(mgDl, unit, locale);
  return {
    lane: "meter",
    shape: "calibration",
    label,
    text: t("charts.day.calibration", { value: label }),
    mgDl,
  };
}

function alertSaid(name: string, { t }: BrowserWords): Said {
  const known = ALERTS.find((one) => one === name) ?? "unknown";
  const label = t(`charts.day.alerts.${known}`);
  return { lane: "alerts", shape: "alert", label, text: t("charts.day.alert", { name: label }), mgDl: null };
}

function noteSaid(
  { kind, text }: { readonly kind: "note" | "visit"; readonly text: string },
  { t }: BrowserWords,
): Said {
  const visit = text === "" ? t("charts.day.visit") : t("charts.day.visitWith", { text });
  return {
    lane: "notes",
    shape: kind === "visit" ? "visit" : "ownNote",
    label: kind === "visit" ? t("charts.day.visit") : text,
    text: kind === "visit" ? visit : t("charts.day.note", { text }),
    mgDl: null,
  };
}

function inMgDl(value: number, unit: string | null): number {
  return unit === "mmol/L" ? mmolLToMgDl(value) : value;
}
