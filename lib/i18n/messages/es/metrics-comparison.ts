import type { InOtherWords } from "../../shape";
import type { metricsComparison as en } from "../en/metrics-comparison";

export const metricsComparison: InOtherWords<typeof en> = {
  difference: {
    name: "Diferencia entre dos períodos",
    shortName: "Diferencia",
    meaning: "Qué cambió de un período a otro, y si los días por sí solos ya difieren tanto entre sí.",
    definition:
      "El valor posterior menos el anterior. Para la media, la DE, el CV, el GMI, los cinco rangos y los episodios por semana hay un intervalo del 95 %: se sortean una y otra vez, con reposición, días de ambos períodos, y la diferencia se calcula cada vez. «Más que lo habitual» significa que el intervalo no incluye el 0.",
    formula: "después − antes; intervalo del 95 % de las diferencias de los días sorteados",
    variant:
      "Propia de Hindsight. Los sorteos son siempre los mismos, para que un informe diga lo mismo cuando se vuelve a abrir. Otras cifras dependen del orden de los días o del orden de los valores y solo tienen una diferencia.",
    unit: "la de la cifra; para los porcentajes, puntos porcentuales",
    edgeCases:
      "No hay diferencia donde un lado no tiene valor. No hay intervalo con menos de 7 días con lecturas en alguno de los lados.",
    steps:
      "Antes: seis días, alternando 160 y 180 mg/dL, media 170. Después: 140 y 160, media 150.\n" +
      "150 − 170 = −20 mg/dL. Seis días son muy pocos para un intervalo.",
    results: { before: "Antes", after: "Después" },
  },
};
