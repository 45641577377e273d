import { describe, expect, it } from "vitest";
import { openApiDocument } from "./openapi";
import { OPERATIONS } from "./operations";

describe("the OpenAPI document", () => {
  const document = openApiDocument({ appOrigin: "https://hindsight.example", sessionCookie: "session" });

  it("describes every operation with its answer and its refusals", () => {
    for (const { method, path, refusals, status = 200 } of OPERATIONS) {
      const operation = document.paths[path]?.[method] as { responses: Record<string, unknown> };
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining([String(status), "503", ...refusals.map(String)]),
      );
    }
  });

  it("promises notice, delay and data-through in every answer with glucose", () => {
    for (const name of ["Patient", "Summary", "BareSummary", "Profile", "Readings", "Events", "Sync"]) {
      const schema = document.components.schemas[name] as { required: string[] };
      expect(schema.required).toEqual(expect.arrayContaining(["notice", "delayMinutes", "dataThrough"]));
    }
  });

  it("names every part of a path, and says what to send where something is sent", () => {
    for (const { method, path, body } of OPERATIONS) {
      const operation = document.paths[path]?.[method] as {
        parameters: { name: string; in: string }[];
        requestBody?: { content: unknown };
      };
      const inPath = operation.parameters.filter((parameter) => parameter.in === "path");
      expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g));
      if (body) expect(JSON.stringify(operation.requestBody)).toContain(`schemas/${body.name}`);
      else expect(operation).not.toHaveProperty("requestBody");
    }
  });

  it("gives no two operations the same id, and an empty answer no content", () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path)) as {
      operationId: string;
      responses: Record<string, object>;
    }[];
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(OPERATIONS.length);
    for (const { responses } of operations)
      if (responses["204"]) expect(responses["204"]).not.toHaveProperty("content");
    expect(ids).toEqual(expect.arrayContaining(["postNote", "putNote", "deleteNote", "getNotes"]));
  });

  it("resolves every reference it makes", () => {
    const references = JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g);
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name ?? "");
  });
});
