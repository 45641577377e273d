import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const passkeys: InOtherWords<typeof en.passkeys> = {
  go: {
    signIn: "Iniciar sesión con una llave de acceso",
    confirm: "Confirmar con una llave de acceso",
    add: "Añadir una llave de acceso",
  },
  instead:
    "¿Ya estuviste aquí y añadiste una llave de acceso? Entonces no hace falta que vayas ahora a Dexcom.",
  pending: "Esperando a tu dispositivo …",
  done: "Un momento …",
  cancelled: "No se usó ninguna llave de acceso y nada ha cambiado. Vuelve a intentarlo cuando quieras.",
  failed:
    "Tu dispositivo no pudo hacerlo. Nada ha cambiado; vuelve a intentarlo o elige otra forma de entrar.",
  held: "Este dispositivo ya tiene una llave de acceso para esta cuenta.",
  unsupported:
    "Este navegador no puede usar llaves de acceso. Las versiones actuales de Chrome, Edge, Firefox y Safari sí pueden.",
  title: "Llaves de acceso",
  facts:
    "Inicia sesión con tu huella, tu cara o el código de tu dispositivo, también cuando Dexcom no responde. Una llave de acceso solo funciona en este sitio, así que ninguna página falsa puede pedírtela.",
  empty: "Todavía no hay llaves de acceso.",
  added: "Añadida el {date}",
  used: "último uso: {ago}",
  unused: "sin usar todavía",
  backedUp: "con copia de seguridad",
  notBackedUp: "sin copia de seguridad",
  addDone: "Añadida. Desde ahora puedes entrar con ella.",
  change: "Añadir o quitar una llave de acceso",
  remove: "Quitar",
  keep: "Conservarla",
  removeText:
    "Ya no podrás entrar con ella. Tu dispositivo seguirá mostrándola hasta que también la borres allí.",
  removeNow: "Quitar esta llave de acceso",
  removing: "Quitando …",
  what: "{place}, añadida el {date}",
  removed: "Quitada: {what}.",
  only: "Es tu única forma de entrar, así que no se puede quitar. Añade otra primero.",
};
