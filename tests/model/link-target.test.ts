// Link targets: which parts of a proof cell link to a page, a file and a commit.

import { expect, test } from "vitest";
import { homeOfRemote, linkTargets, withoutCredentials } from "../../src/model/link-target.js";
import { processorTimeMs } from "../support/processor-time.js";

const page = (url: string) => ({ kind: "page", url });
const file = (path: string) => ({ kind: "file", path });
const commit = (id: string) => ({ kind: "commit", id, home: null, url: null });

test.each([
  ["https://example.org/a?b=1#c", [page("https://example.org/a?b=1")]],
  [
    "see <http://example.org>, [x](https://example.org/y) and www.example.net",
    [page("http://example.org/"), page("https://example.org/y"), page("http://www.example.net/")],
  ],
  ["https://me:secret@example.org/", [page("https://example.org/")]],
  [
    "https://[2001:db8::1]/x and <http://[::1]:8080/y>, [z](https://[2001:DB8::2]/z) https://me:pw@[::1]/w",
    [
      page("https://[2001:db8::1]/x"),
      page("http://[::1]:8080/y"),
      page("https://[2001:db8::2]/z"),
      page("https://[::1]/w"),
    ],
  ],
  ["[https://example.org/in] https:// [", [page("https://example.org/in")]],
  ["[x](https://example.org/?a=1&amp;sha=3f2a91c)", [page("https://example.org/?a=1&sha=3f2a91c")]],
  ["https://example.org/a\\|b", [page("https://example.org/a|b")]],
  [
    "[notes](notes/http.md#top), [x](../a%20b.md), [top](/docs/x.md?raw=1)",
    [file("notes/http.md"), file("../a b.md"), file("/docs/x.md")],
  ],
  ["[bad](a%zz.md)", [file("a%zz.md")]],
  ["[here](#part), [mail](mailto:me@example.org), [x](javascript:alert(1)), [y](//host/z), ftp://example.org/x", []],
  ["[x](http://[)", []],
  ["notes/http.md, done", []],
  ["3f2a91c and deadbeef1, merged", [commit("3f2a91c"), commit("deadbeef1")]],
  [`\`${"0123456789".repeat(4)}\``, [commit("0123456789".repeat(4))]],
  ["1234567 hours, effaced, defaced, PR #1234abc, v3f2a91c, 3f2a91c.tar", []],
  ["[the commit](x.md) 3f2a91c", [file("x.md"), commit("3f2a91c")]],
])("%s", (cell, targets) => {
  expect(linkTargets(cell).map(({ target }) => target)).toEqual(targets);
});

test("a commit page has the repository of the commit", () => {
  const id = "0123456789abcdef0123456789abcdef01234567";
  const homes = [
    `https://github.com/Me/Http/commit/${id}`,
    `https://gitlab.com/me/http/-/commit/${id}#note`,
    `https://bitbucket.org/me/http/commits/${id}`,
    `https://github.com/me/http/pull/1/commits/${id}`,
  ].map((url) => linkTargets(url).map(({ target }) => (target.kind === "commit" ? target.home : target.kind)));
  expect(homes).toEqual([["github.com/me/http"], ["gitlab.com/me/http"], ["bitbucket.org/me/http"], ["page"]]);
});

test.each([
  ["https://github.com/Me/http.git", "github.com/me/http"],
  ["https://me:token@github.com/me/http/", "github.com/me/http"],
  ["git@github.com:me/http.git", "github.com/me/http"],
  ["github.com:me/http", "github.com/me/http"],
  ["ssh://git@github.com:22/me/http.git", "github.com/me/http"],
  ["git://github.com/me/http", "github.com/me/http"],
  ["/srv/git/http.git", null],
  ["../http", null],
  ["file:///srv/http.git", null],
])("the remote %s is %s", (remote, home) => {
  expect(homeOfRemote(remote)).toBe(home);
});

test.each([
  ["https://me:secret@example.org/x", "https://***@example.org/x"],
  ["see <https://me:p@ss:w@example.org>, ssh://git:pw@host/x", "see <https://***@example.org>, ssh://***@host/x"],
  ["https://token@[::1]:80/ and http:/me:secret@host", "https://***@[::1]:80/ and http:/***@host"],
  ["https://medium.com/@me mailto:me@example.org me@example.org", null],
  ["https://example.org/?to=me@example.org#a@b", null],
])("%s is shown without credentials", (text, shown) => {
  expect(withoutCredentials(text)).toBe(shown ?? text);
});

test("a text of many beginnings of URLs is searched in linear time", () => {
  expect(processorTimeMs(() => withoutCredentials("https:".repeat(100_000)))).toBeLessThan(2_000);
});
