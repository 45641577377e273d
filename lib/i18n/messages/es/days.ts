import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const days: InOtherWords<typeof en.days> = {
  title: "Un día debajo de otro",
  summary:
    "{count, plural, one {# día} other {# días}} en un mismo eje de 24 horas; {withReadings, plural, =0 {ninguno tiene} one {# tiene} other {# tienen}} lecturas.",
  note: "El rango sombreado es {target}; cada día se dibuja de {from} a {to}. Elige un día para abrirlo.",
  inRange: "en rango",
  averageOf: "promedio {value}",
  noReadings: "Sin lecturas",
  length: "{duration}: cambió la hora",
  moved: "{duration}: se movió el reloj",
  soFar: "hasta ahora",
  open: "{date}: {percent} % en rango, promedio {average}. Abrir este día",
  openNone: "{date}: sin lecturas. Abrir este día",
  openLength: "este día tuvo {duration}",
  columns: {
    date: "Día",
    inRange: "En rango",
    average: "Promedio",
    lowest: "Más baja",
    highest: "Más alta",
    readings: "Lecturas",
    length: "Duración",
  },
};
