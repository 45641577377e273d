const FORM_TYPE = "application/x-www-form-urlencoded";

/** The form of a request, or null when its body is anything else. */
export async function readForm(request: Request): Promise<URLSearchParams | null> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  return type === FORM_TYPE ? new URLSearchParams(await request.text()) : null;
}

/** The JSON of a request; undefined when there is none or it is not JSON. */
export async function readJson(request: Request): Promise<unknown> {
  const text = await request.text();
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
