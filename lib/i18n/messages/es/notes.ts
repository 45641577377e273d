import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const notes: InOtherWords<typeof en.notes> = {
  title: "Notas",
  facts: "Lo que quieres recordar, y tus visitas. Aparecen en las gráficas y en los informes.",
  new: "Nueva nota o visita",
  filter: "Filtro",
  kinds: { all: "Todo", note: "Notas", visit: "Visitas" },
  find: "Palabras del texto",
  findButton: "Filtrar",
  clear: "Mostrar todo",
  list: "Notas y visitas",
  note: "Nota",
  visit: "Visita",
  openDay: "Abrir este día",
  since: "Mostrar los días desde esta visita",
  ahead: "por venir",
  empty:
    "Todavía no hay nada escrito. Una nota puede ser tan corta como «sensor nuevo, brazo izquierdo»; una visita permite mirar los días desde entonces.",
  nothing: "Ninguna nota ni visita coincide con el filtro.",
  untitled: "Visita sin texto",
};
