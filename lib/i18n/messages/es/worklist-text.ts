import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const worklistText: InOtherWords<typeof en.worklistText> = {
  noReadings: "No hay lecturas en estos días.",
  worn: "Sensor llevado",
  change: "Tiempo en rango frente al período anterior",
  points: "{points} puntos",
  lowEpisodes: "Episodios de glucosa baja",
  veryLowEpisodes: "De ellos, muy baja",
};
