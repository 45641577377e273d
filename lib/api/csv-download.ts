/**
 * A CSV file as an attachment, sent part by part. The first part is made before the answer begins, so that a refusal is
 * answered as one. When a later one fails, the connection breaks off: what has come is never taken for the whole file.
 * `name` is one of our own, never something that somebody wrote.
 */
export async function csvDownload(parts: AsyncGenerator<string, void>, name: string): Promise<Response> {
  return new Response(streamOf(await parts.next(), parts), {
    headers: {
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": `attachment; filename="${name}"`,
    },
  });
}

/** Asks for the next part when the one before is sent: a long file is never in memory as a whole, nor read ahead of. */
function streamOf(
  first: IteratorResult<string, void>,
  parts: AsyncGenerator<string, void>,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let next: IteratorResult<string, void> | null = first;
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = next ?? (await parts.next());
        next = null;
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      },
      async cancel() {
        await parts.return();
      },
    },
    { highWaterMark: 0 },
  );
}
