/** Names of makefiles, in the order in which make looks for them. (GNU make manual, "What Name to Give Your Makefile") */
export const MAKEFILES: readonly string[] = ['GNUmakefile', 'makefile', 'Makefile'];

/** Names of justfiles. (just manual, "Quick Start") */
export const JUSTFILES: readonly string[] = ['justfile', 'Justfile', '.justfile'];

/** Names of Taskfiles, in the order in which task looks for them. (taskfile.dev, "Supported file names") */
export const TASKFILES: readonly string[] = ['Taskfile.yml', 'taskfile.yml', 'Taskfile.yaml', 'taskfile.yaml'];

/** Names of mise's configuration, in the order in which it lets one win. (mise, "Configuration") */
export const MISE_FILES: readonly string[] = ['mise.toml', '.mise.toml'];

/** Names of Deno's configuration, in the order in which it looks for them. (Deno, "deno.json and package.json") */
export const DENO_FILES: readonly string[] = ['deno.json', 'deno.jsonc'];

/** A glob of the files of task runners. */
export const RUNNER_FILES = `**/{${[...MAKEFILES, ...JUSTFILES, ...TASKFILES, ...MISE_FILES].join(',')}}`;

/** Globs of the files that name tasks. */
export const TASK_READS: readonly string[] = [
  RUNNER_FILES,
  `**/{package.json,pyproject.toml,hatch.toml,pixi.toml,${DENO_FILES.join(',')}}`,
];
