import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const accounts: InOtherWords<typeof en.accounts> = {
  email: {
    title: "Iniciar sesión sin Dexcom",
    facts:
      "Para profesionales, familia y amistades, y para ti cuando Dexcom no responde. No hay contraseña que recordar.",
    invalid: "Escribe una dirección de correo como nombre@example.org.",
    address: "Dirección de correo",
    send: "Enviarme un enlace",
    sending: "Enviando …",
    dexcom: "¿Vienes por tu propia glucosa? <link>Inicia sesión con Dexcom</link>.",
    off: "Este sitio no tiene servidor de correo, así que no envía enlaces. ¿Vienes por tu propia glucosa? <link>Inicia sesión con Dexcom</link>.",
    elsewhere: "¿No vienes por tu propia glucosa? <link>Inicia sesión sin Dexcom</link>.",
    landing: "¿Eres profesional, familiar o amistad? <link>Inicia sesión sin Dexcom</link>.",
  },
  sent: {
    title: "Mira tu correo",
    text: "Un mensaje va camino de {address}. Abre su enlace en este navegador o escribe aquí su código.",
    code: "Código del mensaje",
    hint: "Ocho letras y cifras. Vale una vez y durante diez minutos.",
    invalid: "Un código tiene ocho letras y cifras, como BCDF-GH23.",
    open: "Continuar",
    opening: "Comprobando …",
    again: "Enviar un mensaje nuevo",
    other: "Usar otra dirección",
    spam: "¿No llega en un minuto? Mira entre los mensajes no deseados o pide uno nuevo.",
    mailbox: "Esta demostración no envía nada: <link>abre su buzón</link>.",
  },
  link: {
    title: "Un momento",
    opening: "Comprobando el enlace …",
    missing: "A esta dirección le falta la parte que la hace funcionar. Abre otra vez el enlace del mensaje.",
    again: "Pedir un mensaje nuevo",
    scripts:
      "El enlace lo abre un script, que este navegador no ejecuta. Escribe el código del mensaje donde lo pediste.",
  },
  message: {
    subject: {
      "sign-in": "Inicia sesión en Hindsight",
      "add-address": "Confirma esta dirección para Hindsight",
      confirm: "Confirma que eres tú",
    },
    why: {
      "sign-in":
        "Alguien, probablemente tú, quiere iniciar sesión en Hindsight, en {host}, con esta dirección.",
      "add-address":
        "Alguien, probablemente tú, quiere usar esta dirección para entrar en su cuenta de Hindsight, en {host}.",
      confirm:
        "Tú, o alguien ante tu ordenador, quiere cambiar cómo se entra en tu cuenta de Hindsight, en {host}.",
    },
    link: "Abre este enlace en el navegador donde lo pediste:",
    code: "O escribe allí este código, si lees esto en otro dispositivo:",
    limits:
      "Ambos valen una vez y durante {minutes, plural, one {# minuto} other {# minutos}}. Hindsight nunca los pide por teléfono ni por correo.",
    ignore: "¿No fuiste tú? Entonces no hagas nada: sin ti no pasa nada.",
  },
  ways: {
    title: "Formas de iniciar sesión",
    facts: "Una segunda forma te deja dejar de compartir, exportar y eliminar cuando la primera no funciona.",
    dexcom: "Dexcom",
    dexcomText: "Inicias sesión en Dexcom; Hindsight nunca ve tu contraseña.",
    email: "Enlace por correo",
    emailText: "{address}, confirmada el {date}",
    oidc: "Tu organización",
    oidcText: "Inicias sesión donde trabajas.",
    passkey: "Llaves de acceso",
    passkeyText: "{count, plural, one {Una, que aparece más abajo.} other {#, que aparecen más abajo.}}",
    none: "Todavía no hay dirección de correo.",
    change: "Añadir o quitar una forma de iniciar sesión",
    remove: "Quitar la dirección",
    removing: "Quitando …",
    removed: "Quitada.",
    only: "Es tu única forma de entrar, así que se puede cambiar pero no quitar.",
    oidcAdd:
      "Inicia sesión una vez en {name}, con tu propia cuenta de allí; desde entonces también abre esta cuenta.",
    oidcGo: "Añadir {name}",
    oidcRemove: "Quitar tu organización",
    oidcOnly: "Es tu única forma de entrar, así que no se puede quitar.",
    dexcomAdd:
      "¿Tú también llevas un sensor Dexcom? Entonces tu propia glucosa puede formar parte de esta cuenta.",
    dexcomGo: "Conectar Dexcom",
    dexcomFacts:
      "Tu propia glucosa pasa a formar parte de esta cuenta, y Dexcom, a ser una forma de entrar en ella. Quien más tarde elimine los datos eliminará la cuenta con ellos.",
  },
  confirm: {
    title: "Primero confirma que eres tú",
    text: "Cambiar cómo entras pide un inicio de sesión de los últimos {minutes} minutos. El tuyo es más antiguo.",
    dexcom: "Confirmar en Dexcom",
    dexcomText: "Dexcom solo nos dice que eres tú; no se lee nada.",
    email: "Enviar un enlace a mi dirección",
    oidc: "Cierra la sesión, vuelve a iniciarla donde trabajas y regresa aquí antes de diez minutos.",
    leaving: "Abriendo Dexcom …",
    sending: "Enviando …",
    sent: "Un mensaje va camino de tu dirección. Abre su enlace en este navegador o escribe aquí su código.",
    recent: "Hace un momento confirmaste que eres tú. Vale durante {minutes} minutos.",
  },
  name: {
    title: "Tu nombre",
    facts: "Lo que ven quienes comparten su glucosa contigo, o con quienes tú compartes.",
    label: "Nombre",
    invalid: "Un nombre es una línea de letras, cifras y signos.",
    save: "Guardar el nombre",
    saving: "Guardando …",
    saved: "Guardado.",
  },
  people: {
    title: "Compartido contigo",
    empty: "Todavía nadie comparte su glucosa contigo.",
    emptyText:
      "Quien quiera compartir contigo lo hace desde su propia página en Hindsight. Aparecerá aquí cuando lo haga.",
    own: "¿Tú también llevas un sensor Dexcom? <link>Conecta Dexcom</link> a esta cuenta.",
  },
  account: {
    unnamed: "Tu cuenta",
    title: "Eliminar esta cuenta",
    text: "Se eliminan tu nombre, tu dirección, tus llaves de acceso, tus sesiones y el registro de lo que hiciste aquí, y se cierra tu sesión en todas partes. No se puede deshacer.",
    phrase: "eliminar esta cuenta",
  },
};
