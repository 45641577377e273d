import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const logbook: InOtherWords<typeof en.logbook> = {
  title: "Registro",
  days: "{count, plural, one {# día} other {# días}}",
  found: "{count, plural, one {# anotación} other {# anotaciones}}",
  foundOf: "{count} de {all, plural, one {# anotación} other {# anotaciones}}",
  kinds: {
    label: "Tipos de anotaciones",
    all: "Todas",
    carbs: "Carbohidratos",
    insulin: "Insulina",
    exercise: "Ejercicio",
    health: "Salud",
    bloodGlucose: "Medidor",
    notes: "Notas de Dexcom",
    unknown: "Otras",
    ownNote: "Notas propias",
    visit: "Visitas",
  },
  find: {
    label: "Buscar en las notas",
    button: "Buscar",
    clear: "Mostrar todas",
  },
  columns: {
    time: "Hora",
    entry: "Anotación",
    before: "Glucosa antes",
    after: "Dos horas después",
    change: "Cambio",
  },
  note: "Nota: {text}",
  visit: "Visita",
  visitWith: "Visita: {text}",
  noReading: "sin lectura",
  awaited: "aún no disponible",
  noChange: "no se puede dar el cambio: falta una de las dos o queda fuera del alcance del sensor",
  notForVisits: "no se busca para una visita",
  between: "{count, plural, one {Otra anotación} other {Otras # anotaciones}} en estas dos horas",
  totals: {
    entered: "Anotado",
    carbs: "{amount} g de carbohidratos",
    insulin: "{amount} unidades de insulina",
    insulinParts: "{amount} unidades de insulina ({fast} rápida, {long} lenta)",
    none: "ni carbohidratos ni insulina",
  },
  caption: "Anotaciones del {date}",
  rule: {
    title: "Cómo se lee",
    before: "La glucosa antes es la última lectura en los {before} minutos previos a la anotación.",
    after:
      "Dos horas después es la lectura más cercana a ese momento, a {around} minutos como máximo. No se usan las lecturas excluidas.",
    between:
      "Las otras anotaciones son las de carbohidratos, insulina o ejercicio. Los números muestran lo que pasó, no lo que causó una anotación.",
    totals: "Las sumas son de lo anotado: lo que se comió o inyectó sin anotarlo no está en ellas.",
  },
  empty: {
    title: "No hay anotaciones en estos días",
    meaning:
      "Los carbohidratos, la insulina, el ejercicio, la salud y las notas vienen de lo que se anota en la aplicación o el receptor Dexcom; Dexcom ONE y ONE+ no comparten ninguna. Tus propias notas y visitas también aparecen aquí.",
    notes: "Escribir una nota",
  },
  nothing: "Ninguna anotación coincide.",
  pages: {
    label: "Páginas del registro",
    newer: "Anotaciones más recientes",
    older: "Anotaciones anteriores",
    current: "Página {page} de {pages}",
  },
};
