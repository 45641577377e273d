import { DAY_MS, type Instant } from "@/lib/clock";
import { type DayPlan, type PlannedItem, planOfDay } from "@/lib/simulator/physiology/day-plan";
import { instantOfLocal, localDayAt, type OffsetAt } from "@/lib/simulator/physiology/day-times";
import type { Physiology } from "@/lib/simulator/physiology/physiology";

export interface Appointment {
  readonly at: Instant;
  readonly item: PlannedItem;
}

export interface Agenda {
  /** Ascending. */
  readonly appointments: readonly Appointment[];
  plan(localDay: number): DayPlan;
}

/** The plans of every local day that touches the period, as instants. */
export function agendaFor(body: Physiology, offsetAt: OffsetAt, from: Instant, to: Instant): Agenda {
  const plans = new Map<number, DayPlan>();
  const plan = (localDay: number) => {
    const known = plans.get(localDay) ?? planOfDay(body, localDay);
    plans.set(localDay, known);
    return known;
  };
  const appointments: Appointment[] = [];
  const last = localDayAt(to, offsetAt) + 1;
  for (let day = localDayAt(from - DAY_MS, offsetAt); day <= last; day++) {
    for (const item of plan(day).items) {
      const at = instantOfLocal(day, item.minute, offsetAt);
      if (at >= from && at < to) appointments.push({ at, item });
    }
  }
  appointments.sort((a, b) => a.at - b.at);
  return { appointments, plan };
}
