// Git target: where to configure git: in the repository of the roadmap, or for all repositories of the user.

import { UserError } from "../model/errors.js";
import { findRepository, type Repository } from "../store/git/repository.js";
import { type AttributesPlace, type ConfigScope, configFile, globalAttributesFile } from "../store/git/settings.js";
import { findRealPath } from "../store/read-file.js";
import { type OpenRequest, roadmapPath } from "./open-roadmap.js";

export interface InstallRequest extends OpenRequest {
  readonly isGlobal: boolean;
}

/** Where git is configured. */
export interface GitTarget {
  readonly place: Pick<Repository, "cwd" | "env">;
  readonly scope: ConfigScope;
  readonly repository: Repository | null;
  readonly attributes: AttributesPlace;
  /** As the user would name it. */
  readonly attributesName: string;
  readonly configName: string;
}

/** @throws UserError if there is no repository, or no home folder */
export function findTarget(request: InstallRequest): Promise<GitTarget> | GitTarget {
  return request.isGlobal ? globalTarget(request) : repositoryTarget(request);
}

async function repositoryTarget(request: InstallRequest): Promise<GitTarget> {
  const path = findRealPath(await roadmapPath(request));
  const { env } = request.whereabouts;
  const repository = findRepository(path, env);
  if (!repository) {
    throw new UserError(
      "NO_REPOSITORY",
      `${path} is not in a git work tree`,
      "run `git init` in its folder, or install for all your repositories with `roadmap git install --global`",
    );
  }
  return {
    place: repository,
    scope: "local",
    repository,
    attributes: { path: `${repository.cwd}/.gitattributes`, isInWorkTree: true, env },
    attributesName: ".gitattributes",
    configName: configFile(repository),
  };
}

function globalTarget({ whereabouts: { env, cwd } }: InstallRequest): GitTarget {
  const place = { cwd, env };
  const path = globalAttributesFile(place);
  if (path === null) {
    throw new UserError(
      "NO_HOME",
      "HOME is not set, so your git configuration cannot be found",
      "set HOME, or omit --global",
    );
  }
  return {
    place,
    scope: "global",
    repository: null,
    attributes: { path, isInWorkTree: false, env },
    attributesName: path,
    configName: "git config --global",
  };
}
