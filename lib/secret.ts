const HIDDEN = "[secret]";

/**
 * A credential that cannot slip out: JSON, string conversion, `console.log` and template strings all write
 * `[secret]`. The one way to the value is `reveal()`, so a search for that word finds every place that uses one.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toJSON(): string {
    return HIDDEN;
  }

  toString(): string {
    return HIDDEN;
  }

  [Symbol.toPrimitive](): string {
    return HIDDEN;
  }

  // Node's `util.inspect` looks for this registered symbol; naming it here spares the import of a Node module.
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return HIDDEN;
  }
}
