import type { InOtherWords } from "../../shape";
import type { metricsProfile as en } from "../en/metrics-profile";

export const metricsProfile: InOtherWords<typeof en> = {
  "glucose-profile": {
    name: "Perfil de glucosa (estilo AGP)",
    shortName: "Perfil de glucosa",
    meaning:
      "Todos los días superpuestos: la línea central es el valor típico, las áreas muestran cuánto difieren los días.",
    definition:
      "Para cada hora del día, los percentiles 5, 25, 50, 75 y 95 de todas las lecturas de esa hora, dibujados en la media hora y después suavizados a lo largo de las horas del reloj.",
    formula: "(p(hora anterior) + 4 · p(hora) + p(hora siguiente)) / 6",
    variant:
      "Percentiles de tipo 7 sobre lecturas sin procesar, por hora, pesos cíclicos 1-4-1. Si se pide, tramos de 15 o 5 minutos sin suavizar. Otros toman medias horas sin suavizar (las tendencias de Tidepool, Nightscout), o los percentiles 10 y 90; el suavizado de iglu no se cierra a medianoche.",
    unit: "mg/dL o mmol/L",
    edgeCases:
      "Una hora del día con lecturas de menos de 5 días queda vacía. Si falta una hora vecina, los pesos son 4 y 1.",
    steps:
      "De 7 a 8 hay 110, 130, 140, 150 y 200: mediana 140; percentil 95 en la posición 4 · 0.95 = 3.8, así que 150 + 0.8 · 50 = 190.\n" +
      "Las medianas de las horas vecinas son 110 y 160: (110 + 4 · 140 + 160) / 6 = 138.3.",
    results: { p95: "Percentil 95 a las 7:30, sin suavizar", median: "Mediana a las 7:30, suavizada" },
  },
  "night-and-day": {
    name: "Noche y día",
    shortName: "Noche y día",
    meaning: "Las mismas cifras para la noche por separado y para el resto del día.",
    definition:
      "Media, DE, CV y tiempo en rangos de las lecturas desde las 00:00 hasta antes de las 06:00, y de las demás.",
    variant: "La noche es de 00:00 a 06:00 si no se elige otra cosa; puede pasar de la medianoche.",
    unit: "la de la cifra",
    edgeCases:
      "No hay media donde una parte no tiene lecturas. No hay metas: el consenso no fija ninguna para partes del día.",
    steps:
      "Noche: 04:00 y 05:00, (90 + 100) / 2 = 95. Día: 06:00 y 07:00, (140 + 160) / 2 = 150. Las 06:00 pertenecen al día.",
    results: { night: "Media de noche", day: "Media de día" },
  },
};
