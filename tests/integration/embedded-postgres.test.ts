import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";

const made: string[] = [];
const running: EmbeddedPostgres[] = [];

function folder(mode = 0o711): string {
  const directory = mkdtempSync(path.join(tmpdir(), "hindsight-embedded-"));
  chmodSync(directory, mode);
  made.push(directory);
  return path.join(directory, ".data");
}

async function start(dataDirectory: string, said: string[] = []): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({
    dataDirectory,
    log: (line) => said.push(line),
    durable: false,
  });
  running.push(server);
  made.push(server.clusterDirectory);
  return server;
}

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

describe("the embedded database", () => {
  it("keeps its data, its port and its password across a restart", async () => {
    const data = folder();
    const first = await start(data);
    await ask(first.superuserUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    const second = await start(data);
    expect(second.superuserUrl).toBe(first.superuserUrl);
    expect(await ask(second.superuserUrl, "SELECT answer FROM kept")).toBe(42);
  });

  it("lets nobody in without the password, which only its owner can read", async () => {
    const data = folder();
    const { superuserUrl } = await start(data);
    const wrong = Object.assign(new URL(superuserUrl), { password: "postgres" }).href;
    await expect(ask(wrong, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
    expect(
      await ask(
        superuserUrl,
        "SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = 'postgres'",
      ),
    ).toBe(true);
    expect(await ask(superuserUrl, "SHOW listen_addresses")).toBe("127.0.0.1");
    expect(await ask(superuserUrl, "SHOW unix_socket_directories")).toBe("");
    expect(statSync(path.join(data, "postgres.json")).mode & 0o777).toBe(0o600);
  });

  it("refuses a second start on the same folder in one sentence and leaves the first alone", async () => {
    const data = folder();
    const first = await start(data);
    await expect(start(data)).rejects.toThrow(
      /^Hindsight is already running from this folder .*: stop that one first\.$/,
    );
    expect(await ask(first.superuserUrl, "SELECT 1")).toBe(1);
  });

  it("starts over the lock file of a server that died", async () => {
    const data = folder();
    const first = await start(data);
    await first.stop();
    // This test's own process id: alive, but no PostgreSQL.
    writeFileSync(
      path.join(first.clusterDirectory, "postmaster.pid"),
      `${process.pid}\n${first.clusterDirectory}\n0\n1\n`,
    );
    const second = await start(data);
    expect(await ask(second.superuserUrl, "SELECT 1")).toBe(1);
  });

  it("moves to another port, says so and keeps its data when somebody took the old one", async () => {
    const data = folder();
    const first = await start(data);
    await ask(first.superuserUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    const thief = createServer().listen(first.port, "127.0.0.1");
    await once(thief, "listening");
    const said: string[] = [];
    const second = await start(data, said);
    thief.close();
    expect(second.port).not.toBe(first.port);
    expect(said.join()).toContain(`Port ${first.port} of last time is taken`);
    expect(await ask(second.superuserUrl, "SELECT answer FROM kept")).toBe(42);
  });

  it("refuses the data of another major version in one sentence", async () => {
    const data = folder();
    const first = await start(data);
    await first.stop();
    writeFileSync(path.join(first.clusterDirectory, "PG_VERSION"), "17\n");
    await expect(start(data)).rejects.toThrow(/was written by PostgreSQL 17 and this is PostgreSQL 18/);
  });

  it("says which file is missing or damaged when the password is gone", async () => {
    const data = folder();
    const first = await start(data);
    await first.stop();
    const settings = path.join(data, "postgres.json");
    rmSync(settings);
    await expect(start(data)).rejects.toThrow(`because ${settings} with its password is gone`);
    writeFileSync(settings, "{}");
    await expect(start(data)).rejects.toThrow(`The file ${settings} is damaged`);
  });

  it("names the folder that it cannot write to", async () => {
    const data = folder();
    writeFileSync(data, "a file where the folder should be");
    await expect(start(data)).rejects.toThrow(`Hindsight cannot write to ${data}`);
  });

  it("leaves no server behind when its owner is killed", async () => {
    const data = folder();
    const script = `
      import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
      const server = await startEmbeddedPostgres({ dataDirectory: ${JSON.stringify(data)}, log: () => {}, durable: false });
      console.log(server.clusterDirectory);
      setInterval(() => {}, 1000);`;
    const owner = spawn(
      process.execPath,
      ["--import", "tsx", "--input-type=module-typescript", "--eval", script],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const [line]: unknown[] = await once(owner.stdout, "data");
    const lock = path.join(String(line).trim(), "postmaster.pid");
    expect(existsSync(lock)).toBe(true);
    owner.kill("SIGKILL");
    for (let tenth = 0; tenth < 100 && existsSync(lock); tenth += 1) await sleep(100);
    expect(existsSync(lock)).toBe(false);
  });
});

describe.runIf(process.getuid?.() === 0)("as root, in a home that nobody else may enter", () => {
  it("keeps the data where the server's account can reach it, says where, and finds it again", async () => {
    const data = folder(0o700);
    const said: string[] = [];
    const first = await start(data, said);
    made.push(path.dirname(first.clusterDirectory));
    expect(first.clusterDirectory).toMatch(/^\/var\/lib\/hindsight\/[0-9a-f]{16}\/postgres$/);
    expect(said.join()).toContain(first.clusterDirectory);
    await ask(first.superuserUrl, "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    const second = await start(data);
    expect(await ask(second.superuserUrl, "SELECT answer FROM kept")).toBe(42);
    expect(statSync(second.clusterDirectory).uid).not.toBe(0);
  });
});
