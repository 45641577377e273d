import { describe, expect, it } from "vitest";
import { csvDownload } from "./csv-download";

/** Parts that say when they are made, and fail where one is null. */
function counted(...texts: (string | null)[]) {
  const made: string[] = [];
  async function* parts(): AsyncGenerator<string, void> {
    try {
      for (const text of texts) {
        if (text === null) throw new Error("broken off");
        made.push(text);
        yield text;
      }
    } finally {
      made.push("closed");
    }
  }
  return { made, parts: parts() };
}

const bodyOf = (response: Response) => response.body?.getReader() ?? expect.fail("no body");

describe("a CSV download", () => {
  it("is an attachment with all of its parts", async () => {
    const response = await csvDownload(counted("a\r\n", "b\r\n").parts, "some-file.csv");
    expect(Object.fromEntries(response.headers)).toEqual({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": 'attachment; filename="some-file.csv"',
    });
    expect(await response.text()).toBe("a\r\nb\r\n");
  });

  it("makes the first part before it answers, and each other one when it is asked for", async () => {
    const { made, parts } = counted("a", "b", "c");
    const body = bodyOf(await csvDownload(parts, "f.csv"));
    expect(made).toEqual(["a"]);
    await body.read();
    expect(made).toEqual(["a"]);
    await body.read();
    expect(made).toEqual(["a", "b"]);
    await body.cancel();
    expect(made).toEqual(["a", "b", "closed"]);
  });

  it("refuses where the first part does, and breaks off where a later one does", async () => {
    await expect(csvDownload(counted(null).parts, "f.csv")).rejects.toThrow("broken off");
    const body = bodyOf(await csvDownload(counted("a", null).parts, "f.csv"));
    expect(new TextDecoder().decode((await body.read()).value)).toBe("a");
    await expect(body.read()).rejects.toThrow("broken off");
  });
});
