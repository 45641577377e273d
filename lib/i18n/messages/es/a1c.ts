import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const a1c: InOtherWords<typeof en.a1c> = {
  title: "A1c",
  facts: "Los valores de laboratorio que anotas, junto al GMI de tu sensor.",
  new: "Nuevo valor de laboratorio",
  explain:
    "La A1c sale de la sangre y refleja unos tres meses. El GMI se calcula con la glucosa media del sensor; no es un valor de laboratorio. A menudo difieren, por ejemplo porque los glóbulos rojos no viven lo mismo en todas las personas o porque no se llevó el sensor todo el tiempo. La diferencia propia de cada persona merece conocerse y comentarse con el equipo de salud.",
  gap: {
    title: "Diferencia personal",
    below:
      "El GMI ha estado entre {from} y {to} puntos por debajo de la A1c de laboratorio ({pairs, plural, one {# par} other {# pares}}; mediana {median}).",
    above:
      "El GMI ha estado entre {from} y {to} puntos por encima de la A1c de laboratorio ({pairs, plural, one {# par} other {# pares}}; mediana {median}).",
    around:
      "El GMI ha estado entre {from} puntos por debajo y {to} por encima de la A1c de laboratorio ({pairs, plural, one {# par} other {# pares}}; mediana {median}).",
    same: "El GMI ha sido igual a la A1c de laboratorio, a la décima ({pairs, plural, one {# par} other {# pares}}).",
    notYet:
      "Con dos valores de laboratorio que tengan suficientes datos del sensor antes, aquí estará la diferencia personal.",
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
