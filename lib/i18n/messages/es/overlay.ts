import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const overlay: InOtherWords<typeof en.overlay> = {
  title: "Superposición",
  facts: "{dates} · {count, plural, one {# día} other {# días}} con lecturas",
  factsOf: "{dates} · {weekdays} · {count, plural, one {# día} other {# días}} con lecturas",
  weekdays: {
    label: "Qué días",
    byName: "Días de la semana sueltos",
    all: "Todos los días",
    weekdays: "De lunes a viernes",
    weekend: "Sábado y domingo",
    choice: "{name} ({count})",
    only: "Solo {weekday}: {count, plural, one {# día} other {# días}}",
    add: "Añadir {weekday}: {count, plural, one {# día} other {# días}}",
    remove: "Quitar {weekday}: {count, plural, one {# día} other {# días}}",
    none: "Ninguno de estos días de la semana tiene lecturas en este período.",
  },
  chart: {
    title: "Días superpuestos",
    note: "Cada línea es un día de medianoche a medianoche, según la hora que marcaba el reloj. La línea se corta donde faltan lecturas.",
    summary:
      "{count, plural, one {Un día} other {# días}}. La lectura más baja es {lowest} y la más alta {highest}. El tiempo en rango va de {least} el {leastDay} a {most} el {mostDay}.",
    at: "{value} (el {day} a las {time})",
  },
  readout: {
    idle: "Señala una línea para ver de qué día es. Si eliges un día, aquí o abajo, se queda delante.",
    inRange: "{percent} en rango",
    average: "promedio {value}",
    span: "de {lowest} a {highest}",
    worn: "sensor activo {percent} % del día",
    soFar: "hasta ahora",
    open: "Abrir este día",
    clear: "Ver todos por igual",
  },
  days: {
    title: "Los días",
    hint: "Las flechas pasan de un día a otro. Intro trae un día al frente del gráfico.",
    label: "{date}: {facts}",
    none: "{date}: sin lecturas",
    worn: "usado {percent} %",
  },
  notes: {
    title: "Sobre estos días",
    left: "Solo se {shown, plural, one {dibuja el día más reciente} other {dibujan los # días más recientes}}; {left, plural, one {queda fuera un día anterior} other {quedan fuera # días anteriores}}, porque más líneas se taparían entre sí.",
    lengths:
      "El reloj cambió, por un cambio de hora o un viaje: {days}. Cada lectura está a la hora que marcaba su propio reloj, así que una hora puede tener dos líneas o ninguna.",
    length: "{day} tuvo {duration}",
    soFar: "{day} aparece hasta donde ya está disponible.",
    below:
      "{count, plural, one {Un día} other {# días}} la glucosa estuvo {value}, por debajo de lo que el sensor puede medir; esas lecturas están en el borde inferior.",
    above:
      "{count, plural, one {Un día} other {# días}} la glucosa estuvo {value}, por encima de lo que el sensor puede medir; esas lecturas están en el borde superior.",
    excluded:
      "{count, plural, one {No se dibuja una lectura excluida} other {No se dibujan # lecturas excluidas}}.",
    notDrawn: "{day} no está entre los días dibujados aquí.",
    openDaily: "Abrirlo en Diario",
  },
  table: {
    day: "Día",
    readings: "Lecturas",
    average: "Promedio",
    inRange: "En rango",
    lowest: "Más baja",
    highest: "Más alta",
    active: "Sensor activo",
  },
};
