import { describe, expect, it } from "vitest";
import { startLoop } from "@/lib/jobs/loop";
import { createLogger } from "@/lib/log";

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a worker's loop", () => {
  it("goes on after a round that failed, and logs the class of the error but not its message", async () => {
    const lines: string[] = [];
    let rounds = 0;
    const loop = startLoop(
      "due",
      { everyMs: 1, log: createLogger({}, (line) => lines.push(line)) },
      async () => {
        rounds += 1;
        if (rounds === 1) throw new TypeError("holds a secret");
      },
    );
    while (rounds < 3) await pause(1);
    await loop.stop();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("TypeError");
    expect(lines[0]).not.toContain("holds a secret");
  });

  it("never overlaps with itself and waits for its last round when it is stopped", async () => {
    let inside = 0;
    let most = 0;
    let ended = 0;
    const loop = startLoop("slow", { everyMs: 1, log: createLogger({}, () => undefined) }, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await pause(5);
      inside -= 1;
      ended += 1;
    });
    await pause(18);
    await loop.stop();
    const atStop = ended;
    expect(inside).toBe(0);
    await pause(10);
    expect(ended).toBe(atStop);
    expect(most).toBe(1);
  });
});
