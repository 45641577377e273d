import { type Instant, SECOND_MS } from "@/lib/clock";
import { healthEntries } from "@/lib/simulator/people/health-entries";
import type { SimulatedEvent } from "@/lib/simulator/person";
import { dice, seedOf, uniformAt } from "@/lib/simulator/physiology/dice";
import type { GlucoseTrace } from "@/lib/simulator/physiology/glucose-trace";
import type { Intake } from "@/lib/simulator/physiology/intake";

export interface LoggingHabits {
  /** Share of meals, doses and exercise that is entered in the app. */
  readonly intakes: number;
  /** Share of the carbohydrate against lows that is entered. */
  readonly treatments: number;
  readonly fingersticksPerDay: number;
  /** Share of illness, stress, symptoms and drinks that is entered, and of days with a note. */
  readonly health: number;
}

export interface EventSource {
  readonly seed: number;
  readonly habits: LoggingHabits;
  readonly from: Instant;
  readonly to: Instant;
  readonly bloodAt: (at: Instant) => number;
  readonly offsetAt: (at: Instant) => number;
  readonly transmitterIdAt: (at: Instant) => string;
}

/** An entry before it has its key, sensor and status. */
export type Entry = Pick<SimulatedEvent, "systemTime" | "eventType" | "eventSubType" | "value" | "unit">;

const LOGGED = seedOf("logged");
const EDITED = seedOf("edited");

/** What the person entered in the app during a period, ascending. Every dose and meal in it is one the model took in. */
export function eventsOf(trace: GlucoseTrace, source: EventSource): SimulatedEvent[] {
  const { habits, seed } = source;
  const entries: Entry[] = [];
  for (const intake of trace.intakes) {
    const share =
      intake.kind === "carbs" && intake.reason === "treatment" ? habits.treatments : habits.intakes;
    if (uniformAt(seed, LOGGED, intake.at / SECOND_MS) < share) entries.push(entryOf(intake));
  }
  entries.push(...healthEntries(trace, source));
  entries.sort((a, b) => a.systemTime - b.systemTime);
  const events: SimulatedEvent[] = [];
  const used = new Map<string, number>();
  const add = (entry: Entry, eventStatus: SimulatedEvent["eventStatus"]) => {
    const name = `${entry.eventType}/${entry.systemTime / SECOND_MS}`;
    const again = used.get(name) ?? 0;
    used.set(name, again + 1);
    events.push({
      key: again === 0 ? name : `${name}/${again}`,
      ...entry,
      displayOffsetMinutes: source.offsetAt(entry.systemTime),
      eventStatus,
      transmitterId: source.transmitterIdAt(entry.systemTime),
    });
  };
  for (const entry of entries) {
    const edit = uniformAt(seed, EDITED, entry.systemTime / SECOND_MS);
    add(entry, edit < 0.035 ? "updated" : "created");
    if (edit > 0.985 && typeof entry.value === "number") add(mistake(seed, entry), "deleted");
  }
  return events;
}

function entryOf(intake: Intake): Entry {
  const { at: systemTime } = intake;
  if (intake.kind === "carbs") {
    return { systemTime, eventType: "carbs", eventSubType: null, value: intake.grams, unit: "grams" };
  }
  if (intake.kind === "exercise") {
    const { intensity, minutes } = intake;
    return { systemTime, eventType: "exercise", eventSubType: intensity, value: minutes, unit: "minutes" };
  }
  const eventSubType = intake.kind === "bolus" ? "fastActing" : "longActing";
  return { systemTime, eventType: "insulin", eventSubType, value: intake.units, unit: "units" };
}

/** An entry made twice or with a slip of the finger, then deleted: the model never saw it. */
function mistake(seed: number, entry: Entry): Entry {
  const roll = dice(seed, "mistake", entry.systemTime / SECOND_MS);
  return {
    ...entry,
    value: typeof entry.value === "number" && roll.chance(0.5) ? entry.value * 10 : entry.value,
  };
}
