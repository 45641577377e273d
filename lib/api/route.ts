import { problemFrom } from "./problem";

interface Context<Params> {
  readonly params: Promise<Params>;
}

/** Wraps a handler: whatever it throws becomes a problem answer, and nothing it answers is ever stored on the way. */
export function route<Params, Asked extends Request = Request>(
  handler: (request: Asked, params: Params) => Promise<Response>,
): (request: Asked, context: Context<Params>) => Promise<Response> {
  return async (request, context) => {
    try {
      const response = await handler(request, await context.params);
      response.headers.set("cache-control", "no-store");
      return response;
    } catch (error) {
      return problemFrom(error);
    }
  };
}
