import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const shell: InOtherWords<typeof en.shell> = {
  menu: "Principal",
  views: {
    overview: "Resumen",
    daily: "Diario",
    overlay: "Superposición",
    profile: "Perfil",
    compare: "Comparar",
    calendar: "Calendario",
    patterns: "Patrones",
    statistics: "Estadísticas",
    logbook: "Registro",
    notes: "Notas",
    a1c: "A1c",
    devices: "Dispositivos",
  },
  settings: "Ajustes",
  help: "Ayuda",
  more: "Más",
  moreTitle: "Más vistas",
  explain: {
    whatIs: "¿Qué es {term}?",
    close: "Cerrar la explicación de {term}",
  },
  period: {
    title: "Período",
    days: "{count, plural, one {# <word>día</word>} other {# <word>días</word>}}",
    custom: "Otro",
    choose: "Elige los días",
    first: "Primer día",
    last: "Último día",
    show: "Mostrar estos días",
    before: "El período anterior, {dates}",
    after: "El período siguiente, {dates}",
    sinceVisit: "Desde la visita del {date}",
  },
  day: {
    title: "Día",
    date: "Fecha",
    show: "Mostrar",
    before: "Día anterior, {date}",
    after: "Día siguiente, {date}",
  },
  language: "Idioma",
};
