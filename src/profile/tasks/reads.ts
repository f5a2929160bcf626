import { baseName } from '../paths.ts';

/** Globs of the files that name tasks. */
export const TASK_READS = [
  '**/{Makefile,makefile,GNUmakefile,justfile,Justfile,.justfile}',
  '**/{Taskfile,taskfile}.{yml,yaml}',
  '**/package.json',
];

/** Whether a file may name tasks: by its name, in whatever case. */
export function isTaskFile(path: string): boolean {
  return /^(?:(?:gnu)?makefile|\.?justfile|taskfile\.ya?ml|package\.json)$/i.test(baseName(path));
}
