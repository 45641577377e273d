/** To a page of our own by GET, so that nothing of the address that was asked stays behind (RFC 9700, 4.2 and 4.12). */
export function seeOther(path: string, appOrigin: string): Response {
  return new Response(null, {
    status: 303,
    headers: {
      location: new URL(path, appOrigin).href,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
