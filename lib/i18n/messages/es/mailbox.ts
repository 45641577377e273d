import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const mailbox: InOtherWords<typeof en.mailbox> = {
  title: "Buzón",
  demo: "Esta página existe solo porque esto es una demostración sin servidor de correo.",
  open: "Los mensajes no se envían, sino que se muestran aquí, y cualquiera que pueda abrir esta página los ve todos.",
  refresh: "Actualizar",
  list: "Mensajes",
  to: "Para {address}",
  now: "ahora mismo",
  ago: "hace {duration}",
  empty: "Aún no hay mensajes.",
  emptyWhat:
    "Cuando alguien pida un mensaje, por ejemplo para iniciar sesión, aparecerá aquí hasta que caduque.",
};
