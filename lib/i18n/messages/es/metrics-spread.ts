import type { InOtherWords } from "../../shape";
import type { metricsSpread as en } from "../en/metrics-spread";

const GLUCOSE = "mg/dL o mmol/L";

export const metricsSpread: InOtherWords<typeof en> = {
  sd: {
    name: "Desviación estándar",
    shortName: "DE",
    meaning: "A qué distancia de la media suelen estar las lecturas.",
    definition:
      "La raíz cuadrada de la media de los cuadrados de las distancias a la media, de una muestra (n − 1).",
    formula: "√(Σ(x − media)² / (n − 1))",
    variant:
      "DE muestral, como en iglu, AGATA, rGV y las gráficas de Tidepool. Nightscout, cgmquantify y los resúmenes de Tidepool dividen entre n. Crece con la media; el CV lo descuenta.",
    unit: GLUCOSE,
    edgeCases: "Con menos de dos lecturas no hay valor.",
    steps:
      "Distancias a 140: −90, −75, −70, −45, −30, 0, 20, 40, 80, 170. Sus cuadrados suman 58,850.\n" +
      "√(58,850 / 9) = √6,538.9 = 80.9.",
  },
  cv: {
    name: "Coeficiente de variación",
    shortName: "CV",
    meaning: "La dispersión como proporción de la media: cuánto se mueve la glucosa, sea cual sea su nivel.",
    definition: "La desviación estándar dividida entre la media.",
    formula: "100 · DE / media",
    variant: "En porcentaje; rGV y cgmanalysis dan una fracción. Es igual en mg/dL y en mmol/L.",
    unit: "%",
    edgeCases: "Con menos de dos lecturas no hay valor.",
    goal: "Como máximo el {bound} %, que se llama estable",
    steps: "DE 80.86 y media 140: 100 · 80.86 / 140 = 57.8 %.",
  },
  iqr: {
    name: "Rango intercuartílico",
    shortName: "IQR",
    meaning: "Qué anchura tiene la mitad central de las lecturas.",
    definition: "El percentil 75 menos el percentil 25.",
    variant: "Percentiles de tipo 7, véase «Percentiles».",
    unit: GLUCOSE,
    edgeCases: "0 con una sola lectura; sin ninguna no hay valor.",
    steps:
      "Percentil 25: posición 2.25, así que 70 + 0.25 · 25 = 76.25. Percentil 75: posición 6.75, así que 160 + 0.75 · 20 = 175.\n" +
      "175 − 76.25 = 98.75.",
  },
  mad: {
    name: "Desviación absoluta mediana",
    shortName: "MAD",
    meaning:
      "A qué distancia de la mediana están las lecturas centrales; los valores extremos aislados apenas la cambian.",
    definition:
      "La mediana de las distancias a la mediana, escalada de modo que es igual a la DE cuando las lecturas siguen una distribución normal.",
    formula: "1.4826 · mediana |x − mediana|",
    variant: "Con el factor 1.4826, como en R y en iglu.",
    unit: GLUCOSE,
    edgeCases: "0 con una sola lectura; sin ninguna no hay valor.",
    steps:
      "Distancias a la mediana 125, ordenadas: 15, 15, 30, 35, 55, 55, 60, 75, 95, 185. Las dos centrales son 55.\n" +
      "1.4826 · 55 = 81.54.",
  },
  "j-index": {
    name: "Índice J",
    shortName: "Índice J",
    meaning: "Media y dispersión en un solo número.",
    definition: "La milésima parte del cuadrado de la suma de media y desviación estándar.",
    formula: "0.001 · (media + DE)², ambas en mg/dL",
    variant: "Con la DE muestral; cgmquantify usa la DE poblacional, cgmanalysis omite el cuadrado.",
    unit: "ninguna",
    edgeCases: "Con menos de dos lecturas no hay valor.",
    steps: "0.001 · (140 + 80.86)² = 0.001 · 48,780 = 48.78.",
  },
  "sd-subtypes": {
    name: "La DE por partes",
    shortName: "Subtipos de la DE",
    meaning: "Si la dispersión viene de dentro de los días, de diferencias entre días o de la hora del día.",
    definition:
      "Todos sobre la rejilla uniforme.\n" +
      "SDw, dentro de los días: media de las DE de cada día.\n" +
      "SDhh:mm, entre horas del día: DE de las medias de cada hora del día.\n" +
      "SDwsh, dentro de una hora: media de las DE de todas las ventanas de una hora.\n" +
      "SDdm, entre medias diarias: su DE.\n" +
      "SDb, entre días a la misma hora: media, sobre las horas del día, de la DE entre días.\n" +
      "SDb,dm: lo mismo, descontada la media de cada día.",
    variant:
      "Los días son fechas locales. Las ventanas de una hora pueden cruzar la medianoche; lo que falta en ellas se omite.",
    unit: GLUCOSE,
    edgeCases:
      "Un día, una hora o una ventana con un solo valor no tiene DE y se omite; no hay valor donde no queda nada.",
    steps:
      "SDw: los días tienen 28.98 y 17.61, en promedio 23.29.\n" +
      "SDhh:mm: medias por hora 110, 155, 145, 120, 160 y 165, cuya DE es 22.53.\n" +
      "SDwsh: una hora contiene dos valores; la DE de dos es su distancia / √2. Diez distancias suman 270: 270 / 10 / √2 = 19.09.\n" +
      "SDdm: medias diarias 140 y 145, así que 5 / √2 = 3.54.\n" +
      "SDb: distancias por hora 20, 10, 10, 20, 20 y 10, en promedio 15, así que 15 / √2 = 10.61.\n" +
      "SDb,dm: sin los 5 entre las medias son 15, 15, 5, 15, 25 y 5, en promedio 13.33, así que 13.33 / √2 = 9.43.",
  },
  "cv-of-days": {
    name: "Media y DE de los CV diarios",
    shortName: "CVmean, CVsd",
    meaning: "Cuánto se mueve la glucosa en un día típico y cuánto difieren en eso los días.",
    definition:
      "Sobre la rejilla uniforme: el coeficiente de variación de cada día; su media y su DE muestral.",
    formula: "media(CV de cada día), DE(CV de cada día)",
    variant: "Los días son fechas locales.",
    unit: "%",
    edgeCases: "Un día con un solo valor no tiene CV. CVmean necesita un día; CVsd, dos.",
    steps:
      "Día 1: 100 · 28.98 / 140 = 20.70 %. Día 2: 100 · 17.61 / 145 = 12.14 %.\n" +
      "CVmean: (20.70 + 12.14) / 2 = 16.42 %. CVsd: (20.70 − 12.14) / √2 = 6.05 %.",
  },
};
