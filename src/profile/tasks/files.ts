/** Names of makefiles, in the order in which make looks for them. (GNU make manual, "What Name to Give Your Makefile") */
export const MAKEFILES: readonly string[] = ['GNUmakefile', 'makefile', 'Makefile'];

/** Names of justfiles. (just manual, "Quick Start") */
export const JUSTFILES: readonly string[] = ['justfile', 'Justfile', '.justfile'];

/** Names of Taskfiles, in the order in which task looks for them. (taskfile.dev, "Supported file names") */
export const TASKFILES: readonly string[] = ['Taskfile.yml', 'taskfile.yml', 'Taskfile.yaml', 'taskfile.yaml'];

/** Globs of the files of task runners. */
export const RUNNER_FILES: readonly string[] = [...MAKEFILES, ...JUSTFILES, ...TASKFILES].map((name) => `**/${name}`);

/** Globs of the files that name tasks. */
export const TASK_READS: readonly string[] = [...RUNNER_FILES, '**/package.json'];
