/**
 * Food and insulin on their way into the blood: chains of two compartments with the same time constant, whose outflow
 * rises, peaks after one time constant and fades. Advanced in whole steps by multiplication only.
 */
export class TwoCompartments {
  private first = 0;
  private second = 0;
  private readonly leave: number;

  /** @param peakMinutes minutes from intake to the peak of the outflow; longer than one step. */
  constructor(peakMinutes: number, stepMinutes: number) {
    this.leave = stepMinutes / (peakMinutes + stepMinutes);
  }

  add(amount: number): void {
    this.first += amount;
  }

  /** Amount that leaves during one step. */
  step(): number {
    const moved = this.first * this.leave;
    const out = this.second * this.leave;
    this.first -= moved;
    this.second += moved - out;
    return out;
  }

  get onBoard(): number {
    return this.first + this.second;
  }
}

/** All meals still in the gut, each at its own pace. */
export class Gut {
  private chains: TwoCompartments[] = [];
  private readonly stepMinutes: number;

  constructor(stepMinutes: number) {
    this.stepMinutes = stepMinutes;
  }

  eat(grams: number, peakMinutes: number): void {
    const chain = new TwoCompartments(peakMinutes, this.stepMinutes);
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
