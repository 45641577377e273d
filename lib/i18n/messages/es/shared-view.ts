import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const sharedView: InOtherWords<typeof en.sharedView> = {
  title: "Datos de {name}, compartidos contigo",
  titleByLink: "Datos de {name}, por un enlace",
  titleForClinic: "Datos de {name}, compartidos con {clinic}",
  what: {
    all: "todos los informes, eventos, notas y valores de laboratorio",
    withoutNotes: "todos los informes y eventos",
    withoutEvents: "todos los informes, notas y valores de laboratorio",
    reports: "todos los informes, sin eventos ni notas",
    summary: "las cifras del resumen",
  },
  days: {
    all: "todos los días",
    from: "desde el {date}",
    last: "{count, plural, one {el último día} other {los últimos # días}}",
  },
  until: "hasta el {date}",
  notBefore: "Los días anteriores al {date} no se comparten contigo.",
  noEvents: "Los eventos, como carbohidratos e insulina, no se comparten contigo.",
  connection: {
    none: {
      title: "Dexcom no está conectado",
      meaning: "No se lee nada nuevo hasta que {name} lo conecte.",
    },
    importing: {
      title: "El historial de {name} está llegando",
      meaning: "Primero llegan los días más recientes. Lo que ya está aquí aparece abajo.",
    },
    renew: {
      title: "{name} tiene que renovar la conexión con Dexcom",
      meaning: "Hasta entonces no se lee nada nuevo.",
    },
    disconnected: {
      title: "Dexcom está desconectado",
      meaning: "No se lee nada nuevo. Lo que {name} conserva aquí se puede seguir viendo.",
    },
  },
  empty: {
    title: "Todavía no hay lecturas",
    meaning: "No hay lecturas en los días que {name} comparte contigo.",
  },
  notes: {
    facts: "Lo que {name} anotó y sus visitas. Aparecen en los gráficos y en los informes.",
    empty: "No hay nada anotado en los días que se comparten contigo.",
  },
  a1c: {
    facts: "Valores de laboratorio que {name} introdujo, junto al GMI de su sensor.",
    empty: "No hay ningún valor de laboratorio en los días que se comparten contigo.",
  },
  visit: {
    menu: ", esta vista",
    about: "Miras por un enlace, sin cuenta",
    close: "Cerrar esta vista",
    closing: "Cerrando …",
  },
  door: {
    title: "Abrir lo que comparten contigo",
    seen: "Con este enlace y su contraseña ves glucosa del pasado: la parte que eligió la persona que creó el enlace.",
    noted:
      "Esa persona ve que se abrió: cada vez que se abre, y cada vista que miras, queda anotada para ella con la hora; de cada vez que se abre, también el tipo de navegador, el sistema y la red.",
    passcode: "Contraseña",
    hint: "Ocho letras y cifras que te dijeron. Las mayúsculas, los espacios y los guiones no importan.",
    invalid: "Una contraseña tiene ocho letras y cifras, como BCDF-GH23.",
    open: "Abrir",
    opening: "Abriendo …",
    missing:
      "A esta dirección le falta la parte que la hace funcionar, o la página se cargó otra vez. Abre de nuevo el enlace completo, tal como lo recibiste.",
    scripts: "El enlace lo abre un script, que este navegador no ejecuta.",
    ended: "Este acceso terminó",
    endedText:
      "Aquí ya no se muestra nada. Si todavía lo necesitas, abre tu enlace otra vez; si no abre nada, pide un enlace nuevo a la persona.",
  },
  logbookEmpty: "No se registró nada en Dexcom en estos días; Dexcom ONE y ONE+ no comparten registros.",
};
