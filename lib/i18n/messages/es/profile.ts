import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const profile: InOtherWords<typeof en.profile> = {
  title: "Perfil de glucosa",
  chartTitle: "Glucosa según la hora del día",
  facts: "{dates} · {count, plural, one {# día} other {# días}} con lecturas",
  factsOf: "{dates} · {weekdays} · {count, plural, one {# día} other {# días}} con lecturas",
  note: "{count, plural, one {# día} other {# días superpuestos}}: la mitad de las lecturas está en el área interior y nueve de cada diez en la exterior.",
  sentence: "La mediana va de {lowest} a {highest}.",
  sentenceNone: "Ninguna hora del día tiene lecturas de suficientes días.",
  at: "{value} (hacia las {time})",
  table: {
    time: "Hora del día",
    median: "Mediana",
    days: "Días",
  },
  days: {
    label: "Qué días",
    all: "Todos los días",
    weekdays: "De lunes a viernes",
    weekend: "Sábado y domingo",
  },
  over: {
    label: "Superponer",
    none: "Nada",
    before: "El período anterior",
    weekend: "Fin de semana sobre laborables",
  },
  detail: {
    label: "Detalle",
    smooth: "Por hora, suavizado",
    hourly: "Por hora",
    quarter: "15 minutos",
    five: "5 minutos",
  },
  detailNote: {
    smooth: "Percentiles de cada hora, suavizados con las horas vecinas (pesos 1-4-1).",
    hourly: "Percentiles de cada hora tal como son, sin suavizar.",
    quarter:
      "Percentiles de cada 15 minutos, sin suavizar. Cada punto se basa en menos lecturas, así que la curva salta más.",
    five: "Percentiles de cada 5 minutos, sin suavizar. Cada punto se basa en pocas lecturas, así que la curva es la que más salta.",
  },
  pair: {
    note: "{first}, con relleno: {firstDays, plural, one {# día} other {# días superpuestos}}. {second}, con contorno discontinuo: {secondDays, plural, one {# día} other {# días}}. El área y el contorno contienen la mitad central de las lecturas.",
    sentence:
      "Las medianas se separan más hacia las {time}: {first} en {firstName} y {second} en {secondName}.",
    withheld: "Solo se dibuja {shown}. {name}: {reason}",
    columns: "{name}: {percentile}",
  },
  longer: "Un período más largo tiene más días de estos.",
  longerLink: "Mostrar los últimos {count} días",
  readings: {
    title: "Leído en la curva",
    rule: "De los puntos dibujados: dónde la mediana es más baja y más alta, y dónde la mitad central de las lecturas (de 25 % a 75 %) es más estrecha y más ancha. Entre iguales cuenta la hora más temprana.",
    fact: "Qué",
    lowest: "Mediana más baja",
    highest: "Mediana más alta",
    narrowest: "Mitad central más estrecha",
    widest: "Mitad central más ancha",
    apart: "Medianas más separadas",
    range: "{range} hacia las {time}",
    apartBy: "{difference} hacia las {time}",
    none: "Muy pocos días",
  },
  times: {
    title: "Seis horas del día",
    note: "Percentiles de las lecturas tomadas en esos minutos, tal como se dibujan.",
    curve: "Días",
    span: "de {from} a {to}",
  },
};
