import { HOUR_MS } from "@/lib/clock";
import { ControlError } from "@/lib/simulator/control/control-error";
import { type FaultInput, type FaultOf, faultSchema, type SetFault } from "@/lib/simulator/faults";
import { RECORD_KINDS } from "@/lib/simulator/upstream/day-cache";
import type { World } from "@/lib/simulator/world";

export function addFault(world: World, input: FaultInput): SetFault {
  const fault = faultSchema.parse(input);
  if (fault.person !== undefined && !world.clouds.has(fault.person)) {
    throw new ControlError(404, `There is no person called ${fault.person}`);
  }
  const set = world.faults.add(fault);
  if (fault.kind === "lateUpload") holdBack(world, set.id, fault);
  return set;
}

export function removeFault(world: World, id: string): void {
  if (!world.faults.remove(id)) throw new ControlError(404, `There is no fault ${id}`);
  release(world, id);
}

export function clearFaults(world: World): void {
  for (const { id } of world.faults.list()) removeFault(world, id);
}

/** A late upload is not a matter of single calls: it holds back everything from now minus some hours on. */
function holdBack(world: World, id: string, fault: FaultOf<"lateUpload">): void {
  const kinds = RECORD_KINDS.filter((kind) => fault.endpoints?.includes(kind) ?? true);
  const from = world.clock.now() - fault.hours * HOUR_MS;
  for (const [name, cloud] of world.clouds) {
    if (fault.person !== undefined && fault.person !== name) continue;
    const forever = Number.POSITIVE_INFINITY;
    cloud.edits.lateUploads.push({ id, kinds, from, to: forever, arrivesAt: forever });
  }
}

/** What was held back arrives now, with its old times; what comes later is not late any more. */
function release(world: World, id: string): void {
  const now = world.clock.now();
  for (const { edits } of world.clouds.values()) {
    for (const late of edits.lateUploads)
      if (late.id === id) Object.assign(late, { arrivesAt: now, to: now });
  }
}
