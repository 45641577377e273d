import type { InOtherWords } from "../../shape";
import type { metricsRanges as en } from "../en/metrics-ranges";

const OF_READINGS = "% de las lecturas";
const COMPARED =
  "Las lecturas se comparan como las envió el sensor, sin redondear y en la unidad en que llegaron; solo se redondea para mostrarlas.";
const UNDER_ONE =
  "0 sin lecturas. Una proporción que se redondea a 0 aunque haya lecturas se escribe «< 1 %».";

export const metricsRanges: InOtherWords<typeof en> = {
  "time-in-range": {
    name: "Tiempo en rango (TIR), 70–\u2060180\u00A0mg/dL (3.9–\u206010.0\u00A0mmol/L)",
    shortName: "Tiempo en rango",
    meaning: "La proporción de lecturas que están entre 70 y 180 mg/dL (3.9 y 10.0 mmol/L).",
    definition: "Lecturas de 70 a 180 mg/dL, ambos valores incluidos, como proporción de todas las lecturas.",
    formula: "100 · número(70 ≤ x ≤ 180) / n",
    variant: `${COMPARED} Tidepool redondea antes, así que 69.5 está en rango allí y es bajo aquí; AGATA cuenta 70 y 180 como fuera, y Nightscout 180 como alto. Todas las lecturas cuentan igual; GlucoStats pondera por tiempo, huecos incluidos.`,
    unit: OF_READINGS,
    edgeCases:
      "0 sin lecturas. Si hubo suficientes lo dice la evaluación de los datos del período, no el número.",
    goal: "Más del {bound} % para la mayoría de las personas adultas con diabetes tipo 1 o tipo 2; otros grupos, en «Conjuntos de rangos»",
    steps:
      "70, 95, 110, 140, 160 y 180 están en rango: 6 de 10 lecturas, el 60 %. Ambos bordes pertenecen a él.",
  },
  "time-below-range": {
    name: "Tiempo por debajo del rango (TBR), menos de 70 mg/dL (3.9 mmol/L)",
    shortName: "Tiempo por debajo del rango",
    meaning:
      "La proporción de lecturas por debajo de 70 mg/dL (3.9 mmol/L); las que están por debajo de 54 (3.0) se llaman muy bajas.",
    definition:
      "Dos rangos que no se solapan: bajo, de 54 a menos de 70 mg/dL, y muy bajo, menos de 54. La meta de bajo cuenta los dos juntos.",
    formula: "muy bajo: 100 · número(x < 54) / n\nbajo: 100 · número(54 ≤ x < 70) / n",
    variant: `${COMPARED} AGATA y GlucoStats cuentan los propios 54 y 70 como bajos; el consenso, no.`,
    unit: OF_READINGS,
    edgeCases: UNDER_ONE,
    goal: "Menos del {low} % por debajo de 70 mg/dL, muy bajo incluido, y menos del {veryLow} % por debajo de 54 mg/dL (3.0 mmol/L)",
    steps:
      "Muy bajo: solo 50, 1 de 10, que es el 10 %.\n" +
      "Bajo: solo 65, 1 de 10, que es el 10 %. 70 está en rango.\n" +
      "La meta mira los dos juntos: el 20 %.",
    results: { veryLow: "Muy bajo", low: "Bajo" },
  },
  "time-above-range": {
    name: "Tiempo por encima del rango (TAR), más de 180 mg/dL (10.0 mmol/L)",
    shortName: "Tiempo por encima del rango",
    meaning:
      "La proporción de lecturas por encima de 180 mg/dL (10.0 mmol/L); las que están por encima de 250 (13.9) se llaman muy altas.",
    definition:
      "Dos rangos que no se solapan: alto, de más de 180 hasta 250 mg/dL, y muy alto, más de 250. La meta de alto cuenta los dos juntos.",
    formula: "alto: 100 · número(180 < x ≤ 250) / n\nmuy alto: 100 · número(x > 250) / n",
    variant: `${COMPARED} Una fuente en mmol/L se compara con 10.0 y 13.9, así que una lectura de 13.9 es alta, no muy alta.`,
    unit: OF_READINGS,
    edgeCases: UNDER_ONE,
    goal: "Menos del {high} % por encima de 180 mg/dL, muy alto incluido, y menos del {veryHigh} % por encima de 250 mg/dL (13.9 mmol/L)",
    steps:
      "Alto: solo 220, 1 de 10, que es el 10 %. 180 está en rango.\n" +
      "Muy alto: solo 310, 1 de 10, que es el 10 %.",
    results: { high: "Alto", veryHigh: "Muy alto" },
  },
  "time-in-tight-range": {
    name: "Tiempo en rango estrecho (TITR), 70–\u2060140\u00A0mg/dL (3.9–\u20607.8\u00A0mmol/L)",
    shortName: "Tiempo en rango estrecho",
    meaning:
      "La proporción de lecturas entre 70 y 140 mg/dL (3.9 y 7.8 mmol/L), un rango más estrecho dentro del rango.",
    definition: "Lecturas de 70 a 140 mg/dL, ambos valores incluidos, como proporción de todas las lecturas.",
    formula: "100 · número(70 ≤ x ≤ 140) / n",
    variant: `${COMPARED} No es lo mismo que TING, que empieza en 63.`,
    unit: OF_READINGS,
    edgeCases: "Sin lecturas no hay valor.",
    steps: "70, 95, 110 y 140: 4 de 10 lecturas, el 40 %.",
  },
  "range-sets": {
    name: "Conjuntos de rangos: embarazo, personas mayores, rangos propios",
    shortName: "Conjuntos de rangos",
    meaning:
      "Las mismas lecturas frente a los rangos y las metas de otro grupo de personas, junto a los estándar.",
    definition:
      "Embarazo: menos de 54, de 54 a menos de 63, 63–140 y más de 140 mg/dL (3.0; 3.5 y 7.8 mmol/L), cuatro rangos, porque no está definido un «muy alto». Personas mayores y personas adultas con riesgo alto: los rangos estándar con otras metas. Rangos propios: cualesquiera límites crecientes de 20 a 600 mg/dL, sin metas.",
    variant:
      "Nunca se aplican sin que alguien lo pida. Los rangos estándar siguen en la página, para que dos informes se puedan comparar.",
    unit: OF_READINGS,
    edgeCases: "0 en cada rango sin lecturas.",
    goal: "Embarazo con diabetes tipo 1: más del 70 % en 63–140, menos del 4 % por debajo de 63, menos del 1 % por debajo de 54, menos del 25 % por encima de 140. Con diabetes tipo 2 o gestacional no hay porcentajes fijados. Personas mayores o con riesgo alto: más del 50 % en 70–180, menos del 1 % por debajo de 70, menos del 50 % por encima de 180, menos del 10 % por encima de 250",
    steps:
      "En el rango del embarazo están 65, 70, 95, 110 y 140: 5 de 10, el 50 %.\n" +
      "Por encima de 140 están 160, 180, 220 y 310: 4 de 10, el 40 %.",
    results: { target: "En 63–140", high: "Por encima de 140" },
  },
  "whole-percentages": {
    name: "Porcentajes enteros",
    shortName: "Porcentajes enteros",
    meaning: "Cómo se redondean los rangos para que sumen exactamente 100.",
    definition:
      "Cada proporción se redondea hacia abajo; los puntos que faltan hasta 100 van a los restos mayores. En caso de empate va primero la proporción mayor y después el rango más bajo. Las metas se comprueban con las proporciones sin redondear.",
    variant:
      "Se conoce como método del resto mayor. Tidepool suma lo que falta al rango «alto», sea cual sea el rango del que lo quitó el redondeo.",
    unit: "%",
    edgeCases:
      "«< 1 %» representa un rango que tiene lecturas pero se redondea a 0; en el total cuenta como 0.",
    steps:
      "De 300 lecturas, 2 son bajas, 197 están en rango y 101 son altas: 0.67 %; 65.67 % y 33.67 %.\n" +
      "Redondeado hacia abajo: 0, 65 y 33, juntos 98. Faltan dos puntos y todos los restos son iguales (0.67).\n" +
      "Van a las proporciones mayores: 66 % en rango y 34 % alto. Bajo tiene lecturas, así que se escribe «< 1 %».",
    results: { low: "Bajo", inRange: "En rango", high: "Alto" },
  },
};
