import type { Instant } from "@/lib/clock";
import type { SimulatedPerson } from "@/lib/simulator/person";

/** The same person, whose life was another one before a moment. */
export function changedAt(at: Instant, before: SimulatedPerson, after: SimulatedPerson): SimulatedPerson {
  const [was, is] = [readsOf(before), readsOf(after)];
  const both =
    <T>(readBefore: Read<T>, readAfter: Read<T>): Read<T> =>
    (from, to) => [...readBefore(from, Math.min(to, at)), ...readAfter(Math.max(from, at), to)];
  return {
    ...after,
    egvs: both(was.egvs, is.egvs),
    events: both(was.events, is.events),
    calibrations: both(was.calibrations, is.calibrations),
    alerts: both(was.alerts, is.alerts),
  };
}

/** The same person, who has worn no sensor since a moment. */
export function endedAt(at: Instant, person: SimulatedPerson): SimulatedPerson {
  const { egvs, events, calibrations, alerts } = readsOf(person);
  const untilThen =
    <T>(read: Read<T>): Read<T> =>
    (from, to) =>
      read(from, Math.min(to, at));
  return {
    ...person,
    historyEnd: at,
    egvs: untilThen(egvs),
    events: untilThen(events),
    calibrations: untilThen(calibrations),
    alerts: untilThen(alerts),
  };
}

/** Records of one kind with `from <= systemTime < to`; none when that is backwards. */
type Read<T> = (from: Instant, to: Instant) => T[];

function readsOf(person: SimulatedPerson) {
  return {
    egvs: (from: Instant, to: Instant) => person.egvs(from, to),
    events: (from: Instant, to: Instant) => person.events(from, to),
    calibrations: (from: Instant, to: Instant) => person.calibrations(from, to),
    alerts: (from: Instant, to: Instant) => person.alerts(from, to),
  };
}
