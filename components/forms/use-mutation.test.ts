import { describe, expect, test } from "vitest";
import { textField } from "./answer-field";
import { problemDetail } from "./use-mutation";

const answer = (body: string, type: string) =>
  new Response(body, { status: 409, headers: { "content-type": type } });

describe("a refusal becomes a sentence", () => {
  test("the one that the server wrote", async () => {
    const problem = answer(
      '{"title":"Conflict","detail":"A sync is running already."}',
      "application/problem+json",
    );
    await expect(problemDetail(problem)).resolves.toBe("A sync is running already.");
  });

  test.each([
    ["a page of a proxy", answer("<html>502 Bad Gateway</html>", "text/html")],
    ["JSON that is none", answer("{", "application/json")],
    ["a problem without words", answer('{"status":500}', "application/problem+json")],
    ["a detail that is no text", answer('{"detail":{"stack":"at x"}}', "application/problem+json")],
  ])("a general one for %s, without a status code or a stack", async (_, response) => {
    const words = await problemDetail(response);
    expect(words).toContain("Nothing was changed");
    expect(words).not.toMatch(/\d{3}|stack|html/);
  });
});

test("only a text of an answer is taken as an address to go to", () => {
  expect(textField({ location: "https://example.org/" }, "location")).toBe("https://example.org/");
  expect(textField({ location: 3 }, "location")).toBeNull();
  expect(textField(null, "location")).toBeNull();
  expect(textField("text", "location")).toBeNull();
});
