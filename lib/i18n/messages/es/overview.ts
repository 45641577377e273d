import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const overview: InOtherWords<typeof en.overview> = {
  title: "Resumen",
  days: "{count, plural, one {# día} other {# días}}",
  active: "sensor activo el {percent} % del tiempo",
  summary: {
    inRange: "La glucosa estuvo en rango unas <strong>{time}</strong> al día ({percent} %)",
    inRangeOf: "La glucosa estuvo en el rango de {range} unas <strong>{time}</strong> al día ({percent} %)",
    aboveGoal: ", por encima de la meta común de {goal}.",
    goal: "; la meta común es {goal}.",
    noGoal: ".",
    lessThanOne: "menos del 1 %",
    percent: "el {percent} %",
    nothingOutside: "Ninguna lectura quedó fuera.",
    onlyAbove:
      "Ninguna lectura estuvo por debajo de {low}; {percent} de las lecturas, unas {time} al día, estuvo por encima de {high}.",
    onlyBelow:
      "{percent} de las lecturas, unas {time} al día, estuvo por debajo de {low}; ninguna por encima de {high}.",
    both: "{belowPercent} de las lecturas, unas {belowTime} al día, estuvo por debajo de {low}; {abovePercent}, unas {aboveTime} al día, por encima de {high}.",
  },
  facts: {
    title: "En pocas palabras",
    rule: "¿Cómo se sabe?",
    change: {
      moreBeyond:
        "El tiempo en rango subió {points} respecto a {dates}: más que la variación habitual de un día a otro.",
      lessBeyond:
        "El tiempo en rango bajó {points} respecto a {dates}: más que la variación habitual de un día a otro.",
      moreWithin:
        "El tiempo en rango fue {points} mayor que en {dates}: dentro de la variación habitual de un día a otro.",
      lessWithin:
        "El tiempo en rango fue {points} menor que en {dates}: dentro de la variación habitual de un día a otro.",
      same: "El tiempo en rango fue igual que en {dates}.",
      points: "{points, plural, one {# punto} other {# puntos}}",
      underOne: "menos de 1 punto",
      term: "Cambio del tiempo en rango",
      ruleText:
        "La proporción de lecturas en rango de estos días menos la del período anterior de igual duración. Se sortean 2.000 veces días enteros de ambos períodos; cuando el 95 % de las diferencias queda del mismo lado del cero, el cambio se llama mayor que la variación habitual. Ambos períodos necesitan al menos 7 días con lecturas.",
    },
    lows: {
      none: "La glucosa nunca estuvo por debajo de {low} durante 15 minutos o más.",
      days: "La glucosa estuvo por debajo de {low} durante 15 minutos o más en {days} de {ofDays, plural, one {# día} other {# días}}, {episodes, plural, one {una vez} other {# veces}} en total.",
      daysAt:
        "La glucosa estuvo por debajo de {low} durante 15 minutos o más en {days} de {ofDays, plural, one {# día} other {# días}}, sobre todo entre {from} y {to}: {episodes, plural, one {una vez} other {# veces}} en total.",
      term: "Episodios bajos",
      standard: "Los episodios se cuentan con los rangos estándar, sean cuales sean los elegidos.",
      ruleText:
        "Un episodio son al menos 15 minutos por debajo del rango y termina cuando la glucosa vuelve durante 15 minutos (Battelino 2023). «Sobre todo» nombra tres horas del reloj cuando contienen al menos la mitad de los minutos de estos episodios, en al menos tres días.",
    },
  },
  range: {
    title: "Tiempo en rango",
    caption: "Tiempo en cada rango de glucosa",
    range: "Rango",
    share: "Proporción de lecturas",
    time: "Tiempo al día",
    goal: "Meta",
    aDay: "{time} <small>al día</small>",
  },
  figures: {
    title: "Cifras principales",
    how: "Cómo se calcula",
    noReadings: "No hay lecturas en estos días",
    mean: {
      name: "Glucosa media",
      text: "Todas las lecturas del sensor en el período, sumadas y divididas entre su número.",
      more: "Dice poco de las subidas y bajadas: la misma media puede venir de días estables o muy variados.",
    },
    gmi: {
      name: "GMI",
      text: "Indicador de gestión de la glucosa: la A1c que en promedio acompaña a esta glucosa media (3,31 + 0,02392 × media en mg/dL; Bergenstal 2018).",
      more: "Una A1c de laboratorio suele diferir en algunas décimas. La diferencia es un dato para conversar, no un error.",
    },
    cv: {
      name: "Variación (CV)",
      text: "Coeficiente de variación: la desviación estándar como proporción de la media. Dice cuánto se mueve la glucosa.",
      more: "Hasta el 36 % se llama estable (Monnier 2017).",
    },
    sd: {
      name: "Dispersión (DE)",
      text: "Desviación estándar: a qué distancia de la media suelen estar las lecturas, en tu unidad de glucosa.",
      more: "No hay una meta común, porque crece con la media: el CV lo descuenta.",
    },
    active: {
      name: "Sensor activo",
      text: "Las lecturas que hay, como proporción de las que el período podría haber tenido hasta ahora.",
      more: "Con menos del 70 % de 14 días las demás cifras pueden no ser representativas (Battelino 2019).",
    },
  },
  patterns: {
    title: "Patrones",
    all: "Todos los patrones",
    none: "Ninguna de las reglas encontró un patrón en estos días.",
    standard: "Los patrones se buscan con los rangos estándar.",
  },
  dayGrid: {
    title: "Días",
    open: "Abrir el diario",
    calendar: "Todos los días como curvas",
    monthsNote: "Cada cuadro es un día: el porcentaje de sus lecturas dentro del rango objetivo.",
    awaited: "el resto aún no está disponible",
    soFar: "por ahora",
    noReadings: "Sin lecturas",
    inRange: "<strong>{percent}</strong> %<wide> en rango</wide>",
    worn: "llevado {percent} %",
    label: "{date}: {percent} % en rango",
    labelNone: "{date}: sin lecturas",
    labelWorn: ", sensor activo el {percent} % del día",
    labelAwaited: ", el resto aún no está disponible",
  },
  coverage: {
    title: "En qué se basa",
    strip: "Sensor llevado por día",
    readings: "Lecturas",
    readingsOf: "{observed} de {expected} esperadas",
    readingsEvery: "{observed} de {expected} esperadas, una cada {minutes} min",
    gaps: "Huecos",
    gapsLongest: "{count}, el más largo de {duration} desde el {time}",
    noGaps: "Ninguno",
    beyond: "Fuera del alcance del sensor",
    beyondCounts: "{low} bajas, {high} altas",
    implausible: "Descartadas por inverosímiles",
    excluded: "Excluidas a mano",
    source: "Fuente",
    dexcom: "Dexcom, según lo que comparte la cuenta",
  },
};
