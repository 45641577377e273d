import { expect, it } from "vitest";
import { whileSignedIn } from "./while-signed-in";

async function* parts() {
  yield* ["one", "two", "three"];
}

async function passed(signedIn: readonly boolean[]) {
  const came: string[] = [];
  const answers = signedIn.values();
  const read = async () => {
    for await (const part of whileSignedIn(parts(), async () => answers.next().value === true))
      came.push(part);
  };
  return { error: await read().catch((error: unknown) => error), came };
}

it("passes everything on to somebody who stays signed in", async () => {
  expect(await passed([true, true, true])).toEqual({ error: undefined, came: ["one", "two", "three"] });
});

it("breaks off before the first part that comes after the session was ended", async () => {
  const { error, came } = await passed([true, false, true]);
  expect(came).toEqual(["one"]);
  expect(error).toMatchObject({ refusal: "signed-out" });
});
