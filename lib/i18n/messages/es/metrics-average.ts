import type { InOtherWords } from "../../shape";
import type { metricsAverage as en } from "../en/metrics-average";

const GLUCOSE = "mg/dL o mmol/L";
const TYPE_7 =
  "Entre dos lecturas se interpola (tipo 7 de Hyndman y Fan, como en R, NumPy y d3). Nightscout elige una lectura en lugar de interpolar.";

export const metricsAverage: InOtherWords<typeof en> = {
  "average-glucose": {
    name: "Glucosa media",
    shortName: "Glucosa media",
    meaning: "Todas las lecturas sumadas y divididas entre su número.",
    definition: "La media aritmética de todas las lecturas del período; cada lectura cuenta igual.",
    variant:
      "Ponderada por lectura, no por tiempo; la media ponderada por tiempo está en «Área bajo la curva».",
    unit: GLUCOSE,
    edgeCases: "Sin lecturas no hay valor.",
    goal: "Menos de {mgDl} mg/dL ({mmolL} mmol/L)",
    steps: "50 + 65 + 70 + 95 + 110 + 140 + 160 + 180 + 220 + 310 = 1,400 y 1,400 / 10 = 140.",
    results: { average: "Media" },
  },
  gmi: {
    name: "Indicador de gestión de la glucosa",
    shortName: "GMI",
    meaning: "La A1c de laboratorio que, en promedio sobre muchas personas, acompaña a esta glucosa media.",
    definition: "Una recta sobre la glucosa media, en porcentaje y, con un ajuste propio, en mmol/mol.",
    formula:
      "GMI (%) = 3.31 + 0.02392 · media en mg/dL\n" +
      "GMI (mmol/mol) = 12.71 + 4.70587 · media en mg/dL / 18",
    variant:
      "El número en mmol/mol tiene su propia fórmula, así que convertir el porcentaje da uno algo distinto. Ocupa el lugar de la recta anterior sobre la media (Nathan 2008), que muestra Nightscout. Una A1c de laboratorio suele diferir en algunas décimas.",
    unit: "% o mmol/mol",
    edgeCases: "Sin media no hay valor.",
    goal: "Menos del {bound} %",
    steps:
      "La media es 140 mg/dL: 3.31 + 0.02392 · 140 = 6.66 %, que se muestra como 6.7 %.\n" +
      "En mmol/mol: 12.71 + 4.70587 · 140 / 18 = 49.3.",
  },
  median: {
    name: "Mediana",
    shortName: "Mediana",
    meaning: "La lectura del medio: la mitad es más baja y la mitad más alta.",
    definition: "El percentil 50 de todas las lecturas.",
    formula: "posición (n − 1) · 0.5 en las lecturas ordenadas, contando desde 0",
    variant: TYPE_7,
    unit: GLUCOSE,
    edgeCases: "Sin lecturas no hay valor.",
    steps: "La posición (10 − 1) · 0.5 = 4.5 queda a medio camino entre 110 y 140: 125.",
  },
  percentiles: {
    name: "Percentiles",
    shortName: "Percentiles",
    meaning:
      "El valor por debajo del cual está una proporción dada de las lecturas: una décima parte está por debajo del percentil 10.",
    definition: "Mínimo, percentiles 5, 10, 25, 50, 75, 90 y 95, y máximo de todas las lecturas.",
    formula: "posición (n − 1) · p en las lecturas ordenadas, contando desde 0",
    variant: TYPE_7,
    unit: GLUCOSE,
    edgeCases: "Sin lecturas no hay valor; con una sola, todos son iguales.",
    steps:
      "Percentil 5: posición 9 · 0.05 = 0.45, así que 50 + 0.45 · (65 − 50) = 56.75.\n" +
      "Percentil 95: posición 9 · 0.95 = 8.55, así que 220 + 0.55 · (310 − 220) = 269.50.",
    results: { p5: "Percentil 5", p95: "Percentil 95" },
  },
  "daily-averages": {
    name: "Medias diarias",
    shortName: "Medias diarias",
    meaning: "La media de cada fecha por separado.",
    definition: "La media aritmética de las lecturas para las que el reloj de la persona mostraba esa fecha.",
    formula: "Σx / n con las lecturas de una fecha",
    variant: "Una fecha tiene 23 o 25 horas donde cambió la hora, y en un viaje acompaña a la persona.",
    unit: GLUCOSE,
    edgeCases: "Para una fecha sin lecturas no hay valor.",
    steps:
      "Día 1: 100 + 160 + 140 + 110 + 170 + 160 = 840 y 840 / 6 = 140.\n" +
      "Día 2: 120 + 150 + 150 + 130 + 150 + 170 = 870 y 870 / 6 = 145.",
    results: { day1: "Día 1", day2: "Día 2" },
  },
};
