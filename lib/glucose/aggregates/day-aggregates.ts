import { epochDay } from "../local-time";
import type { ClassCounts, DayAggregate, StartedEpisodes } from "./day-aggregate";

/** What some dates in a row add up to. */
export interface DayTotals {
  readonly counts: ClassCounts;
  /** Of `counts`. */
  readonly readings: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  /** Dates with any reading, and dates with one that the figures use. */
  readonly daysWorn: number;
  readonly daysInFigures: number;
  readonly observed: number;
  readonly observedInFigures: number;
  readonly expectedSeconds: number;
  readonly episodes: StartedEpisodes;
}

export const BYTES_PER_DAY = 30;

// Seven little-endian words for each date. The first four hold two counts of 12 bits and one kind of episodes of 8 bits,
// the fifth a count, whether the date was worn (1 bit) and the expected seconds (19 bits), the last two the sums, of which
// two bytes more hold the last eight bits each.
const SUM_AT = 20;
const SQUARES_AT = 24;
const REST_OF_SUM_AT = 28;
const REST_OF_SQUARES_AT = 29;
const COUNT_MAX = 0xfff;
const EPISODES_MAX = 0xff;
const SECONDS_MAX = 0x7ffff;
const SUM_MAX = 2 ** 40 - 1;
// Whole mg/dL, all that Dexcom sends, stay exact; of fractions far more stays than any page shows.
const SUM_SCALE = 2 ** 18;
const SQUARES_SCALE = 2 ** 8;

/**
 * Dates in a row, packed into `BYTES_PER_DAY` each: a list of thousands of patients adds up some dates of each of them,
 * and must not make an object for every date to do so.
 */
export class DayAggregates {
  /** Epoch day of the first date. */
  readonly firstDay: number;
  /** Dates. */
  readonly length: number;
  /** Minutes between readings, of the whole stretch. */
  readonly cadenceMinutes: number;
  /** `length` times `BYTES_PER_DAY`. */
  readonly bytes: Uint8Array;
  readonly #words: DataView;

  constructor(firstDay: number, cadenceMinutes: number, bytes: Uint8Array) {
    if (bytes.length % BYTES_PER_DAY !== 0) throw new RangeError("Some date is not whole.");
    this.firstDay = firstDay;
    this.cadenceMinutes = cadenceMinutes;
    this.length = bytes.length / BYTES_PER_DAY;
    this.bytes = bytes;
    this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** Packs dates that follow one another. Throws where a number is larger than any sensor could make it. */
  static of(days: readonly DayAggregate[], cadenceMinutes: number): DayAggregates {
    const firstDay = days[0] === undefined ? 0 : epochDay(days[0].date);
    const bytes = new Uint8Array(days.length * BYTES_PER_DAY);
    const words = new DataView(bytes.buffer);
    days.forEach((day, i) => {
      if (epochDay(day.date) !== firstDay + i) throw new Error("The dates do not follow one another.");
      pack(day, words, i * BYTES_PER_DAY);
    });
    return new DayAggregates(firstDay, cadenceMinutes, bytes);
  }

  /** The sums over dates from one to another, both inclusive and counted from the first; nothing for dates that are not there. */
  totals(from: number, to: number): DayTotals {
    let [c0, c1, c2, c3, c4, c5, c6] = [0, 0, 0, 0, 0, 0, 0];
    let [low, veryLow, high, veryHigh] = [0, 0, 0, 0];
    let [observed, observedInFigures, expectedSeconds] = [0, 0, 0];
    let [daysWorn, daysInFigures, sum, squares] = [0, 0, 0, 0];
    const words = this.#words;
    const end = Math.min(to + 1, this.length) * BYTES_PER_DAY;
    for (let at = Math.max(from, 0) * BYTES_PER_DAY; at < end; at += BYTES_PER_DAY) {
      const first = words.getUint32(at, true);
      const second = words.getUint32(at + 4, true);
      const third = words.getUint32(at + 8, true);
      const fourth = words.getUint32(at + 12, true);
      const fifth = words.getUint32(at + 16, true);
      c0 += first & COUNT_MAX;
      c1 += (first >>> 12) & COUNT_MAX;
      c2 += second & COUNT_MAX;
      c3 += (second >>> 12) & COUNT_MAX;
      c4 += third & COUNT_MAX;
      c5 += (third >>> 12) & COUNT_MAX;
      c6 += fourth & COUNT_MAX;
      observed += (fourth >>> 12) & COUNT_MAX;
      low += first >>> 24;
      veryLow += second >>> 24;
      high += third >>> 24;
      veryHigh += fourth >>> 24;
      observedInFigures += fifth & COUNT_MAX;
      daysWorn += (fifth >>> 12) & 1;
      expectedSeconds += fifth >>> 13;
      const ofDay = words.getUint32(at + SUM_AT, true) * 256 + words.getUint8(at + REST_OF_SUM_AT);
      // No reading is 0 mg/dL: nothing outside 20–600 is in a sum.
      if (ofDay > 0) daysInFigures += 1;
      sum += ofDay;
      squares += words.getUint32(at + SQUARES_AT, true) * 256 + words.getUint8(at + REST_OF_SQUARES_AT);
    }
    return {
      counts: [c0, c1, c2, c3, c4, c5, c6],
      readings: c0 + c1 + c2 + c3 + c4 + c5 + c6,
      sum: sum / SUM_SCALE,
      sumOfSquares: squares / SQUARES_SCALE,
      daysWorn,
      daysInFigures,
      observed,
      observedInFigures,
      expectedSeconds,
      episodes: { low, veryLow, high, veryHigh },
    };
  }
}

function pack(day: DayAggregate, words: DataView, at: number): void {
  const { counts, episodes } = day;
  const pair = (one: number, other: number, started: number) =>
    fitting(one, COUNT_MAX) + fitting(other, COUNT_MAX) * 2 ** 12 + fitting(started, EPISODES_MAX) * 2 ** 24;
  const time = fitting(day.expectedSeconds, SECONDS_MAX) * 2 + (day.isWorn ? 1 : 0);
  words.setUint32(at, pair(counts[0], counts[1], episodes.low), true);
  words.setUint32(at + 4, pair(counts[2], counts[3], episodes.veryLow), true);
  words.setUint32(at + 8, pair(counts[4], counts[5], episodes.high), true);
  words.setUint32(at + 12, pair(counts[6], day.observed, episodes.veryHigh), true);
  words.setUint32(at + 16, fitting(day.observedInFigures, COUNT_MAX) + time * 2 ** 12, true);
  const sum = fitting(Math.round(day.sum * SUM_SCALE), SUM_MAX);
  const squares = fitting(Math.round(day.sumOfSquares * SQUARES_SCALE), SUM_MAX);
  words.setUint32(at + SUM_AT, Math.floor(sum / 256), true);
  words.setUint8(at + REST_OF_SUM_AT, sum % 256);
  words.setUint32(at + SQUARES_AT, Math.floor(squares / 256), true);
  words.setUint8(at + REST_OF_SQUARES_AT, squares % 256);
}

/** Never cut off, never wrapped around: a count that does not fit is an error, not another count. */
function fitting(number: number, max: number): number {
  if (!Number.isInteger(number) || number < 0 || number > max)
    throw new RangeError("A date has more readings than a summary can hold.");
  return number;
}
