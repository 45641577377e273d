import { expect, it } from "vitest";
import { modelOfDevice, modelsOfGeneration } from "./sensor-model";

const device = (
  generation: string | null,
  variant: string | null = null,
  displayApp: string | null = null,
) => ({
  transmitterGeneration: generation,
  transmitterGenerationVariant: variant,
  displayApp,
});

it.each([
  [device("g7", "g7", "G7"), "Dexcom G7"],
  [device("g7", "d1+", "D1G7"), "Dexcom ONE+"],
  [device("g7", "g715day"), "Dexcom G7 15 Day"],
  [device("g6", null, "DexcomOne"), "Dexcom ONE"],
  [device("g6 pro"), "Dexcom G6 Pro"],
  [device("g6+", "g6"), "Dexcom G6"],
  [device("g9"), null],
  [device(null), null],
])("%o is %s", (given, model) => {
  expect(modelOfDevice(given)).toBe(model);
});

it("a reading of G7's generation may come from a ONE+ unless a device of the account tells", () => {
  expect(modelsOfGeneration("g7", [])).toEqual(["Dexcom G7", "Dexcom ONE+"]);
  expect(modelsOfGeneration("g7", [device("g6", "g6")])).toEqual(["Dexcom G7", "Dexcom ONE+"]);
  expect(modelsOfGeneration("g7", [device("g7", "d1+")])).toEqual(["Dexcom ONE+"]);
});

it("an unknown generation has no name rather than a guessed one", () => {
  expect(modelsOfGeneration("g9", [])).toEqual([]);
  expect(modelsOfGeneration(null, [device(null)])).toEqual([]);
});
