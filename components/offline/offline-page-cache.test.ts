import { expect, it } from "vitest";
import { buildFilesOf } from "./offline-page-cache";

it("the files of a page are those of its tags and of what it sends for its components, each once", () => {
  const html = `<link rel="stylesheet" href="/_next/static/chunks/a1.css"/>
    <script src="/_next/static/chunks/main~2.js" nonce="x"></script>
    <script nonce="x">self.__next_f.push([1,"3:I[1,[\\"/_next/static/chunks/reader(3).js\\",\\"/_next/static/chunks/main~2.js\\"]]"])</script>
    <a href="/patients/me/overview">Overview</a><img src="/icon.svg"/>`;
  expect(buildFilesOf(html)).toEqual([
    "/_next/static/chunks/a1.css",
    "/_next/static/chunks/main~2.js",
    "/_next/static/chunks/reader(3).js",
  ]);
  expect(buildFilesOf("<p>nothing</p>")).toEqual([]);
});
