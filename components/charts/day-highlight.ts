import type { LocalDate } from "@/lib/glucose/local-time";

/**
 * The day that stands out among others: the one that is pointed at, else the one that was chosen. It lives outside
 * React's state, so that pointing along ninety lines draws only what changes.
 */
export class DayHighlight {
  #chosen: LocalDate | null;
  #pointed: LocalDate | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(chosen: LocalDate | null) {
    this.#chosen = chosen;
  }

  get chosen(): LocalDate | null {
    return this.#chosen;
  }

  get shown(): LocalDate | null {
    return this.#pointed ?? this.#chosen;
  }

  choose(date: LocalDate | null): void {
    if (date === this.#chosen) return;
    this.#chosen = date;
    this.#tell();
  }

  point(date: LocalDate | null): void {
    if (date === this.#pointed) return;
    this.#pointed = date;
    this.#tell();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
