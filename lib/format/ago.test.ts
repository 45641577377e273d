import { expect, it } from "vitest";
import { formatAgo } from "./ago";

const MINUTE_MS = 60_000;

it.each([
  [-30_000, "now", "ahora"],
  [0, "now", "ahora"],
  [MINUTE_MS - 1, "now", "ahora"],
  [MINUTE_MS, "1 minute ago", "hace 1 minuto"],
  [5.9 * MINUTE_MS, "5 minutes ago", "hace 5 minutos"],
  [59.9 * MINUTE_MS, "59 minutes ago", "hace 59 minutos"],
  [60 * MINUTE_MS, "1 hour ago", "hace 1 hora"],
  [11.9 * 60 * MINUTE_MS, "11 hours ago", "hace 11 horas"],
])("%i ms are %s", (agoMs, english, spanish) => {
  expect(formatAgo(agoMs)).toBe(english);
  expect(formatAgo(agoMs, { locale: "es-MX" })).toBe(spanish);
});
