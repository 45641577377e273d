import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";

const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function run(...argv: string[]) {
  const child = spawn(process.execPath, ["--import", "tsx", "lib/cli/simulator.ts", ...argv], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  const said = { text: "" };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (said.text += chunk.toString()));
  }
  const until = async (pattern: RegExp) => {
    for (;;) {
      const match = pattern.exec(said.text);
      if (match) return match;
      if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said.text}`);
      await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
    }
  };
  return { child, said, until };
}

test("it says where it listens and whom to sign in as, answers, and stops cleanly when asked", async () => {
  const { child, said, until } = run("--port", "0", "--host", "127.0.0.1");
  const [, origin = ""] = await until(/listens on (\S+)/);
  await until(/Ctrl-C/);
  for (const word of ["simulator-client", "simulator-secret", "User7", "User8", "User6", "User4"]) {
    expect(said.text).toContain(word);
  }
  const login = `${origin}/v3/oauth2/login?client_id=simulator-client&redirect_uri=http://localhost:1/cb&response_type=code&scope=offline_access`;
  expect(await (await fetch(login)).text()).toContain("Sandbox user");
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("a taken port is one sentence and exit 1", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const { child, said } = run("--port", String(port));
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(said.text.trim()).toBe(
    `Port ${port} is already in use: stop the program that uses it, or choose another port with --port ${port + 1}.`,
  );
  taken.close();
});

test("a key that is none is one sentence and exit 1", async () => {
  const { child, said } = run("--port", "0", "--tls-key", "package.json", "--tls-cert", "package.json");
  expect(await once(child, "exit")).toEqual([1, null]);
  expect(said.text.trim()).toBe(
    "--tls-key and --tls-cert do not hold a matching private key and certificate in PEM form.",
  );
});
