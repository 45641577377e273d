import { type SimulatedPerson } from "@/lib/simulator/person";
import type { Quirks } from "@/lib/simulator/quirks";
import { touches } from "@/lib/simulator/quirks";
import { PHONE_STYLE, type TimeStyle } from "@/lib/simulator/wire-time";

/** Phones send UTC offsets, receivers none (dexcom-api.md 5.2), unless a quirk says otherwise. */
export function timeStyle(person: SimulatedPerson, quirks: Quirks): TimeStyle {
  const ofDevice = person.device.sendsOffsets ? "offset" : "bare";
  return {
    ...PHONE_STYLE,
    zone: quirks.times === "device" ? ofDevice : quirks.times,
    milliseconds: quirks.milliseconds,
    dropZeroSeconds: quirks.dropZeroSeconds,
    offsetSeconds: quirks.offsetSeconds,
    offsetForm: quirks.offsetForm,
    separator: quirks.spaceForT ? " " : "T",
    singleDigits: quirks.singleDigitTimes,
  };
}

/** A field that a record may lack: spread into the record, so that "missing" is not the same as null. */
export type Fields = Readonly<Record<string, unknown>>;

export function transmitterIdFields(transmitterId: string, quirks: Quirks, key: string): Fields {
  if (touches(quirks.missingTransmitterId, "missingTransmitterId", key)) return {};
  if (touches(quirks.nullTransmitterId, "nullTransmitterId", key)) return { transmitterId: null };
  return {
    transmitterId: touches(quirks.emptyTransmitterId, "emptyTransmitterId", key) ? "" : transmitterId,
  };
}

/** The fields that say which device and app a record came from: the same for all records of a person. */
export function deviceFields(person: SimulatedPerson, quirks: Quirks): { device: Fields; app: Fields } {
  const { device } = person;
  const variant = quirks.transmitterGenerationVariant ?? device.transmitterGenerationVariant;
  return {
    device: {
      displayDevice: quirks.displayDevice ?? device.displayDevice,
      transmitterGeneration: quirks.transmitterGeneration ?? device.transmitterGeneration,
      ...(quirks.missingVariant ? {} : { transmitterGenerationVariant: variant }),
    },
    app: quirks.missingDisplayApp
      ? {}
      : { displayApp: quirks.displayApp === undefined ? device.displayApp : quirks.displayApp },
  };
}
