import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { textsOf } from "@/lib/i18n/text-needs.test-support";
import { wordsFor } from "@/lib/i18n/words";
import { refusalOf, refusalSentence } from "./refusal";
import { refusalTexts } from "./refusal-words";

const url = "http://hindsight.test/api/connect";
const server = setupServer();
const english = refusalTexts(wordsFor("en-US"));
const spanish = refusalTexts(wordsFor("es-MX"));

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

async function sentenceFor(answer: () => Response, texts = english): Promise<string> {
  server.use(http.post(url, answer));
  return refusalSentence(await refusalOf(await fetch(url, { method: "POST" })), texts);
}

function problem(more: object): () => Response {
  return () =>
    HttpResponse.json(
      { title: "Please sign in first", status: 401, detail: "Sign in to Hindsight first.", ...more },
      { status: 401, headers: { "content-type": "application/problem+json" } },
    );
}

describe("what a person reads when a change was refused", () => {
  it("is the sentence of its code, in their language", async () => {
    expect(await sentenceFor(problem({ code: "signed-out" }), spanish)).toBe(
      "Primero inicia sesión en Hindsight; puede que tu sesión haya terminado.",
    );
    expect(await sentenceFor(problem({ code: "signed-out" }))).toBe(
      "Sign in to Hindsight first; your session may have ended.",
    );
  });

  it.each([{}, { code: "newer-than-this-page" }, { code: "constructor" }, { code: 7 }])(
    "is the server's own sentence for a code that has none: %j",
    async (more) => {
      expect(await sentenceFor(problem(more), spanish)).toBe("Sign in to Hindsight first.");
    },
  );

  it.each<[string, () => Response]>([
    ["a gateway's HTML page", () => HttpResponse.html("<h1>502 Bad Gateway</h1>", { status: 502 })],
    [
      "half a body",
      () =>
        new HttpResponse('{"detail":"Your se', {
          status: 500,
          headers: { "content-type": "application/json" },
        }),
    ],
    ["no body at all", () => new HttpResponse(null, { status: 503 })],
    ["a detail that is no text", () => HttpResponse.json({ detail: { code: 7 } }, { status: 400 })],
    ["an empty detail", () => HttpResponse.json({ detail: "" }, { status: 400 })],
  ])("is a plain sentence, never the answer itself, for %s", async (_, answer) => {
    expect(await sentenceFor(answer)).toMatch(/^Something went wrong on our side\. Nothing was changed/);
    expect(await sentenceFor(answer, spanish)).toMatch(/^Algo falló por nuestra parte\. No se cambió nada/);
  });

  it("says that nothing was changed when the server was not reached", () => {
    expect(refusalSentence({ reached: false }, english)).toMatch(/^The server could not be reached\./);
    expect(refusalSentence({ reached: false }, spanish)).toMatch(/^No se pudo llegar al servidor\./);
  });
});

it("a page sends a sentence for every code", () => {
  for (const texts of [english, spanish])
    for (const [name, text] of textsOf(texts))
      expect({ name, text }).toEqual({ name, text: expect.stringMatching(/\.$/) });
});
