import type { InOtherWords } from "../../shape";
import type { metricsPatterns as en } from "../en/metrics-patterns";

export const metricsPatterns: InOtherWords<typeof en> = {
  "night-lows": {
    name: "Glucosa baja en la noche",
    meaning: "En cuántas noches estuvo baja la glucosa durante al menos un cuarto de hora.",
    steps:
      "60 mg/dL de 02:00 a 03:00 en 6 de 14 noches, en lo demás 120: 100 · 6 / 14 = 42.9 % de las noches, más del 20 %.",
    effect: "De las noches",
  },
  "day-lows": {
    name: "Glucosa baja a una misma hora del día",
    meaning: "En qué tres horas del día estuvo baja la glucosa en más fechas.",
    steps:
      "60 mg/dL de 15:00 a 16:00 en 4 de 14 fechas, en lo demás 120: 100 · 4 / 14 = 28.6 % de las fechas, en el bloque desde las 15:00.",
    effect: "De las fechas",
  },
  "night-highs": {
    name: "Glucosa alta en la noche",
    meaning: "En cuántas noches estuvo alta la glucosa durante al menos una hora.",
    steps:
      "200 mg/dL de 01:00 a 03:00 en 7 de 14 noches, en lo demás 120: 100 · 7 / 14 = 50.0 % de las noches, más del 30 %.",
    effect: "De las noches",
  },
  "post-breakfast-highs": {
    name: "Glucosa alta en las horas después del desayuno",
    meaning:
      "En cuántas mañanas estuvo alta la glucosa durante al menos una hora, cuando la mayoría ya ha desayunado.",
    steps:
      "200 mg/dL de 07:00 a 09:00 en 7 de 14 mañanas, en lo demás 120: 100 · 7 / 14 = 50.0 % de las mañanas, más del 30 %.",
    effect: "De las mañanas",
  },
  "day-highs": {
    name: "Glucosa alta a una misma hora del día",
    meaning: "En qué tres horas del día estuvo alta la glucosa en más fechas.",
    steps:
      "200 mg/dL de 12:00 a 14:00 en 5 de 14 fechas, en lo demás 120: 100 · 5 / 14 = 35.7 % de las fechas, en el bloque desde las 12:00.",
    effect: "De las fechas",
  },
  "rebound-highs": {
    name: "Glucosa alta después de glucosa baja",
    meaning: "Después de cuántos episodios de glucosa baja empezó uno de glucosa alta en dos horas.",
    steps:
      "Baja de 15:00 a 16:00 en 8 fechas, alta desde las 17:00 en 4 de ellas: 100 · 4 / 8 = 50.0 % de los episodios bajos, más del 25 %.",
    effect: "De los episodios bajos",
  },
  "dawn-rise": {
    name: "Subida al amanecer",
    meaning:
      "Si la glucosa entre las 6 y las 7 suele ser más alta que entre las 3 y las 4 de la misma noche.",
    steps:
      "100 mg/dL hasta las 05:00 y 130 después, en 14 de 14 fechas: una subida mediana de 130 − 100 = 30 mg/dL.",
    effect: "Subida",
  },
  "weekend-difference": {
    name: "Fines de semana frente a los demás días",
    meaning: "Si la glucosa media de sábados y domingos difiere de la de los demás días.",
    steps: "150 mg/dL en 4 días de dos fines de semana, 120 en los otros 10: 150 − 120 = 30 mg/dL.",
    effect: "Diferencia",
  },
  "weekday-difference": {
    name: "Un día de la semana frente a los demás",
    meaning: "Si un día de la semana se distingue por su glucosa media.",
    steps: "160 mg/dL en 4 miércoles, 120 en los otros 24 días: 160 − 120 = 40 mg/dL.",
    effect: "Diferencia",
  },
  "best-day": {
    name: "El día con más tiempo en rango",
    meaning: "La fecha en que estuvo en rango la mayor proporción de lecturas.",
    steps:
      "Por encima del rango de 12:00 a 18:00 en todas las fechas menos una, en esta hasta las 15:00: 100 · 21 / 24 = 87.5 % en rango.",
    effect: "En rango",
  },
  "most-variable-hour": {
    name: "La hora que más cambia de un día a otro",
    meaning: "A qué hora están más separadas las fechas.",
    steps:
      "De 12:00 a 13:00, 160 mg/dL en 7 fechas y 100 en 7; en lo demás siempre 100: percentil 75 − percentil 25 = 160 − 100 = 60 mg/dL.",
    effect: "Anchura de la mitad central",
  },
};
