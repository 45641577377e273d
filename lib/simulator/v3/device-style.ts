import type { SimulatedPerson } from "@/lib/simulator/person";
import { type Quirks, touches } from "@/lib/simulator/quirks";
import { PHONE_STYLE, type TimeStyle } from "@/lib/simulator/wire-time";

/** A JSON object on its way out. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row that quirks may still change: a field can be missing, which is not the same as null. */
export type Row = Record<string, unknown>;

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

/** Which device and app a record came from: the same for all records of a person. */
export interface WireDevice {
  readonly displayDevice: string;
  readonly transmitterGeneration: string;
  readonly transmitterGenerationVariant: string;
  readonly displayApp: string | null;
}

export function wireDevice({ device }: SimulatedPerson, quirks: Quirks): WireDevice {
  return {
    displayDevice: quirks.displayDevice ?? device.displayDevice,
    transmitterGeneration: quirks.transmitterGeneration ?? device.transmitterGeneration,
    transmitterGenerationVariant: quirks.transmitterGenerationVariant ?? device.transmitterGenerationVariant,
    displayApp: quirks.displayApp === undefined ? device.displayApp : quirks.displayApp,
  };
}

/** The quirks that records of every kind have in common. */
export function applyCommonQuirks(row: Row, quirks: Quirks, key: string): void {
  if (touches(quirks.emptyTransmitterId, "emptyTransmitterId", key)) row["transmitterId"] = "";
  if (touches(quirks.nullTransmitterId, "nullTransmitterId", key)) row["transmitterId"] = null;
  if (touches(quirks.missingTransmitterId, "missingTransmitterId", key)) delete row["transmitterId"];
  if (touches(quirks.zeroTransmitterTicks, "zeroTransmitterTicks", key) && "transmitterTicks" in row) {
    row["transmitterTicks"] = 0;
  }
  applyDeviceQuirks(row, quirks);
}

function applyDeviceQuirks(row: Row, quirks: Quirks): void {
  if (quirks.missingVariant) delete row["transmitterGenerationVariant"];
  if (quirks.missingDisplayApp) delete row["displayApp"];
}
