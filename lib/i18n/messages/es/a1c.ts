import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const a1c: InOtherWords<typeof en.a1c> = {
  title: "A1c",
  facts: "Los valores de laboratorio que anotas, junto al GMI de tu sensor.",
  new: "Nuevo valor de laboratorio",
  explain:
    "La A1c sale de la sangre y refleja unos tres meses. El GMI se calcula con la glucosa media del sensor; no es un valor de laboratorio. A menudo difieren, por ejemplo porque los glóbulos rojos no viven lo mismo en todas las personas o porque no se llevó el sensor todo el tiempo. Tu propia diferencia merece conocerse y comentarse con tu equipo de salud.",
  gap: {
    title: "Tu diferencia personal",
    below:
      "Tu GMI ha estado entre {from} y {to} puntos por debajo de tu A1c de laboratorio ({pairs, plural, one {# par} other {# pares}}; mediana {median}).",
    above:
      "Tu GMI ha estado entre {from} y {to} puntos por encima de tu A1c de laboratorio ({pairs, plural, one {# par} other {# pares}}; mediana {median}).",
    around:
      "Tu GMI ha estado entre {from} puntos por debajo y {to} por encima de tu A1c de laboratorio ({pairs, plural, one {# par} other {# pares}}; mediana {median}).",
    same: "Tu GMI ha sido igual a tu A1c de laboratorio, a la décima ({pairs, plural, one {# par} other {# pares}}).",
    notYet:
      "Con dos valores de laboratorio que tengan suficientes datos del sensor antes, aquí estará tu diferencia personal.",
    rule: "GMI de los 90 días que terminan con el análisis, menos el valor de laboratorio. Los pares cuyo GMI se retiene no cuentan.",
  },
  chart: {
    title: "A1c y GMI en el tiempo",
    note: "Los rombos llenos son valores de laboratorio; los círculos abiertos, el GMI de los 90 días anteriores a cada uno.",
    summary:
      "{count, plural, one {# valor de laboratorio} other {# valores de laboratorio}}, el más reciente {value} el {date}.",
  },
  columns: {
    date: "Fecha",
    lab: "A1c de laboratorio",
    gmi90: "GMI, 90 días",
    gmi14: "GMI, 14 días",
    gap: "Diferencia",
  },
  points: "{amount} puntos",
  list: "Valores de laboratorio",
  empty:
    "Todavía no hay valores de laboratorio. Anota la A1c de tu último análisis para verla junto a tu GMI.",
};
