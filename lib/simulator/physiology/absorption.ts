/**
 * Food or insulin on its way into the blood: compartments in a row, each emptying at its own pace, so that the outflow
 * rises, peaks and fades. Advanced in whole steps by multiplication only.
 */
export class Chain {
  private readonly amounts: number[];
  private readonly leaves: readonly number[];

  /** @param minutes mean stay in each compartment, first to last; each at least one step. */
  constructor(minutes: readonly number[], stepMinutes: number) {
    this.amounts = minutes.map(() => 0);
    this.leaves = minutes.map((stay) => stepMinutes / stay);
  }

  add(amount: number): void {
    this.amounts[0] = (this.amounts[0] ?? 0) + amount;
  }

  /** Amount that leaves during one step. */
  step(): number {
    let moving = 0;
    for (let i = 0; i < this.amounts.length; i++) {
      const amount = this.amounts[i] ?? 0;
      const out = amount * (this.leaves[i] ?? 1);
      this.amounts[i] = amount - out + moving;
      moving = out;
    }
    return moving;
  }

  get onBoard(): number {
    let sum = 0;
    for (const amount of this.amounts) sum += amount;
    return sum;
  }
}

/** All meals still in the gut, each at its own pace. */
export class Gut {
  private chains: Chain[] = [];
  private readonly stepMinutes: number;

  constructor(stepMinutes: number) {
    this.stepMinutes = stepMinutes;
  }

  eat(grams: number, peakMinutes: number): void {
    const chain = new Chain([peakMinutes, peakMinutes], this.stepMinutes);
    chain.add(grams);
    this.chains.push(chain);
  }

  /** Grams absorbed during one step. */
  step(): number {
    let absorbed = 0;
    for (const chain of this.chains) absorbed += chain.step();
    const oldest = this.chains[0];
    if (oldest && oldest.onBoard < 0.01) this.chains.shift();
    return absorbed;
  }
}
