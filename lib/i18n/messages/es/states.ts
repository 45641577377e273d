import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const states: InOtherWords<typeof en.states> = {
  verdict: {
    hours: "necesita {needed, plural, one {# hora} other {# horas}} de lecturas, hay {there}",
    readings: "necesita {needed, plural, one {# lectura} other {# lecturas}}, hay {there}",
    days: "necesita {needed, plural, one {# día} other {# días}} con lecturas, hay {there}",
    active: "necesita el sensor activo el {needed} % del tiempo, lo estuvo el {there} %",
    profileDays:
      "necesita {needed, plural, one {# día} other {# días}} con al menos {hours} horas cada uno, hay {there}",
    consecutiveDays:
      "necesita {needed, plural, one {# día} other {# días}} seguidos con lecturas, hay {there}",
    activeAdvised: "sensor activo el {there} % del tiempo, se aconseja el {needed} %",
    daysAdvised: "{there, plural, one {# día} other {# días}} con lecturas, se aconsejan {needed}",
    caution: "Puede no ser representativo: {reasons}.",
    cautionShort: "Puede no ser representativo",
    never: "Este período no puede tenerlo; uno más largo o posterior, quizá.",
    from: "Disponible desde el {date} si llevas el sensor hasta entonces.",
    notShown: "No se muestra",
  },
  goal: {
    below: "Meta: menos de <b>{bound}</b>",
    atMost: "Meta: como máximo <b>{bound}</b>",
    above: "Meta: más de <b>{bound}</b>",
    atLeast: "Meta: al menos <b>{bound}</b>",
    with: "contando {band}",
    met: "alcanzada",
    notMet: "no alcanzada",
    metAt: "alcanzada con <b>{value}</b>",
    notMetAt: "no alcanzada con <b>{value}</b>",
    none: "Sin meta común",
  },
  connection: {
    none: {
      title: "Dexcom no está conectado",
      meaning: "No se lee nada nuevo. Lo que hay aquí queda como está.",
    },
    importing: {
      title: "Conectado, tu historial está llegando",
      meaning: "Primero llegan los días más recientes. Mientras tanto puedes usar los informes.",
    },
    active: {
      title: "Conectado",
      meaning: "Las lecturas nuevas se buscan solas en cuanto Dexcom las pone a disposición.",
    },
    retrying: {
      title: "Conectado, Dexcom no responde en este momento",
      meaning:
        "Hindsight lo sigue intentando. No se pierde nada: lo que falta se busca cuando Dexcom vuelva a responder.",
    },
    revoked: {
      title: "Dexcom ya no deja que Hindsight lea tus datos",
      meaning: "El permiso se retiró o venció en Dexcom. Todo lo leído hasta ahora sigue aquí.",
    },
    interrupted: {
      title: "La conexión se interrumpió",
      meaning:
        "El nuevo permiso de Dexcom no se pudo guardar a tiempo y ya no sirve. Todo lo leído hasta ahora sigue aquí.",
    },
    wrongAccount: {
      title: "Esa era otra cuenta de Dexcom",
      meaning:
        "Los datos de dos personas nunca se mezclan. Vuelve a conectar con la cuenta a la que pertenecen estos datos.",
    },
    notPermitted: {
      title: "Dexcom no permitió leer estos datos",
      meaning: "La cuenta puede tener desactivado el uso compartido de datos o estar en otra región.",
    },
    disconnected: {
      title: "Dexcom está desconectado",
      meaning: "No se lee nada de Dexcom. Lo que elegiste conservar sigue aquí.",
    },
    readUpTo: "Se ha leído todo hasta {time}.",
    dataEnds: "Los datos terminan el {time}.",
    noReadings: "Aquí no hay lecturas.",
    connect: "Conectar Dexcom",
    reconnect: "Volver a conectar Dexcom",
  },
  outcome: {
    complete: "Completa",
    moreToCome: "Falta más por llegar",
    upstreamBusy: "Dexcom pidió esperar",
    upstreamDown: "Dexcom no respondió",
    upstreamMalformed: "No se pudo leer la respuesta de Dexcom",
    reauthorise: "Hace falta el permiso otra vez",
    superseded: "La continuó otra ejecución",
    failed: "La detuvo un error nuestro",
    running: "En curso",
    ended: "Terminada",
  },
  trigger: {
    first: "Primera importación",
    scheduled: "Automática",
    manual: "Sincronizar ahora",
  },
  records: {
    added: "{count} añadidas",
    changed: "{count} cambiadas",
    removed: "{count} eliminadas",
    quarantined: "{count} apartadas por ilegibles",
    withheld: "{count} demasiado nuevas, retenidas",
    none: "Nada nuevo",
  },
  import: {
    title: "Tu historial está llegando",
    starting: "Empezando",
    parts: "{done} de {total} partes",
    asking: "Preguntando a Dexcom hasta dónde llegan tus datos.",
    fetching: "Buscando {month}.",
    fetchingFor: "Buscando {month}, faltan unos {left}.",
    fetchingSoon: "Buscando {month}, falta menos de un minuto.",
    rest: "Primero llegan los días más recientes: lo que ya está aquí se ve abajo. Puedes cerrar esta página.",
  },
  empty: {
    period: "No hay lecturas en estos días",
    periodWhy:
      "Hay lecturas en otros días. Quizá no llevabas el sensor, o el período es anterior a la primera lectura.",
    latest: "Mostrar los últimos días",
    ever: "Todavía no hay lecturas",
    connectFirst: "Hindsight muestra tus informes en cuanto Dexcom esté conectado.",
    onTheirWay: "Las primeras lecturas están en camino",
    soon: "Primero llegan los días más recientes y aparecen aquí solos, normalmente en segundos.",
    later:
      "Las lecturas de un sensor aparecen aquí {delay} después de tomarse. Si ya llevas uno, comprueba que envíe sus datos a esta cuenta de Dexcom.",
    nextSync:
      "Las lecturas de un sensor aparecen aquí tras la próxima sincronización. Si ya llevas uno, comprueba que envíe sus datos a esta cuenta de Dexcom.",
  },
  cannotShow: {
    title: "Estos días no se pueden mostrar",
    meaning:
      "La dirección nombra a una persona, unas fechas o una opción que aquí no funcionan. No se cambió nada y no se perdió nada. Un período son {presets} días, o una primera y una última fecha como AAAA-MM-DD, en ese orden, con {max} días de distancia como máximo y no en el futuro; de los datos de otra persona, dentro de los días compartidos.",
    todo: "Abre tus últimos días o cambia la dirección.",
    latest: "Mostrar mis últimos días",
  },
  delay: {
    none: "Dexcom comparte los datos sin retraso",
    late: "Dexcom comparte los datos con {delay} de retraso",
    hours:
      "{hours, plural, =1 {una hora} =2 {dos horas} =3 {tres horas} =4 {cuatro horas} =5 {cinco horas} =6 {seis horas} =7 {siete horas} =8 {ocho horas} =9 {nueve horas} =10 {diez horas} =11 {once horas} =12 {doce horas} other {# horas}}",
    minutes: "{minutes, plural, =1 {un minuto} other {# minutos}}",
  },
  dataThrough: "Datos hasta el <strong>{time}</strong>",
  noReadingsYet: "Todavía no hay lecturas",
  notice:
    "Datos pasados, <help>no sirven para decidir el tratamiento</help>. Para lo que pasa ahora, usa tu app de MCG o un medidor.",
};
