import { type Instant, MINUTE_MS } from "@/lib/clock";
import { type AlertSource, alertsOf } from "@/lib/simulator/people/alerts";
import { type CalibrationSource, calibrationsOf } from "@/lib/simulator/people/calibrations";
import { compression } from "@/lib/simulator/people/compression";
import type { SensorKind } from "@/lib/simulator/people/devices";
import { eventsOf, type LoggingHabits } from "@/lib/simulator/people/events";
import { readingsOf } from "@/lib/simulator/people/readings";
import { type Residence, residenceOffset } from "@/lib/simulator/people/residence";
import { sensorError } from "@/lib/simulator/people/sensor-error";
import {
  type Lattice,
  type Spell,
  sessionsOf,
  spellAt,
  spellOf,
  type WearHabits,
} from "@/lib/simulator/people/sensor-sessions";
import { type SignalLossHabits, signalLoss } from "@/lib/simulator/people/signal-loss";
import { sliceByTime } from "@/lib/simulator/people/slice-by-time";
import type {
  SimulatedAlert,
  SimulatedCalibration,
  SimulatedDevice,
  SimulatedEgv,
  SimulatedEvent,
  SimulatedPerson,
} from "@/lib/simulator/person";
import { type GlucoseTrace, traceGlucose } from "@/lib/simulator/physiology/glucose-trace";
import { STEP_MINUTES } from "@/lib/simulator/physiology/life";
import type { Physiology } from "@/lib/simulator/physiology/physiology";

/** All that makes one simulated person. */
export interface PersonSpec {
  readonly name: string;
  readonly story: string;
  readonly device: SimulatedDevice;
  readonly sensor: SensorKind;
  readonly body: Physiology;
  readonly residence: Residence;
  readonly historyStart: Instant;
  readonly wear: WearHabits;
  readonly signal: SignalLossHabits;
  /** Share of nights on which the person lies on the sensor. */
  readonly compressedNights: number;
  /** Null for people whose app takes no entries. */
  readonly logging: LoggingHabits | null;
  readonly calibrationsPerSession: number;
  /** Phones upload at once, receivers when the sensor is changed. */
  readonly uploads: "at once" | "per session";
}

interface Records {
  readonly egvs: SimulatedEgv;
  readonly events: SimulatedEvent;
  readonly calibrations: SimulatedCalibration;
  readonly alerts: SimulatedAlert;
}

/** Each kind is made when it is first asked for, from the one run of the model. */
type SpellRecords = { readonly [K in keyof Records]: () => readonly Records[K][] };

/** Enough for the widest window that Dexcom answers, so that its four record kinds share one run of the model. */
const SPELLS_KEPT = 6;

const UPLOAD_AFTER_CHANGE_MS = 45 * MINUTE_MS;

/** Brings a spec to life: one run of the model per ten-day spell, remembered while a window is read. */
export function simulatedPerson(spec: PersonSpec): SimulatedPerson {
  const { seed } = spec.body;
  const offsetAt = residenceOffset(seed, spec.residence);
  const lattice = {
    name: spec.name,
    seed,
    standardOffsetMinutes: spec.residence.home.standardOffsetMinutes,
  };
  const kept = new Map<number, SpellRecords>();

  function recordsOf(spell: Spell): SpellRecords {
    const found = kept.get(spell.index);
    if (found) return found;
    const made = makeRecords(spec, lattice, spell, offsetAt);
    kept.set(spell.index, made);
    const oldest = kept.keys().next();
    if (kept.size > SPELLS_KEPT && !oldest.done) kept.delete(oldest.value);
    return made;
  }

  function between<K extends keyof Records>(kind: K, from: Instant, to: Instant): Records[K][] {
    const start = Math.max(from, spec.historyStart);
    if (!(start < to)) return [];
    if (to === Number.POSITIVE_INFINITY)
      throw new Error("People who go on for ever need an end to the window.");
    const found: Records[K][] = [];
    for (let spell = spellAt(lattice, start); spell.from < to; spell = spellOf(lattice, spell.index + 1)) {
      found.push(...sliceByTime<Records[K]>(recordsOf(spell)[kind](), start, to));
    }
    return found;
  }

  return {
    name: spec.name,
    story: spec.story,
    device: spec.device,
    historyStart: spec.historyStart,
    historyEnd: Number.POSITIVE_INFINITY,
    egvs: (from, to) => between("egvs", from, to),
    events: (from, to) => between("events", from, to),
    calibrations: (from, to) => between("calibrations", from, to),
    alerts: (from, to) => between("alerts", from, to),
    uploadedAt: (systemTime) =>
      spec.uploads === "at once" ? systemTime : spellAt(lattice, systemTime).to + UPLOAD_AFTER_CHANGE_MS,
    displayOffsetMinutes: offsetAt,
  };
}

function makeRecords(
  spec: PersonSpec,
  lattice: Lattice & { readonly name: string },
  spell: Spell,
  offsetAt: (at: Instant) => number,
): SpellRecords {
  const { seed } = spec.body;
  const trace = traceGlucose(spec.body, offsetAt, spell.from, spell.to);
  const sessions = sessionsOf(lattice, spec.sensor, spec.wear, spell);
  const lost = signalLoss(seed, spec.signal);
  const pressed = compression(seed, spec.compressedNights, offsetAt);
  const bloodAt = (at: Instant) => interpolate(trace, trace.blood, at);
  const worn = lazily(() =>
    sessions.map((session) => {
      const error = sensorError(seed, session, spec.sensor.noise);
      const sensed = (at: Instant) => error(interpolate(trace, trace.tissue, at) * pressed(at), at);
      return { session, readings: readingsOf(session, { seed, sensed, lost, offsetAt }) };
    }),
  );
  const calibrating: CalibrationSource = {
    seed,
    perSession: spec.calibrationsPerSession,
    bloodAt,
    offsetAt,
  };
  const alerting: AlertSource = { seed, settings: spec.device.alertSettings, offsetAt };
  const transmitterIdAt = (at: Instant) =>
    (sessions.findLast((session) => session.inserted <= at) ?? sessions[0])?.transmitterId ?? "";
  const { logging: habits } = spec;
  return {
    egvs: lazily(() => worn().flatMap(({ readings }) => readings)),
    calibrations: lazily(() => sessions.flatMap((session) => calibrationsOf(session, calibrating))),
    alerts: lazily(() => worn().flatMap(({ session, readings }) => alertsOf(session, readings, alerting))),
    events: lazily(() =>
      habits ? eventsOf(trace, { seed, habits, ...spell, bloodAt, offsetAt, transmitterIdAt }) : [],
    ),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function interpolate(trace: GlucoseTrace, values: Float64Array, at: Instant): number {
  const position = (at - trace.start) / (STEP_MINUTES * MINUTE_MS);
  const index = Math.max(0, Math.min(values.length - 2, Math.floor(position)));
  const before = values[index] ?? 0;
  const after = values[index + 1] ?? before;
  return before + (after - before) * Math.max(0, Math.min(1, position - index));
}
