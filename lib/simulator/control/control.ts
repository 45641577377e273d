import { z } from "zod";
import { MINUTE_MS } from "@/lib/clock";
import { ControlError } from "@/lib/simulator/control/control-error";
import { addFault, clearFaults, removeFault } from "@/lib/simulator/control/control-faults";
import { controlOfRecords } from "@/lib/simulator/control/control-records";
import type { FaultInput } from "@/lib/simulator/faults";
import { userIdFor } from "@/lib/simulator/identifiers";
import type { SimulatedClient } from "@/lib/simulator/oauth/clients";
import { endGrants } from "@/lib/simulator/permissions-routes";
import { NO_QUIRKS, type QuirkChanges, quirksSchema } from "@/lib/simulator/quirks";
import { instantSchema } from "@/lib/simulator/upstream/edit-records";
import { Edits } from "@/lib/simulator/upstream/edits";
import type { World } from "@/lib/simulator/world";

export const clientSchema = z.strictObject({
  id: z.string().min(1),
  secret: z.string().min(1),
  name: z.string().min(1).optional(),
  redirectUris: z.array(z.string()).default([]),
  anyLoopbackRedirect: z.boolean().default(false),
});

export const settingsSchema = z
  .strictObject({
    delayMinutes: z.number().min(0),
    callsPerHourMax: z.number().int().min(0),
    /** Null for data that goes on. */
    dataEnd: instantSchema.nullable(),
  })
  .partial();

export type Control = ReturnType<typeof createControl>;

/** Everything that a test, or a developer, can do to a running simulator. The HTTP control path calls the same. */
export function createControl(world: World) {
  const initial = { ...world.settings, callsPerHourMax: world.rateLimiter.callsPerHourMax };
  const initialClients = [...world.clients.values()];
  const initialQuirks = new Map([...world.clouds].map(([name, cloud]) => [name, cloud.quirks]));
  const now = () => world.clock.now();
  const cloudOf = (personName: string) => {
    const cloud = world.clouds.get(personName);
    if (!cloud) throw new ControlError(404, `There is no person called ${personName}`);
    return cloud;
  };
  const clientOf = (clientId: string) => {
    const client = world.clients.get(clientId);
    if (!client) throw new ControlError(404, `There is no client ${clientId}`);
    return client;
  };

  const control = {
    clock: world.clock,
    ...controlOfRecords(world, cloudOf),

    people: () =>
      [...world.clouds.values()].map(({ person }) => ({
        name: person.name,
        story: person.story,
        device: person.device,
        historyStart: new Date(person.historyStart).toISOString(),
        historyEnd: Number.isFinite(person.historyEnd) ? new Date(person.historyEnd).toISOString() : null,
        userIds: Object.fromEntries([...world.clients.keys()].map((id) => [id, userIdFor(person.name, id)])),
      })),

    quirks: (personName: string) => cloudOf(personName).quirks,
    /** Switches some quirks and leaves the others as they are. */
    setQuirks(personName: string, changes: QuirkChanges | Readonly<Record<string, unknown>>) {
      const cloud = cloudOf(personName);
      cloud.quirks = quirksSchema.parse({ ...cloud.quirks, ...changes });
      return cloud.quirks;
    },
    clearQuirks(personName: string) {
      cloudOf(personName).quirks = NO_QUIRKS;
    },

    faults: () => world.faults.list(),
    addFault: (input: FaultInput) => addFault(world, input),
    removeFault: (id: string) => removeFault(world, id),
    clearFaults: () => clearFaults(world),

    clients: () => [...world.clients.values()],
    /** Registers a client; one with the same id is replaced, and with it its secret. */
    addClient(input: z.input<typeof clientSchema>): SimulatedClient {
      const { name, ...rest } = clientSchema.parse(input);
      const client = { ...rest, name: name ?? rest.id };
      world.clients.set(client.id, client);
      return client;
    },
    removeClient(clientId: string) {
      world.clients.delete(clientOf(clientId).id);
    },

    settings: () => ({
      delayMinutes: world.settings.delayMinutes,
      callsPerHourMax: world.rateLimiter.callsPerHourMax,
      dataEnd: Number.isFinite(world.settings.dataEnd)
        ? new Date(world.settings.dataEnd).toISOString()
        : null,
    }),
    changeSettings(input: z.input<typeof settingsSchema>) {
      const changes = settingsSchema.parse(input);
      if (changes.delayMinutes !== undefined) world.settings.delayMinutes = changes.delayMinutes;
      if (changes.callsPerHourMax !== undefined) world.rateLimiter.callsPerHourMax = changes.callsPerHourMax;
      if (changes.dataEnd !== undefined) world.settings.dataEnd = changes.dataEnd ?? Number.POSITIVE_INFINITY;
      return control.settings();
    },

    counters: () => world.counters.report(),
    clearCounters: () => world.counters.clear(),

    grants: () => world.tokens.grants(),
    /** Ends live grants, all of them or those of a person or a client. Returns how many. */
    endGrants: (of: { personName?: string | undefined; clientId?: string | undefined } = {}) =>
      endGrants(world, of, now()),
    /** Tokens without the pages: as if this person had just authorised this client. */
    authorize(personName: string, clientId: string, issuer: string) {
      const grant = world.tokens.openGrant(cloudOf(personName).person.name, clientOf(clientId).id, now());
      return {
        grantId: grant.id,
        accessToken: world.tokens.issueAccessToken(grant, issuer, now()),
        refreshToken: world.tokens.issueRefreshToken(grant, "v3", now()),
      };
    },

    /** How long ago a record must be for clients to see it now. */
    visibleUntil: () => Math.min(now() - world.settings.delayMinutes * MINUTE_MS, world.settings.dataEnd),

    /** As it was when it started: no grants, edits, faults or added clients, the first clock, settings and quirks. */
    reset() {
      clearFaults(world);
      world.clock.reset();
      world.tokens.clear();
      world.flows.clear();
      world.counters.clear();
      world.rateLimiter.clear();
      world.rateLimiter.callsPerHourMax = initial.callsPerHourMax;
      world.settings.delayMinutes = initial.delayMinutes;
      world.settings.dataEnd = initial.dataEnd;
      world.clients.clear();
      for (const client of initialClients) world.clients.set(client.id, client);
      for (const [name, cloud] of world.clouds) {
        cloud.edits = new Edits();
        cloud.quirks = initialQuirks.get(name) ?? NO_QUIRKS;
      }
    },
  };
  return control;
}
