// Git settings: what git is told so that it merges and shows the roadmap by topic and task.

/**
 * Exit codes of the merge driver: 0 is merged, 1 is merged with conflicts, whose markers are then in the file; with any
 * other, and when the program is missing, the file is as it was and git's own merge has to do it. Node says 1 too when
 * it cannot even start, so the markers are looked for. The base is left in, because `roadmap resolve` asks less with it.
 */
const driver =
  'roadmap merge-driver -- %O %A %B %L %P; r=$?; test $r -eq 0 && exit 0; test $r -eq 1 && grep -q "^<<<" %A && exit 1; ' +
  "git merge-file --diff3 --marker-size=%L -L ours -L base -L theirs %A %O %B";

/** Git shows nothing at all when this fails. */
const textconv = 'f() { roadmap textconv -- "$1" 2>/dev/null || cat -- "$1"; }; f';

export const gitSettings: readonly { readonly key: string; readonly value: string; readonly sign: string }[] = [
  { key: "merge.roadmap.name", value: "roadmap: topics and tasks, one by one", sign: "roadmap:" },
  { key: "merge.roadmap.driver", value: driver, sign: "roadmap merge-driver" },
  { key: "diff.roadmap.textconv", value: textconv, sign: "roadmap textconv" },
];

export const wantedAttributes = "merge=roadmap diff=roadmap";

/** Whether this program, of whatever version, has set it so. */
export function isOwn(key: string, value: string): boolean {
  const setting = gitSettings.find((one) => one.key === key);
  return setting !== undefined && value.includes(setting.sign);
}
