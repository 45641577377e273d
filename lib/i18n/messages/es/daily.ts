import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const daily: InOtherWords<typeof en.daily> = {
  title: "Diario",
  figures: {
    label: "El día en cifras",
    average: "Promedio",
    active: "Sensor activo",
    none: "No hay lecturas en este día.",
    allExcluded: "Todas las lecturas de este día están excluidas.",
    without: "Sin las lecturas excluidas. Con ellas: promedio {average}, {percent} % en rango.",
    withOnly: "Con ellas: promedio {average}, {percent} % en rango.",
  },
  table: {
    time: "Hora",
    glucose: "Glucosa ({unit})",
    range: "Rango",
    figures: "En las cifras",
    counts: "sí",
    excluded: "excluida",
  },
  sentence: {
    none: "No hay lecturas en este día.",
    readings:
      "{count, plural, one {# lectura} other {# lecturas}}, {percent} % en rango; la más baja fue {lowest}, la más alta {highest}.",
    readingsOnly:
      "{count, plural, one {# lectura} other {# lecturas}}; la más baja fue {lowest}, la más alta {highest}.",
    at: "{value} ({time})",
  },
  about: {
    title: "Sobre este día",
    span: "{from} a {to}",
    clock: "Este día tuvo {hours} porque cambió la hora.",
    moved: "Este día tuvo {hours} porque el reloj se movió (viaje o cambio de hora).",
    movedAt: "A las {time} el reloj se movió {step} (viaje o cambio de hora).",
    gap: "Sin lecturas de {span} ({duration}).",
    notFetchedYet: "Aún sin buscar ({span}). Llegará con la próxima sincronización.",
    notFetched: "Sin buscar ({span}). Dexcom no está conectado.",
    notYet: "Todavía no disponible ({span}). {delay}.",
    implausible: "Descartadas por poco verosímiles: {count}.",
    sensorStarted: "A las {time} empezó un sensor nuevo, que desde las {first} da lecturas.",
    sensorStartedOnly: "A las {time} empezó un sensor nuevo.",
    sensorFirst: "A las {first} llegó la primera lectura de un sensor nuevo, que empezó el día anterior.",
    sensorEnded: "A las {time} llegó la última lectura del sensor anterior.",
  },
  events: {
    title: "Eventos",
    none: "No se anotó nada en este día.",
  },
  calibrations: "Calibraciones",
  alerts: {
    title: "Alertas",
    note: "Cada vez que empezó una alerta del dispositivo.",
    limits: "El dispositivo tiene límites propios, sean cuales sean los rangos elegidos aquí.",
  },
  notes: "Notas y consultas",
  exclusions: {
    title: "Lecturas excluidas",
    readings: "{count, plural, =0 {ninguna lectura} one {# lectura} other {# lecturas}}",
  },
  view: {
    label: "Días mostrados",
    days: "{count, plural, one {# día} other {# días}}",
  },
  zone: {
    label: "Reloj",
    asWorn: "Como se llevó",
    note: "El día se corta y se dibuja con un solo reloj, {zone}, sea cual sea la hora que mostraba el reloj de la persona.",
  },
};
