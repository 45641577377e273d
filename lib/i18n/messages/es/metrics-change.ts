import type { InOtherWords } from "../../shape";
import type { metricsChange as en } from "../en/metrics-change";

const GLUCOSE = "mg/dL o mmol/L";

export const metricsChange: InOtherWords<typeof en> = {
  mage: {
    name: "Amplitud media de las excursiones glucémicas",
    shortName: "MAGE",
    meaning: "Qué altura tienen las subidas y bajadas grandes, sin contar las pequeñas.",
    definition:
      "Sobre una rejilla de cinco minutos, los puntos de giro son los extremos entre los cruces de dos medias móviles, de 5 y de 32 pasos. Una subida o bajada cuenta a partir de una desviación estándar. El MAGE es la altura media de las que cuentan: subidas y bajadas juntas, solo subidas (MAGE+), solo bajadas (MAGE−) y las que sean mayores.",
    formula: "altura media de las subidas y bajadas de al menos 1 DE",
    variant:
      "El algoritmo de iglu (Fernandes 2022), nombrado porque no hay dos programas que coincidan: AGATA trabaja día por día y cuenta los días tranquilos como 0, rGV y cgmanalysis suavizan antes, GlucoStats empareja los picos en orden. Nunca se puede comparar entre programas.",
    unit: GLUCOSE,
    edgeCases:
      "La curva se corta en las pausas de más de 3 horas; las partes de menos de 32 pasos o con una DE por debajo de 1 mg/dL se omiten. No hay valor donde no queda nada o ninguna excursión cuenta.",
    steps:
      "La DE de las 85 lecturas es 24.9, y las cuatro excursiones son mayores.\n" +
      "Subidas: de 100 a 180 y de 90 a 170, así que MAGE+ = (80 + 80) / 2 = 80.0.\n" +
      "Bajadas: de 180 a 90 y de 170 a 110, así que MAGE− = (90 + 60) / 2 = 75.0.\n" +
      "Juntas: (80 + 75) / 2 = 77.5.",
  },
  modd: {
    name: "Media de las diferencias diarias",
    shortName: "MODD",
    meaning: "Cuánto difiere la glucosa a la misma hora del día en dos días seguidos.",
    definition:
      "La media de las diferencias absolutas entre cada valor y el de la misma hora del día anterior.",
    formula: "media de |x(t) − x(t − 1 día)|",
    variant:
      "Después de un cambio de hora se compara la misma hora del día. cgmquantify y cgmanalysis emparejan los dos últimos días que tienen lecturas, aunque haya 48 horas entre ellos.",
    unit: GLUCOSE,
    edgeCases: "Sin dos días seguidos a la misma hora del día no hay valor.",
    steps:
      "Distancias a cada hora: 20, 10, 10, 20, 20, 10.\n" +
      "(20 + 10 + 10 + 20 + 20 + 10) / 6 = 90 / 6 = 15.",
  },
  conga: {
    name: "CONGA en 1, 2, 4 y 6 horas",
    shortName: "CONGA(n)",
    meaning: "Cuánto cambia la glucosa en ese número de horas.",
    definition: "La DE muestral de las diferencias entre cada valor y el de n horas antes.",
    formula: "DE de x(t) − x(t − n horas)",
    variant:
      "Acción glucémica neta superpuesta continua. Los números de n distintas no se pueden comparar, así que n siempre se nombra: iglu toma 24 si no se indica otra, AGATA 4, rGV 1. EasyGV y cgmquantify dan otra magnitud con este nombre.",
    unit: GLUCOSE,
    edgeCases: "Con menos de dos pares no hay valor.",
    steps:
      "Diferencias en una hora: 40, −50, 30 y 50 el día 1, y 30, −20, 0 y 40 el día 2. Su media es 120 / 8 = 15.\n" +
      "Los cuadrados de las distancias a 15 suman 8,600: √(8,600 / 7) = 35.05.",
  },
  "conga-24": {
    name: "CONGA en 24 horas",
    shortName: "CONGA(24)",
    meaning: "Cuánto difiere la glucosa de la de 24 horas antes.",
    definition: "La DE muestral de las diferencias entre cada valor y el de 24 horas antes.",
    formula: "DE de x(t) − x(t − 24 horas)",
    variant: "Como CONGA(n), pero necesita dos días seguidos.",
    unit: GLUCOSE,
    edgeCases: "Con menos de dos pares no hay valor.",
    steps:
      "Diferencias día 2 − día 1: 20, −10, 10, 20, −20, 10. Su media es 5.\n" +
      "Los cuadrados de las distancias a 5 suman 1,350: √(1,350 / 5) = 16.43.",
  },
  mag: {
    name: "Cambio absoluto medio de la glucosa",
    shortName: "MAG",
    meaning: "Cuánto se mueve la glucosa en una hora, sumando subidas y bajadas.",
    definition: "Los cambios absolutos de un paso a otro, sumados y divididos entre las horas que abarcan.",
    formula: "Σ|Δx| / horas",
    variant:
      "Con el paso propio del sensor, y los huecos no añaden tiempo. rGV y GlucoStats dividen entre todo el intervalo, huecos incluidos; la forma horaria antigua de iglu da números menores.",
    unit: "mg/dL o mmol/L por hora",
    edgeCases: "Sin dos valores contiguos no hay valor.",
    steps: "Siete cambios de 12 y dos de 0: 84 mg/dL en 45 minutos, y 84 / 0.75 = 112.",
  },
  gvp: {
    name: "Porcentaje de variabilidad glucémica",
    shortName: "GVP",
    meaning: "En qué porcentaje la curva es más larga que una línea horizontal de la misma duración.",
    definition:
      "La longitud de la curva, dibujada con un minuto tan largo como un mg/dL, dividida entre la de una línea horizontal, menos uno.",
    formula: "100 · (Σ√(Δt² + Δx²) / ΣΔt − 1), Δt en minutos, Δx en mg/dL",
    variant:
      "Siempre en mg/dL: mmol/L daría otro número. Los huecos no añaden ni longitud ni tiempo; rGV los une.",
    unit: "%",
    edgeCases: "0 en una curva horizontal; sin dos valores contiguos no hay valor.",
    steps:
      "Un paso de 5 minutos y 12 mg/dL mide √(25 + 144) = 13; uno horizontal, 5.\n" +
      "7 · 13 + 2 · 5 = 101 entre 45: 100 · (101 / 45 − 1) = 124.4 %.",
  },
  "sd-of-rate": {
    name: "DE de la velocidad de cambio",
    shortName: "DE de ROC",
    meaning: "Cuánto varía la velocidad de la glucosa.",
    definition: "La DE muestral de las velocidades de cambio en 15 minutos.",
    formula: "DE de (x(t) − x(t − 15 min)) / 15",
    variant: "Un sensor que mide cada 15 minutos o con menos frecuencia se toma paso a paso.",
    unit: "mg/dL o mmol/L por minuto",
    edgeCases: "Con menos de dos pares no hay valor.",
    steps: "Diferencias en tres pasos: 36, 36, 24, 0, −24, −36, −24. Su DE es 30.54.\n30.54 / 15 = 2.04.",
  },
  lability: {
    name: "Índice de labilidad (LI)",
    shortName: "Índice de labilidad",
    meaning: "Con qué fuerza cambia la glucosa en una hora; los cambios grandes pesan más.",
    definition:
      "Cada lectura se empareja con la de una hora después, con un desfase de 2½ minutos como máximo; los cuadrados de las diferencias se suman y se dividen entre las horas de todos los pares.",
    formula: "Σ(x(t + 60 min) − x(t))² / Σ horas",
    variant:
      "En (mg/dL)² por hora. El original está en (mmol/L)² por hora y semana; los dos no se pueden comparar.",
    unit: "(mg/dL)² por hora",
    edgeCases: "Sin ningún par no hay valor.",
    steps:
      "Diferencias en una hora: 40, −50, 30, 50, 30, −20, 0, 40. Sus cuadrados suman 10,400.\n" +
      "Ocho pares de una hora: 10,400 / 8 = 1,300.",
  },
  auc: {
    name: "Área bajo la curva, por hora",
    shortName: "AUC",
    meaning: "La media de la curva en el tiempo, sin contar las pausas.",
    definition: "Trapecios entre valores contiguos, sumados y divididos entre las horas que abarcan.",
    variant:
      "La media ponderada por tiempo del tiempo registrado. iglu 4.3.0 promedia por error otros pares de valores y se desvía hasta un 2.7 %.",
    unit: GLUCOSE,
    edgeCases: "Sin dos valores contiguos no hay valor.",
    steps:
      "Nueve trapecios: las diez lecturas (1,252) menos la mitad de la primera y de la última (106) son 1,146.\n" +
      "1,146 / 9 = 127.3.",
    results: { perHour: "AUC por hora" },
  },
};
