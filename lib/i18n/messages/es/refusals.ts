import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const refusals: InOtherWords<typeof en.refusals> = {
  unreachable: "No se pudo llegar al servidor. No se cambió nada; revisa tu conexión e inténtalo otra vez.",
  unexpected: "Algo falló por nuestra parte. No se cambió nada; inténtalo otra vez.",
  codes: {
    internal: "No se cambió nada. Inténtalo otra vez; si sigue, avisa a quien opera este sitio.",
    "database-down": "La base de datos no responde. No se pierde nada; inténtalo otra vez en un momento.",
    "signed-out": "Primero inicia sesión en Hindsight; puede que tu sesión haya terminado.",
    "session-ended": "Tu sesión ha terminado. Inicia sesión otra vez y vuelve a conectar.",
    "foreign-site": "Esto solo se puede hacer desde las páginas de Hindsight.",
    "read-only": "Puedes ver esto, pero no cambiarlo.",
    "no-such-person": "Aquí no existe esa persona.",
    "data-deleted": "Los datos de esta persona se han borrado.",
    "data-deleted-already": "Los datos de esta persona ya se habían borrado.",
    "not-connected": "Dexcom no está conectado. Primero vuelve a conectarlo en la página Conexión.",
    "body-too-large": "Lo enviado ocupa más de lo que esta dirección acepta.",
    "consentVersion-invalid":
      "El texto que tienes delante ya no está vigente. Vuelve a cargar la página y lee el nuevo.",
    "no-such-entry": "Aquí no existe esa entrada.",
    "changed-elsewhere": "Esto se cambió en otro lugar en el mismo momento. Inténtalo otra vez.",
    "too-many-notes": "Ya hay 5000 notas y visitas, que es el máximo; borra una primero.",
    "too-many-lab-results": "Ya hay 500 resultados de laboratorio, que es el máximo; borra uno primero.",
    "too-many-exclusions": "Ya hay 1000 exclusiones, que es el máximo; quita una primero.",
    "empty-note": "El texto está vacío: solo una visita puede quedar sin palabras.",
    "unprintable-text": "El texto contiene caracteres que no se pueden mostrar.",
    "text-too-long": "El texto tiene más de 2000 caracteres.",
    "note-in-future":
      "La fecha es posterior a mañana: una nota habla de lo que ya pasó. Una visita sí puede ser futura.",
    "visit-too-far": "La fecha está a más de un año.",
    "looks-like-percent": "El valor parece un porcentaje, pero la unidad elegida es mmol/mol.",
    "looks-like-mmol-mol": "El valor parece mmol/mol, pero la unidad elegida es %.",
    "a1c-out-of-range":
      "El valor está fuera de lo que informa un laboratorio: de 3 a 20 %, o de 10 a 195 mmol/mol.",
    "unprintable-remark": "La observación contiene caracteres que no se pueden mostrar.",
    "remark-too-long": "La observación tiene más de 200 caracteres.",
    "lab-result-in-future":
      "La fecha es posterior a mañana: un resultado llega después de la extracción de sangre.",
    "not-an-instant": "El comienzo y el final deben ser momentos con fecha y hora.",
    reversed: "El final debe ser posterior al comienzo.",
    "too-long": "Entre el comienzo y el final hay más de 15 días.",
    "not-yet": "El comienzo aún no ha llegado: solo se pueden excluir lecturas que ya se tomaron.",
    "no-reason": "Falta el motivo: escribe por qué se excluyen estas lecturas.",
    "reason-too-short": "Falta el motivo: escribe por qué se excluyen estas lecturas.",
    "reason-too-long": "El motivo tiene más de 200 caracteres.",
    "control-characters": "El motivo contiene caracteres que no se pueden mostrar en una línea.",
    "no-marker": "No se indica quién excluye estas lecturas.",
  },
};
