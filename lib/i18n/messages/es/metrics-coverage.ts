import type { InOtherWords } from "../../shape";
import type { metricsCoverage as en } from "../en/metrics-coverage";

export const metricsCoverage: InOtherWords<typeof en> = {
  "sensor-active": {
    name: "Sensor activo",
    shortName: "Sensor activo",
    meaning: "Las lecturas que hay, como proporción de todas las que el período podría haber tenido.",
    definition:
      "Lecturas del período, contadas una vez por intervalo del sensor, divididas entre las lecturas que caben en el período hasta la última sincronización completa. Los días cuentan con su duración real: 23 o 25 horas cuando cambia la hora.",
    formula: "100 · observadas / (minutos consultados / intervalo)",
    variant:
      "De todo el período. Otros programas toman el tiempo de la primera a la última lectura, o cuentan duplicados, y entonces pueden mostrar más del 100 %.",
    unit: "%",
    edgeCases:
      "0 sin lecturas, nunca más de 100. Dos sensores a la vez, o una lectura enviada dos veces, cuentan una sola vez. El tiempo que aún no se ha consultado no cuenta como faltante.",
    goal: "Al menos el {active} % de 14 días",
    steps:
      "Un sensor que mide cada 5 minutos puede dar 1,440 / 5 = 288 lecturas en un día de 24 horas.\n" +
      "Hay 270: 100 · 270 / 288 = 93.75 %.\n" +
      "El día de 25 horas en otoño se esperan 1,500 / 5 = 300, así que un día completo es el 100 %, no el 104 %.",
    results: { longDay: "Esperadas en un día de 25 horas" },
  },
  "active-while-worn": {
    name: "Sensor activo mientras se llevaba",
    shortName: "Activo mientras se llevaba",
    meaning: "La misma proporción, contada solo de la primera a la última lectura del período.",
    definition:
      "Lecturas del período, contadas una vez por intervalo del sensor, divididas entre las lecturas que caben entre la primera y la última de ellas.",
    formula: "100 · observadas / ((última − primera) / intervalo + 1)",
    variant:
      "Lo que algunos programas llaman «tiempo con el MCG activo». Aquí tiene nombre propio, porque quien llevó el sensor dos de catorce días puede tener el 100 %.",
    unit: "%",
    edgeCases: "0 sin lecturas, nunca más de 100.",
    steps:
      "De la primera a la última lectura pasan 4,315 minutos: caben 4,315 / 5 + 1 = 864 lecturas.\n" +
      "Hay 810: 100 · 810 / 864 = 93.75 %.",
    results: { worn: "Sensor activo mientras se llevaba" },
  },
  gaps: {
    name: "Huecos",
    shortName: "Huecos",
    meaning: "Cuándo no hubo lecturas y durante cuánto tiempo.",
    definition:
      "Una pausa de más de 2.5 veces el intervalo del sensor, es decir, de más de 12½ minutos para un sensor que mide cada 5. El tiempo anterior a la primera lectura del período y el posterior a la última también cuentan.",
    variant:
      "La regla es propia de Hindsight. Una curva se interrumpe donde hay un hueco, y ninguna cifra lo rellena.",
    unit: "minutos",
    edgeCases:
      "Ninguno donde está todo lo que se consultó. El tiempo que aún no se ha consultado no es un hueco.",
    steps: "De las 08:10 a las 08:40 pasan 30 minutos, más de 2.5 · 5 = 12.5: un hueco de 30 minutos.",
    results: { gap: "Hueco" },
  },
  "out-of-scale": {
    name: "Lecturas fuera de la escala del sensor",
    shortName: "Fuera de escala",
    meaning:
      "Un sensor dice «bajo» o «alto» donde no puede medir; esas lecturas cuentan, en el borde de su escala.",
    definition:
      "«Bajo» cuenta como 39 mg/dL (2.2 mmol/L) y «alto» como 401 mg/dL (22.3 mmol/L) en todas las cifras, tal como los envía Dexcom. Se muestran como «menos de 40» y «más de 400», cada uno con su número de lecturas. Los valores fuera de 20–600 mg/dL (1.1–33.3 mmol/L) se cuentan, pero ninguna cifra los usa.",
    variant:
      "Sin ellas, un período con muchos valores bajos parecería más tranquilo. El valor verdadero está más lejos, así que una media con lecturas de este tipo es una estimación.",
    unit: "lecturas",
    edgeCases: "0 donde no hay ninguna.",
    steps: "La media las cuenta como 39 y 401: (39 + 60 + 401) / 3 = 166.7.",
    results: { average: "Media" },
  },
};
