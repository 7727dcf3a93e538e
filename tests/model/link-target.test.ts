// Link targets: what of a proof cell leads to a page, to a file and to a commit.

import { expect, test } from "vitest";
import { homeOfRemote, linkTargets } from "../../src/model/link-target.js";

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

test("a page of a commit says in which repository it is", () => {
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
