import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const patterns: InOtherWords<typeof en.patterns> = {
  title: "Patrones",
  lead: "Lo que se repite en varios días, según reglas que cualquiera puede comprobar. Ninguna regla conoce una causa.",
  tally: {
    looked: "{count, plural, one {# regla examinada} other {# reglas examinadas}}",
    found: "{count} con resultado",
    tested:
      "{tested, plural, =0 {Ninguna regla tiene todavía datos suficientes para compararla con el azar.} one {Una regla se comparó con el azar.} other {# reglas se compararon con el azar.}}",
    unlikely:
      "{unlikely, plural, =0 {Ninguna muestra} one {Una de ellas muestra} other {# de ellas muestran}} algo que el azar daría menos de 1 vez de cada 20. El azar por sí solo daría como máximo {byChance} en promedio.",
  },
  found: {
    title: "Encontrados",
    none: "Ninguna de las reglas encontró algo en estos días.",
  },
  notFound: {
    title: "Buscados y no encontrados",
    about:
      "Hubo lecturas suficientes para juzgar estas reglas. No vieron con bastante frecuencia lo que buscan.",
  },
  tooLittle: {
    title: "Aún con pocos datos",
    about: "Estas reglas necesitan más días de los que tiene el período. Un período más largo puede bastar.",
    missing: "Necesita {missing}",
  },
  card: {
    rule: "Cómo funciona la regla",
    ruleOf: "La regla de «{title}»",
    unlikely: "Poco probable por azar",
    mayBeChance: "Puede ser azar",
    describes: "Una descripción, sin comparar con el azar",
    days: "Días a los que se refiere",
    dayLink: "{date}: abrir el día",
    all: "Los {count} días (arriba, los {shown} más recientes)",
    overlay: "Mostrar los días de este período superpuestos",
    marked: "Marcado: de {from} a {to}",
    profile: "Mediana y mitad central del período según la hora del día. Marcado: de {from} a {to}.",
  },
  chance: {
    rarely: "El azar por sí solo mostraría otro tanto en menos de 1 de cada 1.000 períodos como este.",
    perThousand: "El azar por sí solo mostraría otro tanto en unos {count} de cada 1.000 períodos como este.",
    perHundred: "El azar por sí solo mostraría otro tanto en unos {count} de cada 100 períodos como este.",
    almostAlways: "El azar por sí solo mostraría otro tanto en casi todos los períodos como este.",
  },
  rules: {
    nightLows: {
      title: "Glucosa por debajo de {bound} en la noche",
      rule: "Los episodios por debajo de {bound} ocupan al menos {minutes, plural, one {# minuto} other {# minutos}} entre {from} y {to}, en al menos {dates, plural, one {# noche} other {# noches}} y en {percent} de las noches con {covered} de sus lecturas.",
    },
    dayLows: {
      title: "Glucosa por debajo de {bound} a una misma hora del día",
      rule: "Los episodios por debajo de {bound} ocupan al menos {minutes, plural, one {# minuto} other {# minutos}} de las mismas {hours, plural, =3 {tres horas} one {# hora} other {# horas}} (bloques a partir de la medianoche, fuera de la noche), en al menos {dates, plural, one {# fecha} other {# fechas}} y en {percent} de las fechas con {covered} de las lecturas del bloque. Se nombra el bloque con más fechas así.",
    },
    nightHighs: {
      title: "Glucosa por encima de {bound} en la noche",
      rule: "Los episodios por encima de {bound} ocupan al menos {minutes, plural, one {# minuto} other {# minutos}} entre {from} y {to}, en al menos {dates, plural, one {# noche} other {# noches}} y en {percent} de las noches con {covered} de sus lecturas.",
    },
    postBreakfastHighs: {
      title: "Glucosa por encima de {bound} en las horas después del desayuno",
      rule: "Los episodios por encima de {bound} ocupan al menos {minutes, plural, one {# minuto} other {# minutos}} entre {from} y {to} (las horas después del desayuno para la mayoría; las comidas no se conocen), en al menos {dates, plural, one {# mañana} other {# mañanas}} y en {percent} de las mañanas con {covered} de sus lecturas.",
    },
    dayHighs: {
      title: "Glucosa por encima de {bound} a una misma hora del día",
      rule: "Los episodios por encima de {bound} ocupan al menos {minutes, plural, one {# minuto} other {# minutos}} de las mismas {hours, plural, =3 {tres horas} one {# hora} other {# horas}} (bloques a partir de la medianoche, fuera de la noche), en al menos {dates, plural, one {# fecha} other {# fechas}} y en {percent} de las fechas con {covered} de las lecturas del bloque. Se nombra el bloque con más fechas así.",
    },
    reboundHighs: {
      title: "Glucosa por encima de {high} poco después de estar por debajo de {low}",
      rule: "Un episodio por encima de {high} empieza como máximo {hours, plural, one {# hora} other {# horas}} después de que termina uno por debajo de {low}, tras al menos {lows} de ellos y tras {percent} de los que tienen {covered} de las lecturas de {hours, plural, one {la hora siguiente} other {las # horas siguientes}}.",
    },
    dawnRise: {
      title: "Glucosa más alta a primera hora de la mañana",
      rule: "La media entre {from} y {to} es mayor que la de entre {beforeFrom} y {beforeTo} de la misma fecha, en la mediana por al menos {rise}, y más a menudo de lo que permite el azar (probabilidad menor que {probability}). Cuentan las fechas en que ambas horas tienen {covered} de sus lecturas. Las comidas no se conocen.",
    },
    weekendDifference: {
      title: "Fines de semana distintos de los demás días",
      rule: "La mediana de las medias diarias difiere entre sábados y domingos y los demás días en al menos {difference}, y en más de lo que permite el azar (probabilidad menor que {probability}). Cuentan las fechas con {covered} de sus lecturas.",
    },
    weekdayDifference: {
      title: "Un día de la semana distinto de los demás",
      rule: "La mediana de las medias diarias de un día de la semana difiere de la de todas las demás fechas en al menos {difference}, y en más de lo que permite el azar (probabilidad menor que {probability}). Cuentan las fechas con {covered} de sus lecturas y los días de la semana con {dates} fechas así. Se nombra el que más se distingue.",
    },
    bestDay: {
      title: "Más tiempo en rango",
      rule: "La fecha con la mayor proporción de lecturas de {low} a {high}, entre las fechas que tienen {covered} de sus lecturas.",
    },
    mostVariableHour: {
      title: "La hora que más cambia de una fecha a otra",
      rule: "La hora con la mitad central más ancha (percentiles {low} a {high}) de sus medias diarias, en las fechas con {covered} de las lecturas de esa hora.",
    },
  },
  findings: {
    nights: "En {happened} de {looked, plural, one {# noche} other {# noches}}.",
    mornings: "En {happened} de {looked, plural, one {# mañana} other {# mañanas}}.",
    block: "En {happened} de {looked, plural, one {# fecha} other {# fechas}} entre {from} y {to}.",
    afterLows: "Después de {followed} de {looked, plural, one {# episodio bajo} other {# episodios bajos}}.",
    noLows: "No hubo ningún episodio bajo que examinar.",
    rises:
      "Más alta en {rises} de {looked, plural, one {# fecha} other {# fechas}}, por al menos {rise} en {large}; cambio mediano {change}.",
    weekends:
      "Sábados y domingos, {amount} {direction, select, lower {menos} other {más}} que los demás días ({dates} y {others, plural, one {# fecha} other {# fechas}}).",
    weekday:
      "Los {weekday, select, 1 {lunes} 2 {martes} 3 {miércoles} 4 {jueves} 5 {viernes} 6 {sábados} other {domingos}}, {amount} {direction, select, lower {menos} other {más}} que los demás días ({dates} y {others, plural, one {# fecha} other {# fechas}}).",
    bestDay: "{percent} de las lecturas en rango en {dates, plural, =1 {una fecha} other {# fechas}}.",
    widestHour: "Entre {from} y {to} la mitad central de las fechas va de {low} a {high}.",
  },
  methods: {
    night:
      "Qué tan probable es un número igual o mayor de fechas si en su lugar se mira un tramo tan largo como la noche, a una hora al azar de cada fecha.",
    hours:
      "Qué tan probable es un número igual o mayor de fechas si en su lugar se mira un tramo tan largo como estas horas, a una hora al azar de cada fecha.",
    block:
      "Qué tan probable es un número igual o mayor de fechas si en su lugar se miran tres horas a una hora al azar de cada fecha, multiplicado por {looks, plural, one {# bloque examinado} other {los # bloques examinados}}.",
    afterLows:
      "Qué tan probable es un número igual o mayor si se miran las mismas dos horas del reloj de una fecha al azar en lugar de las que siguen a cada episodio bajo.",
    rises:
      "Prueba de los signos: qué tan probable es un número igual o mayor de subidas si subir y bajar son igual de probables.",
    weekends:
      "Prueba de suma de rangos, en ambos sentidos: qué tan probables son rangos al menos igual de separados si las mismas medias diarias hubieran caído al azar en las fechas.",
    weekday:
      "Prueba de suma de rangos, en ambos sentidos: qué tan probables son rangos al menos igual de separados si las mismas medias diarias hubieran caído al azar en las fechas, multiplicado por {looks, plural, one {# día de la semana examinado} other {los # días de la semana examinados}}.",
    bestDay: "No se compara con el azar: es la más alta de las fechas examinadas.",
    widestHour: "No se compara con el azar: siempre hay una hora con la mitad central más ancha.",
  },
  missing: {
    nights:
      "{days} noches con {covered} de sus lecturas; {looked, plural, =0 {no hay ninguna} one {hay #} other {hay #}}.",
    mornings:
      "{days} mañanas con {covered} de sus lecturas; {looked, plural, =0 {no hay ninguna} one {hay #} other {hay #}}.",
    dates:
      "{days} fechas con {covered} de sus lecturas; {looked, plural, =0 {no hay ninguna} one {hay #} other {hay #}}.",
    block:
      "{days} fechas con {covered} de las lecturas de un bloque de tres horas; {looked, plural, =0 {no hay ninguna} one {hay #} other {hay #}}.",
    bothHours:
      "{days} fechas con {covered} de las lecturas de ambas horas; {looked, plural, =0 {no hay ninguna} one {hay #} other {hay #}}.",
    weekends:
      "{days} fechas con {covered} de sus lecturas, {weekendDays} de ellas en fin de semana; hay {looked, plural, other {#}} y {lookedWeekends}.",
    eachHour:
      "{days} fechas con {covered} de las lecturas de cada hora; la hora con menos tiene {looked, plural, =0 {ninguna} other {#}}.",
  },
};
