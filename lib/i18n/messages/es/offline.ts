import type { InOtherWords } from "../../shape";
import type { en } from "../en";

export const offline: InOtherWords<typeof en.offline> = {
  device: {
    title: "Este dispositivo",
    facts: "Lo que este navegador puede guardar, y Hindsight como aplicación.",
    copy: "Leer tu último resumen sin conexión",
    what: "Mientras esté activado, cada visita al resumen guarda en este dispositivo sus {days} días más recientes, como texto: las frases, el tiempo en rango, las cifras clave y el perfil de glucosa como tabla. Sin red, Hindsight abre esa copia.",
    safe: "La copia se cifra con una clave que no se puede exportar de este navegador. Se puede leer durante {hours} horas; después se borra junto con su clave.",
    ends: "Se borra de inmediato si lo desactivas, cierras sesión, desconectas Dexcom o borras tus datos. Si la sesión termina por sí sola, la copia se borra en cuanto este navegador lo nota, y vuelve con tu próxima visita al resumen.",
    others:
      "Quien pueda desbloquear este dispositivo y abrir este navegador puede leer la copia. No lo actives en un dispositivo que usen otras personas.",
    install: "Instalar Hindsight",
    installText:
      "Instalado, Hindsight se abre en su propia ventana y tiene un icono como las demás aplicaciones. Para eso no se guarda nada más.",
    phone: "iPhone y iPad",
    phoneHow: "En Safari, abre Compartir y elige Agregar a inicio.",
    android: "Android",
    androidHow: "En el menú del navegador, elige Instalar aplicación o Agregar a la pantalla principal.",
    computer: "Computadora",
    computerHow:
      "En Chrome o Edge, usa el icono de instalación de la barra de direcciones; en Safari, elige Agregar al Dock en el menú Archivo.",
  },
  page: {
    title: "Tu último resumen",
    noScript: "Para leer una copia guardada hace falta JavaScript.",
  },
  profile: {
    title: "Perfil de glucosa, {unit}",
    time: "Hora del día",
    median: "Mediana",
    half: "La mitad de las lecturas",
    most: "Nueve de cada diez",
  },
};
