import { describe, expect, it } from "vitest";
import { OPERATIONS, openApiDocument } from "./openapi";

describe("the OpenAPI document", () => {
  const document = openApiDocument({ appOrigin: "https://hindsight.example", sessionCookie: "session" });

  it("describes every operation with its answer and its refusals", () => {
    for (const { method, path, refusals } of OPERATIONS) {
      const operation = document.paths[path]?.[method] as { responses: Record<string, unknown> };
      expect(Object.keys(operation.responses)).toEqual(
        expect.arrayContaining(["200", "503", ...refusals.map(String)]),
      );
    }
  });

  it("promises notice, delay and data-through in every answer with glucose", () => {
    for (const name of ["Patient", "Summary", "Profile", "Readings", "Events", "Sync"]) {
      const schema = document.components.schemas[name] as { required: string[] };
      expect(schema.required).toEqual(expect.arrayContaining(["notice", "delayMinutes", "dataThrough"]));
    }
  });

  it("resolves every reference it makes", () => {
    const references = JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g);
    for (const [, name] of references) expect(document.components.schemas).toHaveProperty(name ?? "");
  });
});
