import { once } from "node:events";
import { connect as connectTo, createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "@/lib/db/client";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";

/** The end of a log-in: "ready for query", outside of a transaction. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

let database: TestDatabase;
let server: Server;
let url: string;
/** Whether the next connection is closed by the server in the very packet that says that it is ready. */
let isThrownOut = false;

beforeAll(async () => {
  database = await createTestDatabase();
  const there = new URL(database.appUrl);
  server = createServer((client) => relay(client, connectTo(Number(there.port || 5432), there.hostname)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  url = Object.assign(new URL(database.appUrl), { hostname: "127.0.0.1", port: String(port) }).href;
});

afterAll(async () => {
  server.close();
  await database.drop();
});

function relay(client: Socket, upstream: Socket): void {
  client.on("error", () => upstream.destroy()).pipe(upstream);
  upstream.on("error", () => client.destroy());
  upstream.on("data", (chunk: Buffer) => {
    if (!isThrownOut || !chunk.subarray(-READY.length).equals(READY)) return void client.write(chunk);
    isThrownOut = false;
    client.end(Buffer.concat([chunk, fatal("terminating connection due to administrator command")]));
    upstream.destroy();
  });
  upstream.on("end", () => client.end());
}

/** PostgreSQL's message before it closes a connection of its own accord (57P01). */
function fatal(message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C57P01\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

it("a connection that is closed the moment it is open fails its transaction, not the process", async () => {
  const db: Database = openDatabase(url);
  try {
    isThrownOut = true;
    await expect(db.$transaction((tx) => tx.$queryRaw`SELECT 1`)).rejects.toThrow(/connection/i);
    expect(isThrownOut).toBe(false);
    await expect(db.$transaction((tx) => tx.$queryRaw`SELECT 1 AS one`)).resolves.toEqual([{ one: 1 }]);
  } finally {
    await db.$disconnect();
  }
});
