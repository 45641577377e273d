import type { EgvSeries } from "../reading";

/** One sensor's readings, ascending. */
export interface SensorStream
  extends Pick<EgvSeries, "length" | "systemTime" | "displayOffsetMinutes" | "value"> {
  readonly transmitterId: string | null;
}

/**
 * The readings of each sensor by itself, in the order of `transmitters`: two sensors that overlap speak in turn, and
 * their difference is no change of glucose. Linear; the columns themselves where there is one sensor.
 */
export function streamsBySensor(series: EgvSeries): SensorStream[] {
  const { length, systemTime, displayOffsetMinutes, value, transmitter, transmitters } = series;
  if (transmitters.length < 2) {
    return [{ length, systemTime, displayOffsetMinutes, value, transmitterId: transmitters[0] ?? null }];
  }
  const counts = new Uint32Array(transmitters.length);
  for (let i = 0; i < length; i += 1) {
    const sensor = transmitter[i] ?? 0;
    counts[sensor] = (counts[sensor] ?? 0) + 1;
  }
  const streams = transmitters.map((transmitterId, sensor) => {
    const readings = counts[sensor] ?? 0;
    return {
      transmitterId,
      length: readings,
      systemTime: new Float64Array(readings),
      displayOffsetMinutes: new Int16Array(readings),
      value: new Float64Array(readings),
    };
  });
  const filled = counts.fill(0);
  for (let i = 0; i < length; i += 1) {
    const sensor = transmitter[i] ?? 0;
    const stream = streams[sensor];
    if (stream === undefined) continue;
    const at = filled[sensor] ?? 0;
    filled[sensor] = at + 1;
    stream.systemTime[at] = systemTime[i] ?? 0;
    stream.displayOffsetMinutes[at] = displayOffsetMinutes[i] ?? 0;
    stream.value[at] = value[i] ?? 0;
  }
  return streams;
}
