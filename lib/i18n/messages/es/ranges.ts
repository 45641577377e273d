import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const ranges: InOtherWords<typeof en.ranges> = {
  label: "Rangos",
  other: "Otros rangos",
  followed: {
    older: "Rangos: {name}. En rango: {range}, como en los estándar; las metas son otras.",
    pregnancy: "Rangos: {name}. En rango: {range}, con metas propias.",
    "pregnancy-type-2": "Rangos: {name}. En rango: {range}; no hay metas comunes.",
  },
  beside:
    "Rangos: {name}. En rango: {range}. Están junto a los estándar en Cifras; todo lo demás aquí sigue los estándar.",
  standardHere:
    "Esta vista muestra los rangos estándar. En rango en la mayoría de las demás: {range} ({name}).",
  noneHere: "Esta vista no tiene rangos. En rango en la mayoría de las demás: {range} ({name}).",
  nobodyElse: "Esto no cambia nada para nadie más.",
  notForPatient: "Esto no cambia nada para {patient}.",
  standard: "Rangos estándar",
};
