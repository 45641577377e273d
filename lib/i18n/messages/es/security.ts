import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const security: InOtherWords<typeof en.security> = {
  title: "Seguridad",
  facts: "Quién entra con tu cuenta, y desde dónde.",
  sessions: {
    title: "Dónde tienes la sesión abierta",
    about:
      "De cada lugar solo se conoce el tipo de navegador y la red desde la que se inició la sesión, nada más preciso: todos los que están en la misma red se ven igual. Lo que no reconozcas, ciérralo.",
    place: "{browser} en {system}",
    unknownBrowser: "Navegador desconocido",
    unknownBrowserOn: "Navegador desconocido en {system}",
    here: "este navegador",
    method: {
      dexcom: "Sesión iniciada con Dexcom",
      email: "Sesión iniciada por correo electrónico",
      oidc: "Sesión iniciada a través de tu organización",
      passkey: "Sesión iniciada con una llave de acceso",
    },
    since: "desde {time}",
    network: "Red {network}",
    unknownNetwork: "Red desconocida",
    lastSeen: "última actividad: {ago}",
    end: "Cerrar",
    what: "{place}, sesión iniciada {time}",
    ending: "Cerrando …",
    ended: "Cerrada: {what}.",
    endOthers: "Cerrar sesión en todos los demás lugares",
    endedOthers: "Listo. Solo tienes la sesión abierta aquí.",
  },
};
