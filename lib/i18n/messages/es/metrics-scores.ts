import type { InOtherWords } from "../../shape";
import type { metricsScores as en } from "../en/metrics-scores";

const BOUNDS = "Con los límites 80 y 140, como en iglu; AGATA y GlucoStats usan 70 y 180.";

export const metricsScores: InOtherWords<typeof en> = {
  grade: {
    name: "Ecuación de evaluación del riesgo glucémico en la diabetes",
    shortName: "GRADE",
    meaning:
      "Un riesgo de 0 a 50 para cada lectura, promediado, con la parte que corresponde a las lecturas bajas y a las altas.",
    definition:
      "La media de una puntuación que es 0 cerca de 88 mg/dL (4.9 mmol/L) y crece hacia ambos lados, como máximo hasta 50.",
    formula: "media de mín(50; 425 · (log₁₀(log₁₀(x)) + 0.16)²), x en mmol/L como mg/dL / 18",
    variant:
      "Las partes son proporciones de la suma de puntuaciones: baja por debajo de 70, media 70–140, alta por encima de 140 mg/dL. El límite propio de iglu para la parte baja es 80, AGATA usa 70 y 180 y ningún máximo, EasyGV toma la mediana y otras constantes.",
    unit: "ninguna; las partes, en %",
    edgeCases: "Sin lecturas no hay valor. No hay partes donde todas las puntuaciones son 0.",
    steps:
      "60 mg/dL son 3.333 mmol/L: 425 · (log₁₀(log₁₀(3.333)) + 0.16)² = 6.284. Del mismo modo, 100: 0.435; 150: 6.553; 300: 25.932.\n" +
      "(6.284 + 0.435 + 6.553 + 25.932) / 4 = 9.801.\n" +
      "Parte baja: 6.284 de 39.205 son el 16.0 %. Parte media: 0.435 son el 1.1 %. Parte alta: 6.553 + 25.932 son el 82.9 %.",
    results: { hypo: "Parte baja", eu: "Parte media", hyper: "Parte alta" },
  },
  "m-value": {
    name: "Valor M",
    shortName: "Valor M",
    meaning:
      "A qué distancia de un valor de referencia están las lecturas; las más alejadas pesan mucho más.",
    definition:
      "La media del cubo de diez veces el logaritmo decimal de la lectura dividida entre la referencia.",
    formula: "media de |10 · log₁₀(x / r)|³; r = 90, 100 o 120 mg/dL",
    variant:
      "Se da para tres referencias, porque las herramientas difieren: iglu usa 90, AGATA 100, rGV y GlucoStats 120. Sin el término W / 20 del original, pensado para unas pocas lecturas al día.",
    unit: "ninguna",
    edgeCases: "Sin lecturas no hay valor.",
    steps:
      "Para r = 100: 60 da |10 · log₁₀(0.6)|³ = 10.919; 100 da 0; 150 da 5.460; 300 da 108.614.\n" +
      "(10.919 + 0 + 5.460 + 108.614) / 4 = 31.248.\n" +
      "Del mismo modo, r = 90 da 39.858 y r = 120 da 22.925.",
    results: { reference: "Valor M, r = {r}" },
  },
  "hypoglycaemia-index": {
    name: "Índice de hipoglucemia",
    shortName: "Índice hipo",
    meaning:
      "Con qué frecuencia y a qué distancia estuvieron las lecturas por debajo de 80 mg/dL (4.4 mmol/L).",
    definition:
      "Los cuadrados de las distancias de las lecturas por debajo de 80 mg/dL, divididos entre 30 veces el número de todas las lecturas.",
    formula: "Σ sobre x < 80 de (80 − x)² / (30 · n)",
    variant: BOUNDS,
    unit: "ninguna",
    edgeCases: "0 donde ninguna lectura está por debajo de 80; sin lecturas no hay valor.",
    steps: "Solo 60 está por debajo de 80: (80 − 60)² = 400 y 400 / (30 · 4) = 3.333.",
    results: { index: "Índice de hipoglucemia" },
  },
  "hyperglycaemia-index": {
    name: "Índice de hiperglucemia",
    shortName: "Índice hiper",
    meaning:
      "Con qué frecuencia y a qué distancia estuvieron las lecturas por encima de 140 mg/dL (7.8 mmol/L).",
    definition:
      "Las distancias de las lecturas por encima de 140 mg/dL elevadas a 1.1, divididas entre 30 veces el número de todas las lecturas.",
    formula: "Σ sobre x > 140 de (x − 140)^1.1 / (30 · n)",
    variant: BOUNDS,
    unit: "ninguna",
    edgeCases: "0 donde ninguna lectura está por encima de 140; sin lecturas no hay valor.",
    steps: "150: 10^1.1 = 12.589. 300: 160^1.1 = 265.786.\n(12.589 + 265.786) / (30 · 4) = 2.320.",
    results: { index: "Índice de hiperglucemia" },
  },
  igc: {
    name: "Índice de control glucémico",
    shortName: "IGC",
    meaning: "Ambos índices juntos: lecturas por debajo de 80 y por encima de 140 mg/dL (4.4 y 7.8 mmol/L).",
    definition: "Índice de hipoglucemia más índice de hiperglucemia.",
    formula: "índice de hipoglucemia + índice de hiperglucemia",
    variant: "Con los límites 80 y 140.",
    unit: "ninguna",
    edgeCases: "Sin lecturas no hay valor.",
    steps: "3.333 + 2.320 = 5.653.",
  },
};
