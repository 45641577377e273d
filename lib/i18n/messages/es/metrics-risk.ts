import type { InOtherWords } from "../../shape";
import type { metricsRisk as en } from "../en/metrics-risk";

const RISK = "r(x) = 10 · f(x)²; f(x) = 1.509 · (ln(x)^1.084 − 5.381), x en mg/dL";

export const metricsRisk: InOtherWords<typeof en> = {
  lbgi: {
    name: "Índice de glucosa baja",
    shortName: "LBGI",
    meaning: "Con qué frecuencia y hasta dónde bajó la glucosa; los valores muy bajos pesan mucho más.",
    definition:
      "La media, sobre todas las lecturas, del riesgo de glucosa baja; las lecturas por encima del punto medio cuentan 0.",
    formula: `media de rl(x); ${RISK}; rl(x) = r(x) donde f(x) < 0, si no, 0`,
    variant:
      "Sobre todas las lecturas. El factor es 10 · 1.509², como se publicó; iglu escribe 22.77 y queda un 0.0036 % por debajo. Una variante de rGV divide solo entre las lecturas con riesgo, lo que da un número mayor.",
    unit: "ninguna",
    edgeCases: "0 donde ninguna lectura está por debajo del punto medio; sin lecturas no hay valor.",
    steps:
      "f(60) = −1.1649, así que rl = 10 · 1.3571 = 13.571. f(100) = −0.2196, así que rl = 0.482.\n" +
      "150 y 300 están por encima del punto medio y cuentan 0.\n" +
      "(13.571 + 0.482 + 0 + 0) / 4 = 3.513.",
  },
  hbgi: {
    name: "Índice de glucosa alta",
    shortName: "HBGI",
    meaning: "Con qué frecuencia y hasta dónde subió la glucosa; los valores muy altos pesan más.",
    definition:
      "La media, sobre todas las lecturas, del riesgo de glucosa alta; las lecturas por debajo del punto medio cuentan 0.",
    formula: `media de rh(x); ${RISK}; rh(x) = r(x) donde f(x) > 0, si no, 0`,
    variant: "Como en el LBGI.",
    unit: "ninguna",
    edgeCases: "0 donde ninguna lectura está por encima del punto medio; sin lecturas no hay valor.",
    steps:
      "f(150) = 0.5372, así que rh = 2.886. f(300) = 1.8426, así que rh = 33.952. 60 y 100 cuentan 0.\n" +
      "(0 + 0 + 2.886 + 33.952) / 4 = 9.209.",
  },
  bgri: {
    name: "Índice de riesgo de glucosa",
    shortName: "BGRI",
    meaning: "El riesgo de glucosa baja y el de glucosa alta juntos.",
    definition: "LBGI más HBGI.",
    variant: "Como en el LBGI.",
    unit: "ninguna",
    edgeCases: "Sin lecturas no hay valor.",
    steps: "Con más decimales, 3.5132 + 9.2094 = 12.723.",
  },
  adrr: {
    name: "Rango medio de riesgo diario",
    shortName: "ADRR",
    meaning: "Qué distancia hay, en términos de riesgo, entre la lectura más baja y la más alta de un día.",
    definition:
      "Para cada fecha, el mayor riesgo de una lectura baja más el mayor riesgo de una lectura alta; la media sobre las fechas.",
    formula: `media sobre las fechas de (máx rl + máx rh); ${RISK}`,
    variant:
      "Por fecha de calendario del reloj de la persona. rGV desplaza un poco sus días, lo que cambia el número.",
    unit: "ninguna",
    edgeCases: "Una fecha con pocas lecturas cuenta como una completa; las fechas sin lecturas no cuentan.",
    steps:
      "Día 1: rl(60) + rh(150) = 13.571 + 2.886 = 16.456 con todos los decimales.\n" +
      "Día 2: rl(100) + rh(300) = 0.482 + 33.952 = 34.434.\n" +
      "(16.456 + 34.434) / 2 = 25.445.",
  },
  gri: {
    name: "Índice de riesgo glucémico",
    shortName: "GRI",
    meaning:
      "Los cinco rangos en un número de 0 a 100, con los pesos que les dan los profesionales clínicos; menos es menos riesgo.",
    definition:
      "Una suma ponderada de las proporciones exactas por debajo y por encima del rango, como máximo 100, con cinco zonas: A hasta 20, B hasta 40, C hasta 60, D hasta 80 y E por encima.",
    formula:
      "3.0 · muy bajo + 2.4 · bajo + 1.6 · muy alto + 0.8 · alto, cada uno en %\n" +
      "= 3.0 · (muy bajo + 0.8 · bajo) + 1.6 · (muy alto + 0.5 · alto)",
    variant:
      "Con los rangos que no se solapan; las primeras versiones de iglu contaban muy bajo dos veces. GlucoStats intercambia los pesos de alto y muy alto. La zona es la del valor sin redondear.",
    unit: "ninguna",
    edgeCases: "Sin lecturas no hay valor.",
    steps:
      "Muy bajo, bajo, alto y muy alto tienen un 10 % cada uno.\n" +
      "3.0 · 10 + 2.4 · 10 + 1.6 · 10 + 0.8 · 10 = 78, que es la zona D.\n" +
      "Sus partes: componente bajo 10 + 0.8 · 10 = 18, componente alto 10 + 0.5 · 10 = 15, y 3.0 · 18 + 1.6 · 15 = 78.",
    results: { hypo: "Componente bajo", hyper: "Componente alto" },
  },
  cogi: {
    name: "Índice de la monitorización continua de glucosa",
    shortName: "COGI",
    meaning:
      "Tiempo en rango, tiempo por debajo del rango y dispersión en un número de 0 a 100; más alto es más cerca de las metas.",
    definition:
      "La mitad es el tiempo en rango; el 35 %, el tiempo por debajo del rango (puntuación completa con 0 %, ninguna desde 15 %); el 15 %, la DE (puntuación completa hasta 18 mg/dL o 1.0 mmol/L, ninguna desde 108 mg/dL o 6.0 mmol/L).",
    formula:
      "0.5 · TIR + 0.35 · 100 · (15 − TBR) / 15 + 0.15 · 100 · (108 − DE) / 90, cada puntuación de 0 a 100",
    variant: "Con la DE muestral.",
    unit: "ninguna",
    edgeCases: "Con menos de dos lecturas no hay valor.",
    steps:
      "Tiempo en rango 60 %: 0.5 · 60 = 30. Tiempo por debajo del rango 20 %, más de 15: 0.\n" +
      "DE 80.86: 100 · (108 − 80.86) / 90 = 30.15 de puntuación, y 0.15 · 30.15 = 4.52.\n" +
      "30 + 0 + 4.52 = 34.52.",
  },
};
