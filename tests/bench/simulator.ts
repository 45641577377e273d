import { systemClock } from "@/lib/clock";
import { defaultCast } from "@/lib/simulator/people/cast";
import { startSimulatorServer } from "@/lib/simulator/server";
import { createSimulator } from "@/lib/simulator/simulator";
import { benchPeople } from "@/tests/bench/people";

// The same simulator as `npm run simulator`, in a process of its own as there, with its cast and people that nobody has
// seen before.
const [port, seed, count] = process.argv.slice(2).map(Number);
if (port === undefined || seed === undefined || count === undefined)
  throw new Error("usage: simulator.ts PORT SEED COUNT");

const now = systemClock.now();
const people = [...defaultCast({ endsAt: now }), ...benchPeople(seed, count, now)];
await startSimulatorServer({ simulator: createSimulator({ people }), port });
