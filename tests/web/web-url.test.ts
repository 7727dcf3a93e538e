// Which links of a proof become links on the page, and in which words.

import { expect, test } from "vitest";
import { shortUrl, webUrl } from "../../src/web/page/parts/web-url.js";

const wordsOf = (link: string) => {
  const url = webUrl(link);
  return url && shortUrl(url);
};

test("a repository, and what is numbered in it, are named without the forge", () => {
  expect(wordsOf("https://github.com/dana/chat")).toBe("chat");
  expect(wordsOf("https://github.com/dana/bikes-api/pull/41")).toBe("bikes-api #41");
  expect(wordsOf("https://gitlab.com/dana/bikes-api/-/merge_requests/7")).toBe("bikes-api #7");
  expect(wordsOf("https://github.com/dana/bikes-api/tree/main/docs")).toBe("bikes-api");
});

test("any other page is named by its host and path", () => {
  expect(wordsOf("https://example.org/proof/17")).toBe("example.org/proof/17");
  expect(wordsOf("www.example.org/")).toBe("example.org");
  expect(wordsOf("https://example.org/%E4%BD%A0%E5%A5%BD")).toBe("example.org/你好");
  expect(wordsOf("https://example.org/%ff")).toBe("example.org/%ff");
});

test("only http and https lead to a page", () => {
  for (const link of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "notes.md", "https://", ""])
    expect(webUrl(link)).toBe(null);
});
