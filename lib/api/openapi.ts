import { z } from "zod";
import {
  dateRangeQuery,
  eventsAnswer,
  instantRangeQuery,
  patientAnswer,
  patientParam,
  problemAnswer,
  profileAnswer,
  profileQuery,
  readingsAnswer,
  summaryAnswer,
  syncAnswer,
} from "@/lib/reports/schema";

interface Operation {
  readonly method: "get" | "post";
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly answer: { readonly name: string; readonly schema: z.ZodType };
  readonly refusals: readonly number[];
}

/** Every operation of the API, one line each: the routes under app/api/v1 are held against this list by a test. */
export const OPERATIONS: readonly Operation[] = [
  {
    method: "get",
    path: "/patients/{id}",
    summary: "The person, their connection and how fresh their data is",
    answer: { name: "Patient", schema: patientAnswer },
    refusals: [400, 401, 404],
  },
  {
    method: "get",
    path: "/patients/{id}/summary",
    summary: "Time in ranges, mean, SD, CV, GMI and coverage of a period of local dates",
    query: dateRangeQuery,
    answer: { name: "Summary", schema: summaryAnswer },
    refusals: [400, 401, 404],
  },
  {
    method: "get",
    path: "/patients/{id}/profile",
    summary: "Glucose profile: percentiles by time of day",
    query: profileQuery,
    answer: { name: "Profile", schema: profileAnswer },
    refusals: [400, 401, 404],
  },
  {
    method: "get",
    path: "/patients/{id}/readings",
    summary: "Estimated glucose values of at most 92 days",
    query: instantRangeQuery,
    answer: { name: "Readings", schema: readingsAnswer },
    refusals: [400, 401, 404],
  },
  {
    method: "get",
    path: "/patients/{id}/events",
    summary: "Carbs, insulin, exercise, health, meter values and notes of at most 92 days",
    query: instantRangeQuery,
    answer: { name: "Events", schema: eventsAnswer },
    refusals: [400, 401, 404],
  },
  {
    method: "get",
    path: "/patients/{id}/sync",
    summary: "How the connection stands and what the last runs did",
    answer: { name: "Sync", schema: syncAnswer },
    refusals: [400, 401, 404],
  },
  {
    method: "post",
    path: "/patients/{id}/sync",
    summary: "Sync now",
    answer: { name: "Sync", schema: syncAnswer },
    refusals: [400, 401, 403, 404, 409],
  },
];

const schemaOf = (schema: z.ZodType, io: "input" | "output") => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: "openapi-3.0" });
  return rest;
};

function parameters(query: z.ZodObject | undefined): unknown[] {
  const id = {
    name: "id",
    in: "path",
    required: true,
    description: "`me` for the signed-in person's own data, or an id",
    schema: schemaOf(patientParam, "input"),
  };
  if (!query) return [id];
  const fields = Object.entries(query.shape as Record<string, z.ZodType>).map(([name, schema]) => ({
    name,
    in: "query",
    required: !schema.safeParse(undefined).success,
    schema: schemaOf(schema, "input"),
  }));
  return [id, ...fields];
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
      "200": {
        description: operation.summary,
        content: {
          "application/json": { schema: { $ref: `#/components/schemas/${operation.answer.name}` } },
        },
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
        parameters: parameters(operation.query),
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
        "Retrospective CGM data of the signed-in person. Dexcom shares data three hours late; every answer says how " +
        "far the data goes. Not for treatment decisions.",
    },
    servers: [{ url: `${appOrigin}/api/v1` }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: sessionCookie },
      },
      schemas: Object.fromEntries<unknown>([
        ...OPERATIONS.map(({ answer }): [string, unknown] => [
          answer.name,
          schemaOf(answer.schema, "output"),
        ]),
        ["Problem", schemaOf(problemAnswer, "output")],
      ]),
    },
  };
}

const REFUSAL_WORDS: Readonly<Record<number, string>> = {
  400: "The request is not valid, or asks for too much at once",
  401: "No session",
  403: "Asked for by another site",
  404: "No such patient, or not yours: the two answers are the same",
  409: "Dexcom is not connected",
  503: "The database does not answer",
};
