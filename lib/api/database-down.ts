/** Codes of Node, PostgreSQL and Prisma that mean: no database just now. Prisma puts its driver's word for it in `kind`. */
const DOWN = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
  "53300",
  "08006",
  "08001",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2037",
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
]);

// The PostgreSQL driver gives its own time-outs neither class nor code: its fixed words are all there is.
const DOWN_WORDS = /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout)/;

const DEPTH_MAX = 5;

/** Whether an error says, itself or through what caused it, that the database does not answer. */
export function isDatabaseDown(error: unknown, depth = 0): boolean {
  if (depth > DEPTH_MAX || typeof error !== "object" || error === null) return false;
  if (error instanceof Error && DOWN_WORDS.test(error.message)) return true;
  const says = (name: string) => {
    const word: unknown = Reflect.get(error, name);
    return typeof word === "string" && DOWN.has(word);
  };
  if (says("code") || says("originalCode") || says("kind")) return true;
  return ["cause", "meta", "driverAdapterError"].some((inner) =>
    isDatabaseDown(Reflect.get(error, inner), depth + 1),
  );
}
