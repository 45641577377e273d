import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const help: InOtherWords<typeof en.help> = {
  title: "Ayuda",
  lead: "Qué muestra Hindsight, qué antigüedad tiene, qué no puede saber y cómo recuperar tus datos. Se lee en unos diez minutos.",
  contents: "En esta página",
  topics: {
    purpose: "Qué app para qué",
    cgm: "Cómo funciona un MCG",
    delay: "Por qué faltan las últimas horas",
    reports: "Qué muestra cada informe",
    figures: "Porcentajes, metas y cifras que no se muestran",
    "left-out": "Lecturas que dejas fuera",
    sharing: "Dejar que otra persona mire",
    connection: "Tu permiso y la conexión",
    ending: "Cómo terminarlo, aquí y en Dexcom",
    "apple-health": "Apple Salud",
    regions: "Dónde está disponible Hindsight",
    contact: "A quién llamar",
    device: "En tu pantalla y en papel",
  },
  questions: {
    goals: "¿De dónde salen las metas?",
    withheld: "¿Cuándo se muestra una cifra?",
    leftOut: "¿Qué pasa con las lecturas excluidas?",
    sharing: "¿Quién ve qué y cómo se termina?",
    connection: "¿Cómo funciona la conexión?",
    ending: "¿Qué termina aquí y qué en Dexcom?",
    regions: "¿Dónde está disponible Hindsight?",
    device: "¿Y la impresión, el idioma y la accesibilidad?",
  },
  purpose: {
    now: {
      term: "Tu app de MCG o tu receptor",
      text: "La glucosa de ahora, hacia dónde va y las alarmas. Para lo que pasa ahora usa eso, o un medidor.",
    },
    past: {
      term: "Hindsight",
      text: "La glucosa del pasado: qué fue lo habitual, qué se repitió, qué cambió. No sirve para decidir el tratamiento, no hace sonar alarmas y no da consejos de tratamiento.",
    },
    clarity: {
      term: "Dexcom CLARITY",
      text: "Los informes del propio Dexcom, en el origen de tus datos, y el lugar donde se descarga un receptor y donde puedes dar acceso a una clínica en Dexcom. Hindsight no sustituye nada de eso y no cambia nada allí. Donde una cifra difiera, <metrics>la página de las cifras</metrics> dice exactamente qué entiende Hindsight por ella.",
    },
  },
  cgm: {
    intro:
      "Un monitor continuo de glucosa (MCG) mide con un filamento fino bajo la piel, cada cinco minutos: 288 lecturas al día. No mide la sangre, sino el líquido entre las células.",
    tissue: {
      title: "Unos minutos por detrás de la sangre",
      text: "La glucosa llega a ese líquido unos cinco minutos después que a la sangre. Mientras cambia deprisa, un medidor y el sensor pueden mostrar valores distintos, y los dos pueden ser correctos.",
    },
    calibration: {
      title: "Calibración",
      text: "Una calibración le dice al sensor lo que midió un medidor. Es opcional con G6, G7, ONE y ONE+. De Dexcom ONE, Dexcom no comparte calibraciones ni eventos. Lo que Dexcom comparte está en <daily>Diario</daily>.",
    },
    firstDay: {
      title: "El primer día de un sensor",
      text: "Un sensor nuevo primero se prepara, el G7 una media hora y el G6 unas dos horas, y mientras tanto no da lecturas. En sus primeras horas es algo menos exacto. Diario dice cuándo se inició un sensor y cuándo llegó su primera lectura.",
    },
    compression: {
      title: "Valores bajos por presión",
      text: "Quien se acuesta sobre el sensor puede ver por la noche un valor bajo y breve que pasa tan rápido como llegó. Si fue uno de esos, las lecturas solas no lo dicen con certeza. Por eso Hindsight no quita ninguno por su cuenta; tú puedes <leftOut>dejar fuera esas lecturas</leftOut>.",
    },
    edges: {
      title: "BAJO y ALTO",
      text: "El sensor mide de {low} a {high}. Más allá solo dice BAJO o ALTO. Hindsight escribe entonces «por debajo» y «por encima», dibuja la lectura en el borde de la gráfica, y el resumen cuenta cuántas hubo.",
    },
    gaps: {
      title: "Huecos",
      text: "Donde faltan lecturas, la línea se interrumpe y no se rellena nada. Algunas llegan tarde: cuando el teléfono vuelve a estar cerca, un sensor puede entregar lo que guardó, el G6 hasta tres horas y el G7 hasta un día. Hindsight vuelve a leer cada vez los últimos tres días, así que esos huecos se cierran solos.",
    },
  },
  delay: {
    late: "{sentence}. Es así por diseño de Dexcom, para toda app que lee datos pasados, y Hindsight lo respeta: nada más nuevo se muestra ni se guarda, aunque se envíe. Ningún ajuste tuyo lo acelera.",
    none: "{sentence} en esta instalación. En otros lugares son tres horas, por diseño de Dexcom.",
    through:
      "La línea de arriba de cada informe dice hasta dónde llegan los datos («Datos hasta»). Lo posterior aparece rayado en las gráficas y se llama «todavía no disponible». No cuenta como faltante.",
    sync: "Hindsight pregunta a Dexcom más o menos una vez por hora, así que la lectura más nueva puede tener hasta una hora y cuarto más. <connection>Ajustes → Conexión</connection> muestra cada sincronización y tiene un botón para preguntar en el momento.",
    receiver:
      "Un receptor no envía nada por sí solo. Sus lecturas existen para Dexcom, y para Hindsight, solo después de descargarlo, y llegan entonces todas juntas con la siguiente sincronización. La app de Dexcom en un teléfono envía por sí sola.",
    picture: {
      label:
        "De izquierda a derecha: lecturas que se muestran aquí, después {delay} que todavía no están disponibles, después el momento actual.",
      shown: "Se muestra aquí",
      awaited: "Todavía no disponible: {delay}",
      now: "Ahora: app de MCG o medidor",
    },
  },
  reports: {
    intro:
      "Todos los informes siguen el período de arriba: de 2 a 90 días, fechas propias o los días desde una visita. La dirección de la página contiene lo que elegiste, así que puedes guardarla como marcador. Los días van de medianoche a medianoche según el reloj que viste, también en los viajes y cuando cambia la hora.",
    overview:
      "La página para una consulta: una frase en palabras sencillas, el tiempo en rango con sus metas, promedio, GMI y variación, el perfil de glucosa, los patrones, cada día en pequeño y en qué se apoya todo.",
    daily:
      "Un día con su curva y, debajo, carbohidratos e insulina, alertas, calibraciones y notas; o varios días uno bajo otro. Aquí puedes dejar lecturas fuera.",
    overlay:
      "Todos los días del período uno sobre otro, de todos los días de la semana o solo de algunos. Un día puede pasar al frente.",
    profile:
      "Lo habitual a cada hora del día: la línea central es la mediana; la mitad de las lecturas está en el área interior y nueve de cada diez en la exterior.",
    compare:
      "Dos períodos lado a lado. Cada diferencia dice si es mayor que tu variación habitual de un día a otro.",
    calendar:
      "Meses con el tiempo en rango de cada día, los días como curvas pequeñas, o las horas de la semana por día.",
    patterns:
      "Lo que se repite en varios días, según reglas que cualquiera puede comprobar, con los días en cuestión y con qué facilidad el azar haría lo mismo. También lo que se buscó y no se encontró.",
    statistics:
      "Cada cifra por su nombre, y las lecturas por hora, por día de la semana y por día. Se puede copiar como texto.",
    logbook:
      "Lo que registraste en la app de Dexcom y tus propias notas y visitas, día por día: cada entrada con la glucosa de antes y la de dos horas después. Lo que no se registró no está.",
    notes:
      "Tus propias notas y visitas. Se quedan en Hindsight, aparecen en las gráficas, y una visita te deja ver los días desde entonces.",
    a1c: "Valores de A1c de laboratorio que tú escribes, con el GMI de tu sensor al lado. Los dos a menudo difieren; la diferencia es un hecho para comentar, no un error.",
    devices:
      "Tus sensores, cuánto tiempo los llevaste, los huecos y los dispositivos con su configuración de alertas. Desde aquí puedes imprimir un certificado de uso sin ningún valor de glucosa.",
  },
  figures: {
    percentages:
      "El «tiempo en rango» es la parte de las lecturas que está en un rango. El 1 % de un día es más o menos un cuarto de hora. Los porcentajes son números enteros que suman 100; «menos del 1 %» significa que hubo algo, pero poco.",
    bands: "Los cinco rangos",
    goals:
      "Las metas son las que las asociaciones de diabetes acordaron para la mayoría de las personas adultas con diabetes tipo 1 o tipo 2. En el embarazo, a edad avanzada o con alto riesgo valen otras. Qué es lo adecuado para ti lo decides con tu equipo de salud. «Alcanzada» y «no alcanzada» se escriben, nunca van solo en color.",
    withheld:
      "«—» aparece donde no hay datos suficientes, con el motivo y, si se puede saber, la fecha desde la que habrá cifra. Con menos de 24 horas de lecturas solo se muestra la cobertura. El GMI necesita 14 días con lecturas y el {active} % del tiempo; el perfil de glucosa, 7 días con {hours} horas cada uno. El tiempo en rango y el promedio se muestran desde 24 horas, pero marcados «puede no ser representativo» con menos de 14 días o del {active} %.",
    definitions:
      "<metrics>La página de las cifras</metrics> tiene la definición, la fórmula, la fuente y un ejemplo resuelto de cada una.",
  },
  leftOut: {
    how: "En <daily>Diario</daily> puedes excluir un tramo de lecturas y decir por qué, por ejemplo presión sobre el sensor o un sensor suelto. No se borra nada: las lecturas siguen en la gráfica y quedan fuera de las cifras, el día dice cuántas fueron, y puedes recuperarlas cuando quieras.",
    active: "«Sensor activo» las cuenta igualmente, porque el sensor se llevaba puesto.",
  },
  sharing: {
    how: "En <sharing>Compartir</sharing> dejas que alguien mire: con un código que lees en voz alta y después confirmas para quien lo introdujo, o con una invitación a una dirección de correo. Esa persona inicia sesión con su propia cuenta y antes no se comparte nada; un mensaje nunca abre nada por sí solo.",
    link: "Para una consulta hay una tercera manera, sin cuenta: un enlace y una contraseña. Envía el enlace y di la contraseña: ninguno abre nada por sí solo, y quien tiene los dos ve lo que elegiste. Un enlace se abre tantas veces como permitas, cada vez durante cuatro horas como máximo, y siempre termina. Ves cada vez que se abre, con la hora, el tipo de navegador, el sistema y la red, pero no quién fue: no se lo des a nadie que no quieras que mire.",
    clinic:
      "También puedes compartir con una clínica. Escribe el código que te dio: ves qué clínica es y quién la administra, y solo entonces confirmas. Todas las personas que trabajan allí en Hindsight ven lo que elegiste, también quien llegue más tarde, y quien la deja ya no ve nada. Tu registro dice quién miró y para qué clínica; que tus cifras aparecieron en la lista de la clínica es una fila aparte.",
    what: "Tú eliges todos los informes o solo el resumen, con o sin eventos, con o sin notas y valores de laboratorio, qué días y por cuánto tiempo. La otra persona solo puede mirar: no cambia nada, no conecta nada y no puede pasarlo a nadie en Hindsight. Como tú, solo ve el pasado.",
    stop: "«Dejar de compartir» lo termina al instante, desde lo siguiente que esa persona abra. Lo que antes imprimió, copió, descargó o anotó se queda con ella; una descarga en curso se corta. Si compartes sin fecha de fin, cada año se te pregunta si sigue estando bien, también por correo si confirmaste una dirección.",
    learn:
      "La otra persona ve tu nombre, lo que compartes y tu nota. Cuando termina, se entera de que terminó, nunca de por qué. Tú ves quién miró: cada página que otra persona abre, y cada archivo de lecturas que descarga, queda en tu registro.",
  },
  connection: {
    permission:
      "Inicias sesión en la página del propio Dexcom; Hindsight nunca ve tu contraseña. Allí Dexcom te pide que aceptes y firmes con tu nombre. Hindsight puede leer entonces glucosa pasada, eventos, calibraciones, alertas y qué dispositivos usas. Solo puede leer: en Dexcom no se cambia nada. Dexcom no le dice tu nombre ni tu correo.",
    history:
      "La primera importación empieza por los días más recientes y llega hasta donde Dexcom tenga datos. Mientras tanto puedes usar los informes.",
    lost: "Dexcom puede terminar el permiso: cuando lo quitas allí, cuando cambias tu contraseña de Dexcom o cuando ha vencido. Entonces no se lee nada nuevo, todo lo leído se queda, y «Volver a conectar» le pregunta otra vez a Dexcom. Hazlo con la misma cuenta; los datos de dos personas nunca se mezclan.",
    down: "¿Dexcom no responde? Con una llave de acceso o una dirección de correo que añadiste en <security>Ajustes → Seguridad</security> entras igualmente, y todo lo que se leyó está ahí.",
    guardian:
      "Madres, padres y quienes ejercen la tutela conectan la cuenta de la persona que lleva el sensor y lo dicen antes de ir a Dexcom.",
  },
  ending: {
    intro:
      "La parte de Hindsight termina aquí, en el acto. El permiso en sí se guarda en Dexcom y solo termina allí. Haz las dos cosas si quieres que ambas terminen.",
    caption: "Qué termina dónde",
    action: "Lo que haces",
    here: "Aquí",
    dexcom: "En Dexcom",
    keep: {
      action: "Desconectar y conservar (<connection>Ajustes → Conexión</connection>)",
      here: "La lectura se detiene y el permiso guardado se destruye. Los informes quedan como están.",
      dexcom: "Hindsight sigue en la lista de aplicaciones permitidas hasta que lo quites.",
    },
    delete: {
      action: "Desconectar y borrar (<connection>Ajustes → Conexión</connection>)",
      here: "Como arriba, y además se borra todo lo leído de Dexcom. Quedan tu inicio de sesión, tus notas, valores de laboratorio y exclusiones.",
      dexcom: "Lo mismo que arriba.",
    },
    everything: {
      action: "Borrar todo (<data>Ajustes → Datos</data>)",
      here: "Tu clave y cada fila sobre ti se destruyen, se cierra tu sesión y recibes un comprobante.{days, plural, =0 {} one { Las copias de seguridad de claves desaparecen en # día como máximo.} other { Las copias de seguridad de claves desaparecen en # días como máximo.}}",
      dexcom: "Lo mismo que arriba. Tus datos en Dexcom quedan como están.",
    },
    remove: {
      action: "Quitar Hindsight en tu cuenta de Dexcom",
      here: "Hindsight lo nota en unas horas y deja de leer. Lo leído se queda hasta que lo borres.",
      dexcom: "El permiso termina.",
    },
    signOut: {
      action: "Cerrar sesión",
      here: "Solo termina esta sesión. Las lecturas se siguen buscando como antes.",
      dexcom: "No cambia nada.",
    },
  },
  appleHealth: {
    text: "Hindsight no lee Apple Salud ni escribe en ella. La app de Dexcom puede poner la glucosa en Apple Salud en tu teléfono, también unas tres horas tarde. Es algo aparte: desconectar aquí no lo termina, y terminarlo allí no cambia nada aquí.",
  },
  regions: {
    here: "{region}: para eso está configurada esta instalación.",
    account:
      "Una cuenta de Dexcom vive en exactamente una región: Estados Unidos, Japón, o una para todos los demás países. Una cuenta de otra región no puede iniciar sesión aquí.",
    open: "Dexcom decide en qué países otras aplicaciones pueden leer datos: hoy en Estados Unidos, en otros lugares de forma limitada. Si Dexcom no te deja entrar aunque tu cuenta es de esta región, pregunta a quien opera este sitio.",
  },
  contact: {
    emergency: { term: "En una emergencia", text: "Llama al número de emergencias de tu lugar." },
    now: {
      term: "Tu glucosa de ahora",
      text: "Mira tu app de MCG o usa un medidor. Hindsight no la conoce.",
    },
    care: {
      term: "El tratamiento y lo que las cifras significan para ti",
      text: "Pregunta a tu médica o médico, o a tu equipo de salud.",
    },
    dexcom: {
      term: "El sensor, el receptor, la app de Dexcom o tu cuenta de Dexcom",
      text: "Pregunta al soporte técnico de Dexcom.",
    },
    operator: {
      term: "Este sitio: algo está mal, falta o no queda claro",
      text: "Pregunta a quien lo opera:",
      none: "Pregunta a quien lo opera, que aquí todavía no ha dado un contacto.",
    },
  },
  device: {
    install: {
      title: "Como app",
      text: "Hindsight se puede instalar: es el mismo sitio, con un icono y una ventana propios. <device>Ajustes → Este dispositivo</device> dice cómo. Allí también puedes dejar que este navegador guarde una copia de tu último resumen para leerla sin red: desactivada mientras no la actives, cifrada, ilegible después de {hours} horas y borrada cuando cierras la sesión.",
    },
    print: {
      title: "En papel y como PDF",
      text: "Imprime un informe con el comando de imprimir de tu navegador; si ahí eliges «PDF», obtienes un archivo. En papel, las tramas ocupan el lugar de los colores, y los controles no aparecen.",
    },
    language: {
      title: "Idioma y unidades",
      text: "Español e inglés; la elección está al pie de esta página y en el menú de la cuenta, y se guarda en este navegador. Sin elección decide el idioma del navegador. mg/dL y mmol/L se cambian arriba en cada informe.",
    },
    accessibility: {
      title: "Accesibilidad",
      text: "Todo funciona solo con el teclado. Cada gráfica tiene un resumen para lectores de pantalla y sus números como tabla, y se puede leer con las flechas. Ningún color habla solo. El aspecto oscuro y el deseo de menos movimiento siguen a tu sistema. Si algo no te funciona, díselo a quien opera este sitio.",
    },
  },
};
