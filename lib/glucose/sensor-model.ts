import type { DeviceSnapshot } from "./reading";

/** Product names as Dexcom writes them, by what the API calls a generation or a variant (without spaces, lower case). */
const MODELS: Readonly<Record<string, string>> = {
  g4: "Dexcom G4",
  g5: "Dexcom G5",
  g6: "Dexcom G6",
  "g6+": "Dexcom G6",
  g6pro: "Dexcom G6 Pro",
  dexcompro: "Dexcom Pro",
  g7: "Dexcom G7",
  g715day: "Dexcom G7 15 Day",
  "d1+": "Dexcom ONE+",
  "one+": "Dexcom ONE+",
};

type Named = Pick<DeviceSnapshot, "transmitterGeneration" | "transmitterGenerationVariant" | "displayApp">;

function normal(text: string | null): string {
  return (text ?? "").toLowerCase().replaceAll(" ", "");
}

/** The product behind a device of the account; null where its names are not known. */
export function modelOfDevice(device: Named): string | null {
  // Dexcom ONE wears the hardware of the G6: only its app tells.
  if (normal(device.displayApp) === "dexcomone") return "Dexcom ONE";
  return (
    MODELS[normal(device.transmitterGenerationVariant)] ??
    MODELS[normal(device.transmitterGeneration)] ??
    null
  );
}

/**
 * The products that readings of a generation can come from. Readings carry the generation only, and that of a ONE+ is
 * `g7`: which of the two it is follows from the devices of the account, and both stay possible where these do not tell.
 */
export function modelsOfGeneration(generation: string | null, devices: readonly Named[]): readonly string[] {
  const told = devices
    .filter((device) => normal(device.transmitterGeneration) === normal(generation))
    .flatMap((device) => modelOfDevice(device) ?? []);
  if (told.length > 0) return [...new Set(told)].sort();
  if (normal(generation) === "g7") return ["Dexcom G7", "Dexcom ONE+"];
  const model = MODELS[normal(generation)];
  return model === undefined ? [] : [model];
}
