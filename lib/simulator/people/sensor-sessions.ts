import { createHash } from "node:crypto";
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from "@/lib/clock";
import type { SensorKind } from "@/lib/simulator/people/devices";
import { dice } from "@/lib/simulator/physiology/dice";

/** One sensor in the skin, from the first reading after warm-up to the last. */
export interface SensorSession {
  readonly inserted: Instant;
  readonly firstReading: Instant;
  /** No reading at or after this instant. */
  readonly ends: Instant;
  readonly transmitterId: string;
  readonly transmitterStart: Instant;
  /** Tells the sensors of a person apart; feeds their noise. */
  readonly serial: number;
}

export interface WearHabits {
  /** Share of sensors that fail before their time. */
  readonly failures: number;
  /** Share of ten-day spells without any sensor. */
  readonly sparesSpells: number;
  /** Share of spells whose sensor is taken off early and not replaced. */
  readonly endsEarly: number;
}

export const ALWAYS_WORN: WearHabits = { failures: 0.06, sparesSpells: 0, endsEarly: 0 };

/** Ten-day spells on a lattice that never moves. Each begins with the insertion of a new sensor. */
export interface Spell {
  readonly index: number;
  readonly from: Instant;
  readonly to: Instant;
}

const SPELL_MS = 10 * DAY_MS;

/** A sensor goes in on the evening of 1 January 2015 (18:30 on the person's standard clock) and every ten days since. */
const LATTICE = Date.UTC(2015, 0, 1, 18, 30);

export interface Lattice {
  readonly seed: number;
  readonly standardOffsetMinutes: number;
}

export function spellAt(lattice: Lattice, at: Instant): Spell {
  const guess = Math.floor((at - LATTICE + lattice.standardOffsetMinutes * MINUTE_MS) / SPELL_MS);
  for (const index of [guess - 1, guess, guess + 1]) {
    const spell = spellOf(lattice, index);
    if (at >= spell.from && at < spell.to) return spell;
  }
  throw new Error("Every instant lies in a spell.");
}

export function spellOf(lattice: Lattice, index: number): Spell {
  return { index, from: spellStart(lattice, index), to: spellStart(lattice, index + 1) };
}

function spellStart(lattice: Lattice, index: number): Instant {
  const roll = dice(lattice.seed, "insertion", index);
  const hours = roll.between(-5.5, 4);
  const at = LATTICE - lattice.standardOffsetMinutes * MINUTE_MS + index * SPELL_MS + hours * HOUR_MS;
  return Math.floor(at / SECOND_MS) * SECOND_MS;
}

/** The sensors worn during a spell: usually one, two when the first fails, none when the person takes a break. */
export function sessionsOf(
  lattice: Lattice & { readonly name: string },
  kind: SensorKind,
  habits: WearHabits,
  spell: Spell,
): SensorSession[] {
  const roll = dice(lattice.seed, "sensor", spell.index);
  if (roll.chance(habits.sparesSpells)) return [];
  const changeGap = roll.between(3, 25) * MINUTE_MS;
  const natural = Math.min(spell.to - changeGap, spell.from + kind.sessionDaysMax * DAY_MS);
  const endsEarly = roll.chance(habits.endsEarly);
  const fails = roll.chance(habits.failures);
  const lasted = (natural - spell.from) * roll.between(0.15, 0.85);
  const replacedAfter = roll.between(0.3, 9) * HOUR_MS;
  const session = (inserted: Instant, ends: Instant, serial: number) =>
    makeSession(lattice, kind, spell, inserted, ends, serial);
  const first = spell.index * 2;
  if (!endsEarly && !fails) return [session(spell.from, natural, first)];
  const stopped = Math.floor((spell.from + lasted) / SECOND_MS) * SECOND_MS;
  if (endsEarly) return [session(spell.from, stopped, first)];
  const again = Math.floor((stopped + replacedAfter) / SECOND_MS) * SECOND_MS;
  return [session(spell.from, stopped, first), session(again, natural, first + 1)];
}

function makeSession(
  lattice: Lattice & { readonly name: string },
  kind: SensorKind,
  spell: Spell,
  inserted: Instant,
  ends: Instant,
  serial: number,
): SensorSession {
  const shared = kind.sessionsPerTransmitter > 1;
  const group = Math.floor(spell.index / kind.sessionsPerTransmitter);
  const transmitterStart = shared
    ? spellStart(lattice, group * kind.sessionsPerTransmitter) - 5 * MINUTE_MS
    : inserted;
  return {
    inserted,
    firstReading: firstReadingAfter(inserted + kind.warmUpMinutes * MINUTE_MS, transmitterStart),
    ends,
    transmitterId: createHash("sha256")
      .update(`${lattice.name}/${shared ? group : `s${serial}`}`)
      .digest("hex"),
    transmitterStart,
    serial,
  };
}

/** A transmitter speaks every five minutes of its own clock, so the phase is constant. */
function firstReadingAfter(earliest: Instant, transmitterStart: Instant): Instant {
  const beat = 5 * MINUTE_MS;
  const phase = 130 * SECOND_MS;
  const beats = Math.ceil((earliest - transmitterStart - phase) / beat);
  return transmitterStart + phase + beats * beat;
}
