import type { InOtherWords } from "../../shape";
import type { en } from "../en";
import { metricsAverage } from "./metrics-average";
import { metricsChange } from "./metrics-change";
import { metricsComparison } from "./metrics-comparison";
import { metricsCoverage } from "./metrics-coverage";
import { metricsEpisodes } from "./metrics-episodes";
import { metricsExclusions } from "./metrics-exclusions";
import { metricsPatterns } from "./metrics-patterns";
import { metricsProfile } from "./metrics-profile";
import { metricsRanges } from "./metrics-ranges";
import { metricsRisk } from "./metrics-risk";
import { metricsScores } from "./metrics-scores";
import { metricsSpread } from "./metrics-spread";

const REPRESENTATIVE =
  "Con menos de 14 días con lecturas, o del 70 % de sensor activo, se muestra marcado «puede no ser representativo».";

export const metrics: InOtherWords<typeof en.metrics> = {
  page: {
    title: "Cómo se calcula cada cifra",
    lead: "Dos programas pueden mostrar dos números con el mismo nombre. Esto es lo que Hindsight entiende por cada una de sus cifras: la definición, la variante exacta, lo que necesita y un ejemplo para seguir con lápiz y papel.",
    contents: "Cifras de esta página",
    reading: {
      title: "Cómo leer esta página",
      formulas:
        "Las fórmulas están en mg/dL; 1 mmol/L son {mgDl} mg/dL. «n» es el número de lecturas, «x» una lectura, «Σ» una suma.",
      examples:
        "Los informes dicen «—» y por qué donde una cifra no tiene datos suficientes. Los ejemplos están hechos con unas pocas lecturas, muy pocas para un informe, y sus resultados salen del mismo motor que calcula los informes.",
      goals:
        "Las metas son las del consenso para grupos de personas. Qué es lo adecuado para una persona lo deciden ella y su equipo de salud.",
    },
    facts: {
      definition: "Definición",
      formula: "Fórmula",
      variant: "Variante",
      unit: "Unidad",
      edgeCases: "Casos límite",
      needs: "Necesita",
      goal: "Meta",
      source: "Fuente",
    },
    noGoal: "Sin meta común.",
    ownRule: "Regla propia de Hindsight.",
    example: "Ejemplo resuelto<hidden> de {figure}</hidden>",
    computed: "Como lo calcula el motor",
    noValue: "sin valor",
  },
  groups: {
    coverage: {
      name: "Cobertura",
      about: "Cuánto del período vio el sensor. Las demás cifras solo son tan buenas como esta.",
    },
    ranges: {
      name: "Tiempo en rangos",
      about:
        "Qué proporción de las lecturas está en cada uno de los cinco rangos. El uno por ciento de un día son unos 15 minutos. Los rangos y las metas son los del consenso internacional.",
    },
    average: { name: "Media", about: "Dónde está la glucosa en conjunto." },
    spread: {
      name: "Dispersión",
      about: "A qué distancia están las lecturas unas de otras, sea cual sea su orden.",
    },
    risk: {
      name: "Índices de riesgo",
      about:
        "Números que dan a cada lectura más peso cuanto más lejos está. El riesgo de glucosa es 0 cerca de 112.5 mg/dL (6.2 mmol/L) y unos 100 en 20 y en 600 mg/dL.",
    },
    scores: {
      name: "Puntuaciones de la literatura",
      about:
        "Índices más antiguos que la investigación aún usa. Las herramientas fijan sus constantes de forma distinta, así que cada uno se nombra con las que se usan aquí.",
    },
    change: {
      name: "Cambio en el tiempo",
      about:
        "Con qué rapidez se mueve la glucosa y cuánto se parece un día al siguiente. Estas cifras se calculan sobre una rejilla uniforme: las lecturas se colocan en pasos del intervalo del sensor, entre ellas con una línea recta, y no se rellena nada en una pausa de más de 45 minutos.",
    },
    episodes: {
      name: "Episodios",
      about:
        "Con qué frecuencia salió la glucosa del rango durante al menos 15 minutos, y durante cuánto tiempo. Se calcula sobre la rejilla uniforme.",
    },
    profile: {
      name: "Hora del día",
      about:
        "Qué es lo habitual a cada hora del día. Cada lectura está a la hora que marcaba el reloj de la persona.",
    },
    patterns: {
      name: "Patrones",
      about:
        "Lo que se repite en varios días, según reglas que cualquiera puede comprobar. Cada patrón nombra sus fechas, con qué frecuencia ocurrió y con qué facilidad el azar por sí solo mostraría otro tanto.",
    },
    comparison: { name: "Comparación", about: "Las mismas cifras de dos períodos, lado a lado." },
    exclusions: {
      name: "Lecturas excluidas",
      about: "Lecturas que, si alguien lo pide, pueden quedar fuera de las cifras, y según qué regla.",
    },
  },
  needs: {
    level: `24 horas de lecturas en el período. ${REPRESENTATIVE}`,
    spread: `24 horas de lecturas en el período y al menos 30 lecturas. ${REPRESENTATIVE}`,
    dayToDay: `24 horas de lecturas en el período y 2 días seguidos con lecturas. ${REPRESENTATIVE}`,
    gmi: "24 horas de lecturas, 14 días con lecturas y el sensor activo el 70 % del período. Con menos no se muestra.",
    profile: `24 horas de lecturas en el período y 7 días con al menos 12 horas cada uno; una hora del día necesita además lecturas de 5 días. ${REPRESENTATIVE}`,
    bothPeriods:
      "Ambos períodos deben tener datos suficientes para la cifra. Lo que puede no ser representativo conserva esa marca.",
    request: "Que alguien lo pida.",
    always: "Nada: siempre se muestra.",
  },
  rows: {
    day: "Día {day}, mg/dL",
    ten: "Diez lecturas en mg/dL, ordenadas; su orden no importa",
    four: "Cuatro lecturas en mg/dL; su orden no importa",
    tenInOrder: "Diez lecturas en mg/dL, cada cinco minutos",
    inOrder: "Lecturas en mg/dL, cada cinco minutos",
    beforePause: "mg/dL, cada cinco minutos",
    afterPause: "Después de una pausa",
    beyond: "Lecturas en mg/dL: «bajo», 60, «alto»",
    corners:
      "Vértices de una curva en mg/dL; entre ellos, una lectura cada cinco minutos sobre una línea recta",
    nightAndMorning: "Noche y mañana, mg/dL",
    night: "Lecturas de noche en mg/dL, cada cinco minutos",
  },
  at: { low: "bajo", high: "alto", lowest: "más baja", highest: "más alta" },
  units: {
    minutes: "minutos",
    readings: "lecturas",
    episode: "episodio",
    perHour: "mg/dL por hora",
    perMinute: "mg/dL por minuto",
    squaredPerHour: "(mg/dL)² por hora",
  },
  entries: {
    ...metricsCoverage,
    ...metricsRanges,
    ...metricsAverage,
    ...metricsSpread,
    ...metricsRisk,
    ...metricsScores,
    ...metricsChange,
    ...metricsEpisodes,
    ...metricsProfile,
    ...metricsComparison,
    ...metricsExclusions,
  },
  rules: {
    own: "La regla es propia de Hindsight y figura en cada patrón.",
    tested: "Se compara con el azar.",
    notTested: "Describe y no se compara con el azar.",
    edgeCases:
      "Una regla que se buscó y no se encontró también aparece, y una sin datos suficientes dice qué falta. No se insinúa ninguna causa.",
    units: {
      dates: "porcentaje de las fechas",
      lows: "porcentaje de los episodios bajos",
      readings: "porcentaje de las lecturas",
    },
    patterns: metricsPatterns,
  },
};
