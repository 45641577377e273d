import type { InOtherWords } from "../../shape";
import type { metricsExclusions as en } from "../en/metrics-exclusions";

const UNIT = "lecturas excluidas";
const VARIANT =
  "Nunca sin que alguien lo pida. No se borra nada: cada cifra se puede mostrar con estas lecturas y sin ellas, y dice cuántas quedaron fuera. «Sensor activo» las cuenta igualmente, porque el sensor se llevaba puesto.";

export const metricsExclusions: InOtherWords<typeof en> = {
  "exclusion-sensor-start": {
    name: "Inicio de un sensor",
    shortName: "Inicio de un sensor",
    meaning: "Las primeras horas de un sensor nuevo, cuando es algo menos exacto.",
    definition:
      "Las primeras 12 o 24 horas de cada sensor, contadas desde su inicio, y solo sus propias lecturas. El inicio se conoce en los sensores que forman una sola pieza con su transmisor, como Dexcom G7. En los demás no se conoce, y no se excluye nada.",
    variant: VARIANT,
    unit: UNIT,
    edgeCases: "Ninguna donde no se puede saber el inicio del sensor.",
    steps:
      "Un sensor iniciado a las 07:00, con la opción de 12 horas: de las 07:00 a las 19:00, que son 12 · 60 = 720 minutos.",
    results: { leftOut: "Excluido" },
  },
  "exclusion-compression-low": {
    name: "Sospecha de valor bajo por presión",
    shortName: "Sospecha de valor bajo por presión",
    meaning:
      "Un valor bajo y breve por la noche, que parece indicar que alguien estaba acostado sobre el sensor.",
    definition:
      "De noche (00:00–06:00 si no se elige otra cosa), tras {steadyMinutes} minutos a menos de un {tolerance} % de un mismo nivel, la glucosa baja al menos {change} en {fallMinutes} minutos hasta quedar por debajo de {low}, vuelve a él o por encima en {lowMinutes} minutos y sube al menos {change} en {riseMinutes} minutos, hasta quedar a menos de un {tolerance} % del nivel anterior. Los sensores que informan cada 15 minutos son demasiado lentos para distinguirlo. Es una sospecha de presión sobre el sensor, no una comprobación: un valor bajo verdadero que se trató enseguida puede verse igual. No se excluye nada sin que alguien lo pida.",
    variant: VARIANT,
    unit: UNIT,
    edgeCases: "No se encuentra ninguna donde la media hora anterior no se vio o no fue estable.",
    steps:
      "Estable en 110, después 48 mg/dL menos en 10 minutos hasta 62, por debajo de 70 durante 20 minutos, y otra vez en 108 en 10 minutos.\n" +
      "El 80 % de 110 es 88: se excluye desde la primera lectura por debajo de 88 (85 a las 02:40) hasta la primera que vuelve a él (88 a las 03:05), 25 minutos.",
    results: { suspected: "Bajo sospecha" },
  },
  "exclusion-by-hand": {
    name: "Marcado a mano",
    shortName: "Marcado a mano",
    meaning: "Un tramo de tiempo que alguien marcó, con el motivo.",
    definition:
      "Un tramo de tiempo que una persona marcó, con un motivo de hasta {characters} caracteres. Las lecturas se conservan y la marca se puede retirar.",
    variant: VARIANT,
    unit: UNIT,
    edgeCases: "Necesita un final posterior a su inicio, un motivo y quién lo marcó.",
    steps:
      "«El sensor se soltó» desde las 14:00 hasta antes de las 14:45: 45 minutos, lecturas de 14:00 a 14:40.",
    results: { leftOut: "Excluido" },
  },
};
