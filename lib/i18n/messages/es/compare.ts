import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const compare: InOtherWords<typeof en.compare> = {
  title: "Comparar",
  facts: "{before} y {after}",
  choose: "Comparar con",
  before: "Los días anteriores",
  year: "Un año antes",
  first: "o con",
  last: "a",
  show: "Comparar",
  higher: "{amount} más",
  lower: "{amount} menos",
  same: "más o menos igual",
  beyond: "Más que lo habitual",
  within: "Dentro de lo habitual",
  interval: "95 %: {range}",
  range: "{from} a {to}",
  noInterval: {
    figure: "Sin intervalo para esta cifra",
    figures:
      "Para estas cifras no hay intervalo, porque no se pueden juntar por días. Su diferencia no dice nada de lo habitual.",
    days: "Sin intervalo: hacen falta {days, plural, one {# día} other {# días}} con lecturas en cada lado",
  },
  tooLittle: {
    before: "No se puede comparar: el período anterior tiene muy pocos datos",
    after: "No se puede comparar: el período posterior tiene muy pocos datos",
    both: "No se puede comparar: ambos tienen muy pocos datos",
  },
  noValue: {
    before: "No se puede comparar: el período anterior no tiene valor",
    after: "No se puede comparar: el período posterior no tiene valor",
    both: "No se puede comparar: ninguno tiene valor",
  },
  doubt: {
    before: "El período anterior puede no ser representativo",
    after: "El período posterior puede no ser representativo",
    both: "Ambos pueden no ser representativos",
  },
  lead: {
    beyond: "Cambió más que la variación habitual de un día a otro: {changes}.",
    within: "Dentro de ella: {figures}.",
    none: "Ninguna de las cifras principales cambió más que la variación habitual de un día a otro.",
    notYet: "Todavía no hay datos suficientes en ambos lados para decir qué es habitual.",
    change: "{figure} ({change})",
  },
  shared:
    "{count, plural, one {# día está} other {# días están}} en ambos períodos. Los intervalos los toman como independientes, así que léelos con cuidado.",
  ranges:
    "Los rangos elegidos valen para el tiempo en rangos, también de noche y de día. Los episodios se cuentan con los rangos estándar; el rango estrecho, el riesgo y las puntuaciones conservan los umbrales que los definen.",
  sides: {
    before: "Antes",
    after: "Después",
    days: "{count, plural, one {# día} other {# días}} con lecturas",
  },
  columns: { figure: "Cifra", difference: "Diferencia", usual: "Variación habitual de un día a otro" },
  bands: "Tiempo en rangos",
  main: "Cifras principales",
  others: "Todas las demás cifras",
  count: "{count, plural, one {# cifra} other {# cifras}}",
  countBeyond: "{count} más que lo habitual",
  groups: {
    average: "Media y dispersión",
    episodes: "Episodios",
    partOfDay: "Noche y día",
    risk: "Riesgo y puntuaciones",
    dynamics: "Variabilidad en el tiempo",
  },
  profile: {
    title: "Perfiles de glucosa",
    note: "Línea continua: mediana del período posterior, con la mitad de sus lecturas en el área que la rodea. Con trazos: el período anterior.",
    summary:
      "Las medianas difieren más alrededor de las {time}: {after} {unit} en el período posterior, {before} {unit} en el anterior.",
    time: "Hora del día",
    median: "{side}: mediana",
    half: "{side}: 25–75 %",
    none: "Ninguna hora del día tiene mediana en ambos.",
  },
  how: "Cómo se sabe: se vuelven a sortear {resamples} veces días enteros de ambos períodos, y la línea junto a una cifra abarca el 95 % central de las diferencias. Cuando no incluye el 0, el cambio se llama mayor que lo habitual. Eso dice cuánto difieren los días, no por qué. Las diferencias se calculan antes de redondear; las de porcentajes están en puntos porcentuales.",
  empty: {
    title: "Sin lecturas en {dates}",
    next: "Elige otros días para comparar.",
  },
};
