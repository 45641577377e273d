import { z } from "zod";
import { patientParam, problemAnswer } from "@/lib/reports/schema";
import { OPERATIONS, type Operation } from "./operations";

const schemaOf = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: "openapi-3.0" });
  return rest;
};

/** What may stand in braces in a path. */
const PATH_PARAMETERS: Readonly<
  Record<string, { readonly description: string; readonly schema: z.ZodType }>
> = {
  id: {
    description:
      "`me` for the signed-in person's own data, or an id: theirs, or of somebody who shares with them",
    schema: patientParam,
  },
  entryId: { description: "The id of the entry", schema: z.uuid() },
};

function parameters({ path, query }: Operation): unknown[] {
  const inPath = Object.entries(PATH_PARAMETERS)
    .filter(([name]) => path.includes(`{${name}}`))
    .map(([name, { description, schema }]) => ({
      name,
      in: "path",
      required: true,
      description,
      schema: schemaOf(schema, "input"),
    }));
  if (!query) return inPath;
  const fields = Object.entries(query.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
    name,
    in: "query",
    required: !schema.safeParse(undefined).success,
    schema: schemaOf(schema, "input"),
  }));
  return [...inPath, ...fields];
}

const jsonContent = (name: string, other?: string) => ({
  "application/json": { schema: other ? { oneOf: [refTo(name), refTo(other)] } : refTo(name) },
});

const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` });

function requestBody({ body }: Operation) {
  return body ? { requestBody: { required: true, content: jsonContent(body.name) } } : {};
}

/** Every named schema once: what is answered, what is sent, and the refusal. */
function namedSchemas(): Record<string, unknown> {
  const schemas: Record<string, unknown> = {};
  for (const { answer, otherAnswer, body } of OPERATIONS) {
    if (answer.schema) schemas[answer.name] = schemaOf(answer.schema, "output");
    if (otherAnswer) schemas[otherAnswer.name] = schemaOf(otherAnswer.schema, "output");
    if (body) schemas[body.name] = schemaOf(body.schema, "input");
  }
  return { ...schemas, Problem: schemaOf(problemAnswer, "output") };
}

/** OpenAPI 3.0.3 of `/api/v1`, generated from the zod schemas that the routes themselves parse and answer with. */
export function openApiDocument({
  appOrigin,
  sessionCookie,
}: {
  readonly appOrigin: string;
  /** Its name differs between HTTPS and plain HTTP. */
  readonly sessionCookie: string;
}) {
  const problemContent = { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    const responses: Record<string, unknown> = {
      [operation.status ?? 200]: {
        description: operation.summary,
        ...(operation.answer.schema
          ? { content: jsonContent(operation.answer.name, operation.otherAnswer?.name) }
          : {}),
      },
    };
    for (const status of [...operation.refusals, 503])
      responses[String(status)] = {
        description: REFUSAL_WORDS[status] ?? "Refused",
        content: problemContent,
      };
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: {
        summary: operation.summary,
        operationId: `${operation.method}${operation.answer.name}`,
        parameters: parameters(operation),
        ...requestBody(operation),
        responses,
      },
    };
  }
  return {
    openapi: "3.0.3",
    info: {
      title: "Hindsight",
      version: "1",
      description:
        "Retrospective CGM data of the signed-in person and of whoever shares with them. Dexcom shares data three hours late; every answer about " +
        "readings says how far the data goes. Not for treatment decisions.",
    },
    servers: [{ url: `${appOrigin}/api/v1` }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: sessionCookie },
      },
      schemas: namedSchemas(),
    },
  };
}

const REFUSAL_WORDS: Readonly<Record<number, string>> = {
  400: "The request is not valid, or asks for too much at once",
  401: "No session",
  403: "Asked for by another site, not part of what is shared, or only for the owner",
  404: "Not there, or not yours: the two answers are the same",
  409: "It cannot be done as things stand; the detail says why",
  410: "No longer shared",
  413: "The body is too large",
  503: "The database does not answer",
};
