import type { z } from "zod";
import type { Instant } from "@/lib/clock";
import { ControlError } from "@/lib/simulator/control/control-error";
import { truthOf } from "@/lib/simulator/control/truth";
import { DEFAULT_CLIENT } from "@/lib/simulator/oauth/clients";
import type { Cloud } from "@/lib/simulator/upstream/cloud";
import {
  addEvent,
  changeEgv,
  changeEvent,
  egvChangeSchema,
  eventChangesSchema,
  findEvent,
  hiddenSpanSchema,
  lateUploadSchema,
  newEventSchema,
} from "@/lib/simulator/upstream/edit-records";
import { Edits } from "@/lib/simulator/upstream/edits";
import { recordWriter } from "@/lib/simulator/v3/record-writer";
import type { World } from "@/lib/simulator/world";

/** The part of the control that reads and edits what the cloud holds of a person. */
export function controlOfRecords(world: World, cloudOf: (personName: string) => Cloud) {
  const now = () => world.clock.now();
  let nextSpan = 1;

  /** `id` is the event's key or the recordId that any client has received. */
  const eventOf = (cloud: Cloud, id: string) => {
    const writers = [...world.clients.keys()].map((clientId) => recordWriter(cloud, clientId));
    const isWanted = (key: string) =>
      key === id || writers.some((writer) => writer.recordId("events", key) === id);
    const event = findEvent(cloud, isWanted, now());
    if (!event) throw new ControlError(404, `There is no event ${id}`);
    return event;
  };

  return {
    truth: (personName: string, window: { from: Instant; to: Instant }, clientId = DEFAULT_CLIENT.id) =>
      truthOf(cloudOf(personName), window, clientId),

    addEvent: (personName: string, input: z.input<typeof newEventSchema>) =>
      addEvent(cloudOf(personName), newEventSchema.parse(input), now()),
    updateEvent(personName: string, id: string, input: z.input<typeof eventChangesSchema>) {
      const cloud = cloudOf(personName);
      const changes = eventChangesSchema.parse(input);
      changeEvent(cloud, eventOf(cloud, id), { ...changes, eventStatus: "updated" }, now());
    },
    deleteEvent(personName: string, id: string) {
      const cloud = cloudOf(personName);
      changeEvent(cloud, eventOf(cloud, id), { eventStatus: "deleted" }, now());
    },

    changeEgv(personName: string, input: z.input<typeof egvChangeSchema>) {
      const isChanged = changeEgv(cloudOf(personName), egvChangeSchema.parse(input), now());
      if (!isChanged) throw new ControlError(404, "There is no reading in this second");
    },

    /** Records of the span stay away until `arrivesAt`, or until they are released. */
    uploadLate(personName: string, input: z.input<typeof lateUploadSchema>): string {
      const { arrivesAt = Number.POSITIVE_INFINITY, ...span } = lateUploadSchema.parse(input);
      const id = `late-${nextSpan++}`;
      cloudOf(personName).edits.lateUploads.push({ id, ...span, arrivesAt });
      return id;
    },
    releaseLateUpload(personName: string, id: string) {
      const late = cloudOf(personName).edits.lateUploads.find((one) => one.id === id);
      if (!late) throw new ControlError(404, `There is no late upload ${id}`);
      late.arrivesAt = now();
    },

    /** Records of the span are absent from every answer until they are shown again. */
    hide(personName: string, input: z.input<typeof hiddenSpanSchema>): string {
      const id = `hidden-${nextSpan++}`;
      cloudOf(personName).edits.hidden.push({ id, ...hiddenSpanSchema.parse(input) });
      return id;
    },
    show(personName: string, id: string) {
      const { hidden } = cloudOf(personName).edits;
      const index = hidden.findIndex((span) => span.id === id);
      if (index < 0) throw new ControlError(404, `There is nothing hidden as ${id}`);
      hidden.splice(index, 1);
    },

    forgetEdits(personName: string) {
      cloudOf(personName).edits = new Edits();
    },
  };
}
