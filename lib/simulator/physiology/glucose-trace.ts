import { DAY_MS, type Instant, MINUTE_MS } from "@/lib/clock";
import { type Agenda, agendaFor } from "@/lib/simulator/physiology/agenda";
import { localDayAt, type OffsetAt } from "@/lib/simulator/physiology/day-times";
import type { Intake } from "@/lib/simulator/physiology/intake";
import { Life, STEP_MINUTES } from "@/lib/simulator/physiology/life";
import type { Physiology } from "@/lib/simulator/physiology/physiology";
import type { DayContext } from "@/lib/simulator/physiology/settling-point";

const STEP_MS = STEP_MINUTES * MINUTE_MS;

/** Nearly ten settling times of the slowest body: what was assumed at the start no longer shows in a whole mg/dL. */
const RUN_IN_MS = 2 * DAY_MS;

export interface GlucoseTrace {
  /** Multiple of five minutes; values follow every five minutes. */
  readonly start: Instant;
  readonly blood: Float64Array;
  /** What a sensor under the skin meets: the blood some minutes ago. */
  readonly tissue: Float64Array;
  /** Within the asked period, ascending. */
  readonly intakes: readonly Intake[];
  readonly agenda: Agenda;
}

/**
 * Lives through `from … to` after a run-in of two days from a fixed start, so the answer depends on the arguments only.
 */
export function traceGlucose(body: Physiology, offsetAt: OffsetAt, from: Instant, to: Instant): GlucoseTrace {
  const start = Math.floor(from / STEP_MS) * STEP_MS;
  const begin = start - RUN_IN_MS;
  const end = Math.ceil(to / STEP_MS) * STEP_MS + STEP_MS;
  const agenda = agendaFor(body, offsetAt, begin, end);
  const life = new Life(body, agenda);
  const steps = (end - start) / STEP_MS;
  const blood = new Float64Array(steps);
  const tissue = new Float64Array(steps);
  let context = dayContext(agenda, begin, offsetAt);
  for (let at = begin; at < end; at += STEP_MS) {
    context = nextContext(context, agenda, at, offsetAt);
    life.step(at, context);
    const index = (at - start) / STEP_MS;
    if (index >= 0) {
      blood[index] = life.body.glucose;
      tissue[index] = life.body.tissueGlucose;
    }
  }
  const intakes = life.intakes.filter((intake) => intake.at >= from && intake.at < to);
  intakes.sort((a, b) => a.at - b.at);
  return { start, blood, tissue, intakes, agenda };
}

function dayContext(agenda: Agenda, at: Instant, offsetAt: OffsetAt): DayContext & { localDay: number } {
  const localDay = localDayAt(at, offsetAt);
  const localMinute = (at + offsetAt(at) * MINUTE_MS - localDay * DAY_MS) / MINUTE_MS;
  return { localDay, localMinute, today: agenda.plan(localDay), yesterday: agenda.plan(localDay - 1) };
}

function nextContext(
  before: DayContext & { localDay: number },
  agenda: Agenda,
  at: Instant,
  offsetAt: OffsetAt,
): DayContext & { localDay: number } {
  const wall = at + offsetAt(at) * MINUTE_MS;
  const localDay = Math.floor(wall / DAY_MS);
  if (localDay !== before.localDay) return dayContext(agenda, at, offsetAt);
  return { ...before, localMinute: (wall - localDay * DAY_MS) / MINUTE_MS };
}
