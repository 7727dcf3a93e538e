// Editor arguments: each editor gets the line in its own notation, and waits until the file is closed.

import { expect, test } from "vitest";
import { editorArguments, editorCommandText, findEditor } from "../../src/store/run-editor.js";

const path = "/home/me/-a b.md";

test.each([
  ["vi", ["+12", path]],
  ["/usr/bin/nvim -u NONE", ["+12", path]],
  ["nano -w", ["+12", path]],
  ["emacsclient -t", ["+12", path]],
  ["micro", ["+12", path]],
  ["kak", ["+12", path]],
  ["gvim", ["--nofork", "+12", path]],
  ["gvim -f", ["+12", path]],
  ["hx", [`${path}:12`]],
  ["subl", ["--wait", `${path}:12`]],
  ["subl -n -w", [`${path}:12`]],
  ["zed", ["--wait", `${path}:12`]],
  ["code", ["--wait", "--goto", `${path}:12`]],
  ["code --wait", ["--goto", `${path}:12`]],
  ["'/Applications/My Code/codium' -n", ["--wait", "--goto", `${path}:12`]],
  ['"/opt/my code/Code.exe"', ["--wait", "--goto", `${path}:12`]],
  ["/opt/my\\ code/cursor", ["--wait", "--goto", `${path}:12`]],
  ["idea", ["--wait", "--line", "12", path]],
  ["kate", ["--block", "--line", "12", path]],
  ["true", [path]],
  ["./my-editor.sh -x", [path]],
  ["env LANG=C vim", [path]],
])("%s", (command, expected) => {
  expect(editorArguments(command, { path, line: 12 })).toEqual(expected);
});

test("without a line, only the file and the option to wait are passed", () => {
  const given = (command: string) => editorArguments(command, { path, line: null });
  expect(["vim", "hx", "code", "subl", "idea", "ed"].map(given)).toEqual([
    [path],
    [path],
    ["--wait", path],
    ["--wait", path],
    ["--wait", path],
    [path],
  ]);
});

test("$VISUAL precedes $EDITOR, blank ones count as unset, and none is guessed without a terminal", () => {
  expect(findEditor({ VISUAL: "a b", EDITOR: "c" }, false)).toBe("a b");
  expect(findEditor({ VISUAL: " ", EDITOR: "c" }, true)).toBe("c");
  expect(() => findEditor({ VISUAL: "", PATH: "/usr/bin:/bin" }, false)).toThrow("no editor set");
  expect(() => findEditor({ PATH: "/nowhere" }, true)).toThrow("no editor set");
});

test("the command is shown as it would be typed", () => {
  expect(editorCommandText({ command: "code", target: { path, line: 3 } })).toBe(
    "code --wait --goto '/home/me/-a b.md:3'",
  );
});
