/** Numbers one after the other in as few bytes as they need: the columns of a day block before compression. */

export class ColumnWriter {
  readonly #bytes: number[] = [];

  /** An unsigned integer up to 2^53 − 1, seven bits a byte. */
  unsigned(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError("not an unsigned integer");
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes.push((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    this.#bytes.push(rest);
  }

  /** A signed integer; small ones of either sign are short. */
  signed(value: number): void {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }

  text(value: string): void {
    const bytes = Buffer.from(value, "utf8");
    this.unsigned(bytes.length);
    for (const byte of bytes) this.#bytes.push(byte);
  }

  /** Integers or nulls, each as its difference from the last one that was there: a steady column is all zeros. */
  integers(values: readonly (number | null)[]): void {
    this.#presence(values);
    let previous = 0;
    for (const value of values) {
      if (value === null) continue;
      this.signed(value - previous);
      previous = value;
    }
  }

  /**
   * Decimals or nulls. Whole numbers and tenths, which is all that Dexcom sends, go as integers; a column with
   * anything finer keeps its eight bytes a number, so that nothing is ever rounded.
   */
  decimals(values: readonly (number | null)[]): void {
    const scale = [1, 10].find((by) => values.every((value) => value === null || isExactTimes(value, by)));
    this.unsigned(scale ?? 0);
    if (scale !== undefined) {
      this.integers(values.map((value) => (value === null ? null : Math.round(value * scale))));
      return;
    }
    this.#presence(values);
    for (const value of values) {
      if (value === null) continue;
      const bytes = Buffer.alloc(8);
      bytes.writeDoubleLE(value);
      this.#bytes.push(...bytes);
    }
  }

  /** Which values are there: one byte for a full column, else a byte for each. */
  #presence(values: readonly (number | null)[]): void {
    const isFull = values.every((value) => value !== null);
    this.unsigned(isFull ? 1 : 0);
    if (!isFull) for (const value of values) this.unsigned(value === null ? 0 : 1);
  }

  finish(): Buffer {
    return Buffer.from(this.#bytes);
  }
}

function isExactTimes(value: number, scale: number): boolean {
  const scaled = Math.round(value * scale);
  return Number.isSafeInteger(scaled) && scaled / scale === value && !Object.is(value, -0);
}

/** A byte from here on has another after it. */
const LONG = 0x80;

/** Reads what `ColumnWriter` wrote. Throws on anything else: sealed bytes that decode wrongly are a bug, not data. */
export class ColumnReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  unsigned(): number {
    const first = this.#byte();
    // Almost every number is the small difference of two neighbours.
    if (first < LONG) return first;
    let value = first & 0x7f;
    let weight = 0x80;
    for (;;) {
      const byte = this.#byte();
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value;
      weight *= 0x80;
    }
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new Error("A day block ends too early.");
    return byte;
  }

  signed(): number {
    const value = this.unsigned();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  text(): string {
    const length = this.unsigned();
    const end = this.#at + length;
    if (end > this.#bytes.length) throw new Error("A day block ends too early.");
    const value = this.#bytes.toString("utf8", this.#at, end);
    this.#at = end;
    return value;
  }

  /** Fills all of `values`; `NaN` where there was no value. */
  integers(values: Float64Array): void {
    const isThere = this.#presence(values.length);
    if (isThere === null) {
      this.#differences(values);
      return;
    }
    let previous = 0;
    for (let i = 0; i < values.length; i += 1) {
      if (isThere[i] !== 0) previous += this.signed();
      values[i] = isThere[i] === 0 ? Number.NaN : previous;
    }
  }

  /** Running sums of all that follow. Months of readings spend their time here, so short numbers are read in place. */
  #differences(values: Float64Array): void {
    const bytes = this.#bytes;
    let at = this.#at;
    let previous = 0;
    for (let i = 0; i < values.length; i += 1) {
      const byte = bytes[at] ?? LONG;
      if (byte < LONG) {
        previous += byte & 1 ? -((byte + 1) >> 1) : byte >> 1;
        at += 1;
      } else {
        this.#at = at;
        previous += this.signed();
        at = this.#at;
      }
      values[i] = previous;
    }
    this.#at = at;
  }

  /** Fills all of `values`; `NaN` where there was no value. */
  decimals(values: Float64Array): void {
    const scale = this.unsigned();
    if (scale !== 0) {
      this.integers(values);
      if (scale !== 1) for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) / scale;
      return;
    }
    const isThere = this.#presence(values.length);
    for (let i = 0; i < values.length; i += 1) values[i] = isThere?.[i] === 0 ? Number.NaN : this.#double();
  }

  /** Null when every value is there. */
  #presence(count: number): Uint8Array | null {
    if (this.unsigned() === 1) return null;
    return Uint8Array.from({ length: count }, () => this.unsigned());
  }

  #double(): number {
    const value = this.#bytes.readDoubleLE(this.#at);
    this.#at += 8;
    return value;
  }

  finish(): void {
    if (this.#at !== this.#bytes.length) throw new Error("A day block is longer than its columns.");
  }
}
