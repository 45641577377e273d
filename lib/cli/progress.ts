export interface Progress {
  /** Runs one step of the start and says when it is done and how long it took. */
  readonly step: <T>(title: string, work: () => Promise<T>) => Promise<T>;
  readonly say: (line: string) => void;
}

const STILL_WORKING_MS = 10_000;

/** Says what happens during the start, one line per event: steps run side by side, so no line is ever rewritten. */
export function createProgress(
  write: (line: string) => void = (line) => console.log(line),
  now: () => number = () => performance.now(),
): Progress {
  const seconds = (since: number) => `${((now() - since) / 1000).toFixed(1)} s`;
  return {
    say: write,
    async step(title, work) {
      const began = now();
      const ticking = setInterval(() => write(`  … ${title}, ${seconds(began)}`), STILL_WORKING_MS);
      try {
        const value = await work();
        write(`  ✓ ${title} (${seconds(began)})`);
        return value;
      } catch (error) {
        write(`  ✗ ${title}`);
        throw error;
      } finally {
        clearInterval(ticking);
      }
    },
  };
}
