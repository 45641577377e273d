import type { InOtherWords } from "../../shape";
import type { metricsEpisodes as en } from "../en/metrics-episodes";

const SHARED = {
  formula: "por semana = 7 · episodios / días registrados",
  unit: "episodios por semana de tiempo registrado; minutos",
  edgeCases:
    "«15 minutos» son tres lecturas cada 5 minutos y una cada 15. Una recuperación más corta pertenece al episodio. Una pausa de más de 45 minutos lo termina, y un episodio que queda cortado ahí, o en el borde de los datos, lo dice.",
} as const;

export const metricsEpisodes: InOtherWords<typeof en> = {
  "low-episodes": {
    name: "Episodios de glucosa baja, por debajo de 70 mg/dL (3.9 mmol/L)",
    shortName: "Episodios bajos",
    meaning:
      "Con qué frecuencia estuvo baja la glucosa durante al menos un cuarto de hora, y durante cuánto tiempo.",
    definition:
      "Bajo (nivel 1): por debajo de 70 mg/dL durante al menos 15 min, hasta estar en 70 o más durante 15 min.\n" +
      "Muy bajo (nivel 2): por debajo de 54 mg/dL durante al menos 15 min, hasta estar en 54 o más durante 15 min.\n" +
      "Bajo, nunca muy bajo: un episodio de nivel 1 sin ningún episodio de nivel 2 en él.\n" +
      "Bajo extendido: por debajo de 70 mg/dL durante más de 120 min seguidos, hasta estar en 70 o más durante 15 min.\n" +
      "Muy bajo prolongado: por debajo de 54 mg/dL durante al menos 120 min seguidos, hasta estar en 54 o más durante 15 min.",
    formula: SHARED.formula,
    variant:
      "Circulan dos definiciones de un episodio bajo largo, que dan números distintos; ambas se cuentan con su nombre. iglu añade lecturas de la recuperación a un episodio que los datos cortan, AGATA toma cada pausa por una recuperación, y cgmguru cuenta 120 minutos como extendido, no solo más.",
    unit: SHARED.unit,
    edgeCases: SHARED.edgeCases,
    steps:
      "Por debajo de 70 desde las 02:10: 66, 58, 52, 51, 53, 64. Después, 72 es una sola lectura, menos de 15 minutos, y 68 vuelve a ser baja.\n" +
      "76, 84 y 95 lo terminan. Cuenta de 66 a 68: 8 pasos de 5 minutos = 40 minutos, 1 episodio, mínimo 51.\n" +
      "Por debajo de 54 están 52, 51 y 53, tres seguidas: 1 episodio de nivel 2, 15 minutos.",
    results: {
      level1: "Nivel 1",
      duration: "Su duración",
      lowest: "Su valor más bajo",
      level2Duration: "Nivel 2, duración",
    },
  },
  "high-episodes": {
    name: "Episodios de glucosa alta, por encima de 180 mg/dL (10.0 mmol/L)",
    shortName: "Episodios altos",
    meaning:
      "Con qué frecuencia estuvo alta la glucosa durante al menos un cuarto de hora, y durante cuánto tiempo.",
    definition:
      "Alto (nivel 1): por encima de 180 mg/dL durante al menos 15 min, hasta estar en 180 o menos durante 15 min.\n" +
      "Muy alto (nivel 2): por encima de 250 mg/dL durante al menos 15 min, hasta estar en 250 o menos durante 15 min.\n" +
      "Alto, nunca muy alto: un episodio de nivel 1 sin ningún episodio de nivel 2 en él.\n" +
      "Alto extendido: por encima de 250 mg/dL durante al menos 90 de 120 min, hasta estar en 180 o menos durante 15 min.\n" +
      "Muy alto prolongado: por encima de 250 mg/dL durante al menos 120 min seguidos, hasta estar en 250 o menos durante 15 min.",
    formula: SHARED.formula,
    variant:
      "Los 90 minutos de un episodio alto extendido no tienen que ser seguidos; iglu los aproxima con 120 seguidos.",
    unit: SHARED.unit,
    edgeCases: SHARED.edgeCases,
    steps:
      "Por encima de 180 desde las 12:10: 186, 194, 203, 198, 189. Después, 177, 170 y 165 lo terminan.\n" +
      "5 pasos de 5 minutos = 25 minutos, máximo 203, 1 episodio de nivel 1.",
    results: { level1: "Nivel 1", duration: "Su duración", highest: "Su valor más alto" },
  },
};
