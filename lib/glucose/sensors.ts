import { type Instant, MINUTE_MS } from "@/lib/clock";
import { GAP_CADENCES } from "./cadence";
import type { EgvSeries } from "./reading";
import { filterSeries } from "./series";

interface Session {
  readonly transmitter: number;
  readonly from: Instant;
  to: Instant;
}

/**
 * One sensor at a time: where the sessions of two sensors overlap, the readings of the later-started one.
 *
 * A session is an unbroken run of one sensor's readings; a pause of more than 2.5 times the cadence ends it. So the
 * earlier sensor still speaks while the later one is silent, and no known reading is hidden behind a gap.
 */
export function oneSensorAtATime(series: EgvSeries, cadenceMinutes: number): EgvSeries {
  if (series.transmitters.length < 2) return series;
  const sessions = sessionsByStart(series, cadenceMinutes * GAP_CADENCES * MINUTE_MS);
  let next = 0;
  let running: Session[] = [];
  return filterSeries(series, (i) => {
    const time = series.systemTime[i] ?? 0;
    const transmitter = series.transmitter[i] ?? 0;
    for (
      let session = sessions[next];
      session !== undefined && session.from <= time;
      session = sessions[++next]
    ) {
      running.push(session);
    }
    // Nothing but its own: so it is almost always.
    if (running.length === 1) return true;
    if (running.some((session) => session.to < time))
      running = running.filter((session) => session.to >= time);
    return !running.some((session) => session.transmitter > transmitter);
  });
}

function sessionsByStart(series: EgvSeries, pauseMsMax: number): Session[] {
  const sessions: Session[] = [];
  const current = series.transmitters.map((): Session | undefined => undefined);
  for (let i = 0; i < series.length; i += 1) {
    const time = series.systemTime[i] ?? 0;
    const transmitter = series.transmitter[i] ?? 0;
    const session = current[transmitter];
    if (session !== undefined && time - session.to <= pauseMsMax) {
      session.to = time;
    } else {
      const started: Session = { transmitter, from: time, to: time };
      current[transmitter] = started;
      sessions.push(started);
    }
  }
  return sessions;
}
