import type { InOtherWords } from "../../shape";
import type { en } from "../en";

const NOTHING_CHANGED = "No se creó nada y no se cambió nada de lo que tenías.";

export const pages: InOtherWords<typeof en.pages> = {
  description: "Repasa tu glucosa, compártela, recupérala. No sirve para tomar decisiones de tratamiento.",
  figures: "Cada cifra que Hindsight calcula: definición, unidad, fórmula, fuente y un ejemplo resuelto.",
  skip: "Saltar al contenido",
  region: {
    simulator: "Para personas simuladas en este equipo",
    sandbox: "Para los usuarios simulados del entorno de pruebas de Dexcom",
    us: "Para cuentas de Estados Unidos",
    eu: "Para cuentas de fuera de Estados Unidos y Japón",
    jp: "Para cuentas de Japón",
  },
  footer: {
    past: "Solo para mirar atrás, no para decidir el tratamiento.",
    operator: "A cargo de {operator}.",
    about: "Acerca de",
    figures: "Cifras",
    privacy: "Privacidad",
    terms: "Condiciones",
  },
  landing: {
    title: "Repasa tu glucosa, con claridad.",
    lead: "Hindsight convierte las lecturas de tu sensor Dexcom en informes que tú y quienes te cuidan pueden entender de un vistazo.",
    signIn: "Iniciar sesión con Dexcom",
    password: "Nunca vemos tu contraseña.",
    why: "Qué se lee y por qué",
    points: {
      page: {
        title: "Dos semanas en una página",
        text: "Tiempo en rango, promedio, GMI y variación, cada uno con su meta y lo que significa. El ritmo del día como perfil de glucosa y, al lado, cada uno de los días.",
      },
      honest: {
        title: "Sincero sobre lo que no sabe",
        text: "Los huecos siguen siendo huecos. Una cifra que los datos no sostienen no se muestra; se dice por qué y cuándo la habrá.",
      },
      yours: {
        title: "Tuyo para recuperarlo",
        text: "Guardado con cifrado bajo una clave solo tuya. Desconecta en un paso, conserva o borra lo que hay aquí y recibe un comprobante.",
      },
    },
    note: "Por diseño, las lecturas tienen al menos {delay} de antigüedad: Hindsight es para mirar atrás, <strong>no para decidir el tratamiento</strong>. Tu app de MCG y sus alarmas siguen donde están.",
  },
  example: {
    label:
      "Un día de glucosa inventado: casi todo en rango, por debajo durante la noche, por encima después de la cena",
    caption:
      "Un día inventado, dibujado como se verán tus días. La banda clara es el rango objetivo, {range}.",
  },
  signIn: {
    title: "Antes de ir a Dexcom",
    facts: "Una página sobre lo que viene ahora; después te pregunta el propio Dexcom.",
  },
  consent: {
    read: {
      term: "Qué se lee",
      text: "Lecturas de glucosa pasadas, los eventos que registraste (carbohidratos, insulina, ejercicio, salud, notas), calibraciones, alertas y qué dispositivos usas. No tu nombre, ni tu correo, ni tu contraseña.",
    },
    why: {
      term: "Para qué",
      text: "Para dibujar tus informes, para ti y para quien dejes entrar más tarde. Sin publicidad, sin analíticas, sin nadie más.",
    },
    age: {
      term: "Qué antigüedad tiene",
      late: "Al menos {delay}, por diseño. Es para mirar atrás, no para decidir el tratamiento.",
      none: "Tal como lo comparte Dexcom. Es para mirar atrás, no para decidir el tratamiento.",
    },
    kept: {
      term: "Cuánto tiempo se guarda",
      text: "Cifrado, hasta que lo borres. Al borrar se destruye tu clave en el acto{days, plural, =0 {} one {; las copias de seguridad de claves desaparecen en # día como máximo} other {; las copias de seguridad de claves desaparecen en # días como máximo}}.",
    },
    back: {
      term: "Cómo recuperarlo",
      text: "Desconecta en Ajustes cuando quieras y conserva o borra lo que hay aquí. El permiso en sí termina en la página del propio Dexcom.",
    },
    whom: { term: "Para quién" },
    whose: "¿De quién son los datos?",
    self: "Soy yo",
    guardian: "Soy la madre, el padre o quien ejerce la tutela",
    missing: "Indica de quién son los datos.",
    agree:
      "Al continuar aceptas esto y las <terms>condiciones</terms>; la <privacy>página de privacidad</privacy> lo dice completo. Dexcom te pregunta una vez más, en su propia página.",
    go: "Continuar a Dexcom",
    notNow: "Ahora no",
    pending: "Abriendo Dexcom…",
  },
  says: {
    happened: "Qué pasó",
    meaning: "Qué significa",
    todo: "Qué hacer",
  },
  problem: {
    page: "Inicio de sesión",
    again: "Empezar de nuevo",
    settings: "Volver a Conexión",
    security: "Volver a Seguridad",
    declined: {
      title: "Dijiste que no en Dexcom",
      happened: "Dexcom nos dijo que elegiste no compartir tus datos con Hindsight.",
      means: `No recibimos datos ni permiso. ${NOTHING_CHANGED}`,
      next: "Si cambiaste de opinión, inicia sesión otra vez y autoriza en la página de Dexcom.",
    },
    "too-late": {
      title: "Eso tardó más de diez minutos",
      happened:
        "Por tu seguridad, un inicio de sesión vale diez minutos y se puede usar una vez. Este venció o ya se había usado.",
      means: NOTHING_CHANGED,
      next: "Empieza de nuevo; toma menos de un minuto.",
    },
    "not-this-browser": {
      title: "Este inicio de sesión no empezó aquí",
      happened:
        "La respuesta de Dexcom no corresponde a un inicio de sesión que empezara en este navegador. Quizá se copió un enlace, las cookies están desactivadas o alguien intentó conectar otra cuenta.",
      means: `Lo rechazamos antes de pedirle nada a Dexcom. ${NOTHING_CHANGED}`,
      next: "Empieza de nuevo en este navegador, con las cookies permitidas para este sitio.",
    },
    "code-refused": {
      title: "Dexcom no aceptó el código de inicio de sesión",
      happened:
        "El código de un solo uso de Dexcom vale un minuto. Había vencido o ya se había usado cuando lo presentamos.",
      means: NOTHING_CHANGED,
      next: "Empieza de nuevo. Si pasa dos veces, espera unos minutos: la conexión con Dexcom puede estar lenta.",
    },
    "app-refused": {
      title: "Dexcom no aceptó este sitio",
      happened: "Dexcom rechazó las credenciales con las que se presenta este sitio.",
      means: `Es un fallo en la configuración del sitio, no en tu cuenta. ${NOTHING_CHANGED}`,
      next: "Avisa a quien opera este sitio; intentarlo otra vez no ayudará hasta que se arregle.",
    },
    "user-cap": {
      title: "Este sitio llegó a su límite en Dexcom",
      happened: "Dexcom permite a cada sitio cierto número de personas, y este ya lo alcanzó.",
      means: NOTHING_CHANGED,
      next: "Avisa a quien opera este sitio, que puede pedir más lugares a Dexcom.",
    },
    "dexcom-down": {
      title: "Dexcom no responde en este momento",
      happened: "El servicio de Dexcom no respondió, o respondió con un error propio.",
      means: NOTHING_CHANGED,
      next: "Inténtalo otra vez en unos minutos.",
    },
    "not-understood": {
      title: "No se pudo entender la respuesta de Dexcom",
      happened: "Dexcom respondió en una forma que Hindsight no conoce.",
      means: `En lugar de adivinar, nos detuvimos. ${NOTHING_CHANGED}`,
      next: "Inténtalo más tarde. Si sigue, avisa a quien opera este sitio.",
    },
    "wrong-account": {
      title: "Esa es otra cuenta de Dexcom",
      happened: "Tienes la sesión abierta con una cuenta de Dexcom y volviste de Dexcom con otra.",
      means: `La glucosa de dos personas nunca debe mezclarse, así que no la conectamos. ${NOTHING_CHANGED}`,
      next: "Vuelve a conectar con la cuenta que usaste antes. Para la otra cuenta, cierra primero la sesión e inicia sesión con ella.",
    },
    "signed-out": {
      title: "Se cerró tu sesión mientras tanto",
      happened:
        "Tu sesión terminó mientras estabas en Dexcom, así que no pudimos saber de qué cuenta se trataba.",
      means: NOTHING_CHANGED,
      next: "Inicia sesión otra vez y vuelve a empezar en Ajustes.",
    },
    "dexcom-taken": {
      title: "Esa cuenta de Dexcom ya tiene aquí su propia cuenta",
      happened: "La cuenta de Dexcom con la que volviste ya pertenece a otra cuenta de Hindsight.",
      means: `La glucosa de dos personas nunca debe mezclarse, y dos cuentas nunca se convierten en una, así que no la conectamos. ${NOTHING_CHANGED}`,
      next: "Si es tuya, cierra aquí la sesión e inicia sesión con Dexcom. Si no, empieza de nuevo con tu propia cuenta de Dexcom.",
    },
    "one-dexcom": {
      title: "Esta cuenta ya tiene su cuenta de Dexcom",
      happened:
        "Volviste de Dexcom, pero mientras tanto esta cuenta guarda los datos de una cuenta de Dexcom.",
      means: `Una cuenta solo puede tener una. ${NOTHING_CHANGED}`,
      next: "Mira en Conexión qué está conectado.",
    },
    unavailable: {
      title: "Hindsight no está disponible en este momento",
      happened: "Nuestra base de datos no respondió mientras terminábamos tu inicio de sesión.",
      means: NOTHING_CHANGED,
      next: "Inténtalo otra vez en unos minutos.",
    },
    "oidc-declined": {
      title: "El inicio de sesión se canceló",
      happened:
        "El inicio de sesión de tu organización nos dijo que tú, o sus reglas, no permitieron continuar.",
      means: NOTHING_CHANGED,
      next: "Si no era lo que querías, empieza de nuevo. Si sigue, pregunta en tu organización si puedes usar Hindsight.",
    },
    "oidc-not-this-browser": {
      title: "Este inicio de sesión no empezó aquí",
      happened:
        "Lo que llegó de tu organización no corresponde a un inicio de sesión que empezara en este navegador en los últimos diez minutos. Quizá tardó más, se copió un enlace o las cookies están desactivadas.",
      means: `Lo rechazamos antes de pedirle nada a tu organización. ${NOTHING_CHANGED}`,
      next: "Empieza de nuevo en este navegador, con las cookies permitidas para este sitio.",
    },
    "oidc-too-late": {
      title: "Este inicio de sesión ya se usó",
      happened: "Por tu seguridad, lo que envía tu organización se puede usar una sola vez. Esto ya se usó.",
      means: NOTHING_CHANGED,
      next: "Si no tienes la sesión iniciada, empieza de nuevo.",
    },
    "oidc-down": {
      title: "El inicio de sesión de tu organización no responde",
      happened: "Le preguntamos y no respondió, o respondió con un error propio.",
      means: NOTHING_CHANGED,
      next: "Inténtalo otra vez en unos minutos. Si sigue, avisa a tu organización o a quien opera este sitio.",
    },
    "oidc-refused": {
      title: "No se aceptó la respuesta de tu organización",
      happened:
        "No se pudo verificar lo que envió el inicio de sesión de tu organización: venía de otra parte, era de otro inicio de sesión o le faltaba algo.",
      means: `En lugar de adivinar quién eres, nos detuvimos. ${NOTHING_CHANGED}`,
      next: "Empieza de nuevo. Si pasa dos veces, avisa a quien opera este sitio.",
    },
    "oidc-signed-out": {
      title: "Se cerró tu sesión mientras tanto",
      happened:
        "La sesión en la que empezaste a añadir tu organización terminó mientras estabas allí, así que no pudimos saber a qué cuenta añadirla.",
      means: NOTHING_CHANGED,
      next: "Inicia sesión otra vez y vuelve a añadirla en Seguridad.",
    },
    "oidc-taken": {
      title: "Esa cuenta de tu organización ya se usa aquí",
      happened: "Alguien entra con ella en otra cuenta de Hindsight.",
      means: `Dos cuentas nunca se convierten solas en una. ${NOTHING_CHANGED}`,
      next: "Si la otra cuenta también es tuya, quita allí esta forma de entrar o elimina esa cuenta; después vuelve a añadirla aquí.",
    },
    "oidc-second": {
      title: "Aquí tienes otra cuenta de tu organización",
      happened: "Una cuenta de tu organización ya abre la tuya aquí, y volviste con una distinta.",
      means: `Una cuenta solo puede tener una. ${NOTHING_CHANGED}`,
      next: "Quédate con la que tienes, o quítala primero y añade después la otra.",
    },
  },
  notFound: {
    title: "Aquí no se encontró nada",
    meaning:
      "La dirección puede ser incorrecta o antigua, o lo que muestra no te corresponde verlo. La respuesta es la misma en los dos casos.",
    todo: "Revisa la dirección, o empieza en la página de inicio.",
    start: "Página de inicio",
  },
  error: {
    title: "Esta página no se pudo preparar en este momento",
    meaning: "El fallo es nuestro. Tus datos no cambiaron y no se perdió nada.",
    todo: "Inténtalo otra vez en un momento. Si sigue, avisa a quien opera este sitio.",
    again: "Intentar otra vez",
  },
  deleted: {
    page: "Borrado",
    title: "Tus datos están borrados",
    text: "Tu clave está destruida y cada fila sobre ti ha desaparecido. Tu sesión está cerrada. Guarda esta página si quieres una prueba; su dirección la vuelve a mostrar.",
    receipt: "Comprobante",
    on: "Borrado el",
    by: "Última copia de seguridad de tu clave, a más tardar",
    date: "{date} (UTC)",
  },
  privacy: {
    title: "Privacidad",
    intro: "Esto es lo que el programa hace con tus datos.",
    operator: "{operator} opera este sitio y es responsable de ello.",
    noOperator: "Quien opera este sitio es responsable de ello y todavía no ha añadido un texto propio.",
    simulated: "Las personas de esta instalación son simuladas; aquí no hay datos de ninguna persona real.",
    read: {
      title: "Qué se lee",
      text: "De tu cuenta de Dexcom, con tu permiso: valores de glucosa pasados, los eventos que registraste (carbohidratos, insulina, ejercicio, salud, notas), calibraciones, alertas y tus dispositivos con su configuración de alertas. Dexcom no nos dice tu nombre ni tu correo, y nunca vemos tu contraseña. Por diseño, los datos tienen al menos {delay} de antigüedad cuando se leen.",
    },
    own: {
      title: "Lo que añades tú",
      text: "Notas, visitas, valores de laboratorio y lecturas que dejas fuera de las cifras. Quedan en Hindsight; a Dexcom no se le escribe nada.",
    },
    used: {
      title: "Para qué se usa",
      text: "Para mostrarte tus informes, a ti y a quien dejes entrar. No hay publicidad, ni analíticas, ni terceros; no se vende nada.",
    },
    others: {
      title: "Quién más los ve",
      text: "Nadie, hasta que dejes entrar a alguien. Tú eliges quién, qué, qué días y hasta cuándo, y lo terminas cuando quieras; termina con su siguiente clic. Cada mirada de otra persona deja una línea que lees en Actividad y que no se puede cambiar sin que se note. Ven el nombre que diste; tú ves el suyo y cómo se confirmó.",
    },
    links: {
      title: "Enlaces sin cuenta",
      text: "Si creas un enlace para una consulta, quien tiene el enlace y su contraseña ve lo que elegiste. Ninguno de los dos se guarda en una forma que abra algo. Para que veas cada vez que se abre, se guarda la hora y, cifrados bajo tu clave, el tipo de navegador, el sistema y la red: ningún nombre, y nunca la dirección completa. Desaparece cuando lo borras todo.",
    },
    signIn: {
      title: "Iniciar sesión sin Dexcom",
      text: "Tu nombre y tu dirección se guardan cifrados bajo una clave solo tuya. De cada inicio de sesión se guardan el tipo de navegador y su red, nunca su dirección completa, hasta que la sesión termina. Un mensaje lleva un enlace y un código, y ninguna glucosa. De una llave de acceso se guarda la mitad que la reconoce, cifrada del mismo modo, con el tipo de navegador y de sistema que la creó; tu huella, tu cara y la mitad que firma se quedan en tu dispositivo.",
    },
    kept: {
      title: "Cómo se guarda",
      text: "Las lecturas, lo que añades tú y el permiso de Dexcom se guardan cifrados: tus datos bajo una clave solo tuya, el permiso bajo una clave de la conexión. Quien tenga solo una copia de la base de datos no ve ningún valor de glucosa; podría ver en qué días se llevó un sensor y cuánto más o menos, y cuándo anotaste algo. Quien opera este sitio tiene las claves y podría leer los datos; el cifrado no te protege de esa persona.",
    },
    long: {
      title: "Cuánto tiempo",
      text: "Hasta que lo borres. En Ajustes puedes detener la lectura y conservar lo que hay, o borrarlo todo, cuando quieras. Al borrar se destruye tu clave en el acto{days, plural, =0 {; no se guardan copias de claves en copias de seguridad.} one {; las copias de esa clave en copias de seguridad desaparecen en # día como máximo, y el comprobante que recibes dice la fecha.} other {; las copias de esa clave en copias de seguridad desaparecen en # días como máximo, y el comprobante que recibes dice la fecha.}}",
    },
    back: {
      title: "Cómo recuperarlo",
      text: "Desconecta en Ajustes y Hindsight olvida su permiso. La autorización en sí vive en Dexcom: para terminarla también allí, inicia sesión en tu cuenta de Dexcom y quita Hindsight en los permisos de las aplicaciones.",
    },
    cookies: {
      title: "Qué guarda este navegador",
      text: "Una cookie mantiene tu sesión abierta, doce horas como máximo. Mientras alguien inicia sesión, en Dexcom, por un mensaje, con una llave de acceso o donde trabaja, otras la unen con el navegador que la empezó: diez minutos, o hasta que se cierra el navegador. Donde alguien abre un enlace sin cuenta, una mantiene abierta esa vista, cuatro horas como máximo. Si eliges un idioma, una más recuerda cuál, durante un año. No hay otras cookies. Si activas la lectura sin conexión en Ajustes, el navegador guarda además una copia cifrada de tu último resumen durante {hours} horas como máximo; al cerrar la sesión se borra.",
    },
    questions: { title: "Preguntas" },
  },
  contact: "Contacto: {contact}",
  noContact: "Quien opera este sitio todavía no ha indicado un contacto.",
  terms: {
    title: "Condiciones",
    purpose: {
      title: "Para qué sirve Hindsight",
      text: "Hindsight muestra glucosa del pasado: todo lo que hay en él tiene al menos {delay} de antigüedad. No sirve para decidir el tratamiento. Para lo que pasa ahora, usa tu app de MCG o un medidor; en una emergencia, llama al número de emergencias de tu lugar.",
    },
    not: {
      title: "Qué no es",
      text: "No es un dispositivo médico, no da consejos de tratamiento y no hace sonar alarmas. Una cifra puede no mostrarse cuando hay muy pocos datos para ella; cada una dice por qué.",
    },
    whose: {
      title: "De quién son los datos",
      text: "Tus datos son tuyos. Confirmas que eres la persona cuya cuenta de Dexcom conectas, o su madre, padre o quien ejerce la tutela.",
    },
    who: {
      title: "Quién está detrás",
      operator: "Esta instalación está a cargo de {operator}.",
      noOperator: "Quien opera esta instalación todavía no ha dado un nombre.",
      dexcom: "Hindsight es independiente de Dexcom; Dexcom es una marca de su titular.",
    },
  },
};
