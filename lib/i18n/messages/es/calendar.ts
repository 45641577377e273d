import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const calendar: InOtherWords<typeof en.calendar> = {
  title: "Calendario",
  facts: {
    days: "{count, plural, one {# día} other {# días}}",
  },
  show: {
    label: "Qué muestra el calendario",
    range: "Tiempo en rango",
    curves: "Curvas",
    hours: "Horas de la semana",
  },
  value: {
    label: "Qué muestran las horas",
    mean: "Glucosa media",
    range: "Tiempo en rango",
  },
  left: "{shown, plural, one {El mes más reciente} other {Los # meses más recientes}} de este período. {left, plural, one {El mes anterior se ve} other {Los # meses anteriores se ven}} al elegir días anteriores.",
  month: {
    inRange: "{percent} en rango",
    active: "sensor activo {percent} %",
    none: "sin lecturas",
  },
  range: {
    title: "Tiempo en rango por día",
    unit: "% de las lecturas",
    note: "Cada cuadro es un día y lo abre. El número es la proporción de sus lecturas de {low} a {high}.",
    hint: "Las flechas van de un día a otro y de una semana a otra; Inicio y Fin, al primer y al último día. Intro abre un día.",
  },
  curves: {
    title: "Los días como curvas",
    note: "Cada día de medianoche a medianoche con la proporción de sus lecturas de {low} a {high}. Cada día se puede abrir.",
  },
  summary:
    "{days, plural, =0 {Ningún día tiene lecturas.} one {Un día tiene lecturas.} other {# días tienen lecturas.}}",
  aboveGoal: "En {above} de ellos, más del {goal} % de las lecturas estuvo en rango.",
  day: {
    label:
      "{date}: {inRange} en rango, {below} por debajo, {above} por encima, sensor activo {active} % del día",
    labelNone: "{date}: sin lecturas",
    labelNoneYet: "{date}: sin lecturas por ahora",
    soFar: "por ahora",
    worn: "llevado {percent} %",
    none: "Sin lecturas",
    noneYet: "Sin lecturas por ahora",
  },
  legend: {
    below: "menos de {percent} %",
    between: "{from}–{to} %",
    fewReadings: "menos del {percent} % de las lecturas",
    noReadings: "sin lecturas",
    fewDates: "menos de {count, plural, one {# fecha} other {# fechas}}",
  },
  hours: {
    meanTitle: "Glucosa media por hora y día de la semana",
    rangeTitle: "Tiempo en rango por hora y día de la semana",
    rangeUnit: "% de las lecturas",
    note: "Cada cuadro es una hora de un día de la semana, sobre todas las fechas así del período. Los cuadros rayados se basan en menos de {count, plural, one {# fecha} other {# fechas}}: un solo día puede decidirlos.",
    hint: "Las flechas van de una hora a otra y de un día de la semana a otro; Inicio y Fin, al primer y al último cuadro.",
    counts: "El número pequeño cuenta las fechas de cada cuadro: 12× son doce.",
    idle: "Señala un cuadro o muévete con las flechas para leerlo aquí.",
    hour: "Hora",
    cell: "{weekday}, de {from} a {to}: {value}, {dates, plural, one {# fecha} other {# fechas}}",
    cellNone: "{weekday}, de {from} a {to}: sin lecturas",
    average: "media {value}, {band}",
    inRange: "{percent} en rango",
    dates: "{dates, plural, one {# fecha} other {# fechas}}",
    summary:
      "{value, select, mean {La media más alta es {highest}, el {highestAt}; la más baja es {lowest}, el {lowestAt}.} other {El mayor tiempo en rango, {highest}, el {highestAt}; el menor, {lowest}, el {lowestAt}.}}",
    at: "{weekday} de {from} a {to}",
    summaryNone: "Ninguna hora tiene fechas suficientes para compararla.",
  },
  table: {
    day: "Día",
    inRange: "En rango",
    below: "Por debajo",
    above: "Por encima",
    mean: "Media",
    active: "Sensor activo",
  },
};
