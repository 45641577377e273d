import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { problemDetail } from "./use-mutation";

const url = "http://hindsight.test/api/connect";
const server = setupServer();

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

async function sentenceFor(answer: () => Response): Promise<string> {
  server.use(http.post(url, answer));
  return problemDetail(await fetch(url, { method: "POST" }));
}

describe("what a person reads when a change was refused", () => {
  it("is the server's own sentence", async () => {
    const problem = { title: "Please sign in first", status: 401, detail: "Your session has ended." };
    const answer = () =>
      HttpResponse.json(problem, { status: 401, headers: { "content-type": "application/problem+json" } });
    expect(await sentenceFor(answer)).toBe("Your session has ended.");
  });

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
  });
});
