import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PythonProject } from './project.ts';

/** Where groups are declared. (PDM, "Manage dependencies") */
const DECLARED = [['project', 'optional-dependencies'], ['dependency-groups'], ['tool', 'pdm', 'dev-dependencies']];

/** The option by which PDM installs all groups; only those of the lock file where some are not in it, for PDM refuses the others. */
export function pdmGroups(snapshot: Snapshot, { directory, pyproject }: PythonProject): string {
  const locked = lockedGroups(snapshot.text(joinPath(directory, 'pdm.lock') ?? '') ?? '');
  const declared = DECLARED.flatMap((path) => pyproject.keys(path));
  const isWhole = declared.every((name) => locked.includes(plain(name)));
  if (locked.length === 0 || isWhole) return ' -G:all';
  const groups = locked.filter((name) => name !== 'default');
  return groups.length === 0 ? '' : ` -G ${groups.join(',')}`;
}

/** Those that the head of a lock file names. */
function lockedGroups(lock: string): string[] {
  const [head = ''] = lock.split('[[package]]', 1);
  const [, list = ''] = /^groups = \[([^\]\n]{0,2000})\]/m.exec(head) ?? [];
  return [...list.matchAll(/"([\w.-]{1,100})"/g)].map(([, name = '']) => plain(name));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}
