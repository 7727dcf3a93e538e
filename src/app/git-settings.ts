// Git settings: the configuration with which git merges and diffs the roadmap by topic and task.

/**
 * Exit codes of the merge driver: 0 is merged, 1 is merged with conflicts, whose markers are then in the file. After
 * any other, and if the program is missing, the file is unchanged and git's own merge takes over. Node also exits with
 * 1 if it cannot even start, so the driver looks for the markers. The base stays in, because `roadmap resolve` asks
 * fewer questions with it.
 */
const driver =
  'roadmap merge-driver -- %O %A %B %L %P; r=$?; test $r -eq 0 && exit 0; test $r -eq 1 && grep -q "^<<<" %A && exit 1; ' +
  "git merge-file --diff3 --marker-size=%L -L ours -L base -L theirs %A %O %B";

/** If this fails, git shows nothing. */
const textconv = 'f() { roadmap textconv -- "$1" 2>/dev/null || cat -- "$1"; }; f';

export const gitSettings: readonly { readonly key: string; readonly value: string; readonly sign: string }[] = [
  { key: "merge.roadmap.name", value: "roadmap: topics and tasks, one by one", sign: "roadmap:" },
  { key: "merge.roadmap.driver", value: driver, sign: "roadmap merge-driver" },
  { key: "diff.roadmap.textconv", value: textconv, sign: "roadmap textconv" },
];

export const wantedAttributes = "merge=roadmap diff=roadmap";

/** Whether the value was set by roadmap, in any version. */
export function isOwn(key: string, value: string): boolean {
  const setting = gitSettings.find((one) => one.key === key);
  return setting !== undefined && value.includes(setting.sign);
}
