import { describe, expect, it } from "vitest";
import { isGone, ownerName, thisWorker, type WorkerIdentity } from "@/lib/jobs/worker-identity";

const self: WorkerIdentity = { host: "here", pid: 40, startId: "b" };
const dead = () => false;
const alive = () => true;

describe("whether a lease's holder is gone", () => {
  it("is certain for a process of this machine that is not there", () => {
    expect(isGone("here|39|a", self, dead)).toBe(true);
    expect(isGone("here|39|a", self, alive)).toBe(false);
  });

  it("sees through a process number that is now its own", () => {
    expect(isGone("here|40|a", self, alive)).toBe(true);
    expect(isGone("here|40|b", self, dead)).toBe(false);
  });

  it("claims nothing about other machines or about what it cannot read", () => {
    expect(isGone("elsewhere|39|a", self, dead)).toBe(false);
    expect(isGone("here|0|a", self, dead)).toBe(false);
    expect(isGone("", self, dead)).toBe(false);
  });

  it("knows that this very process is alive", () => {
    const me = thisWorker();
    expect(isGone(ownerName(me), { ...me, pid: me.pid + 1, startId: "other" })).toBe(false);
  });
});
