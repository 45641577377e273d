import type { Words } from "@/lib/i18n/translate";

/** "Dexcom G6, Dexcom G7 or Dexcom ONE+": each generation that was worn, with the products that it can stand for. */
export function modelWords(models: readonly (readonly string[])[], { t }: Words): string {
  const named = models.flatMap(([first, second]) => {
    if (first === undefined) return [];
    return second === undefined ? first : t("devices.facts.models", { first, second });
  });
  return named.length === 0 ? t("devices.facts.modelUnknown") : named.join(", ");
}
