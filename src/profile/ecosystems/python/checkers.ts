import { LINTERS } from './linters.ts';

const RUNS_TESTS =
  /^(?:python3? -m )?(?:coverage run (?:-\S{1,60} ){0,6}(?:-m )?)?(?:pytest|py\.test|unittest|stestr|nose2|django-admin test|(?:python3? )?(?:[\w-]{1,60}\/){0,4}manage\.py test)(?=\s|$)/;

/** Whether a command of an environment starts the tests. */
export function runsTests(command: string): boolean {
  return RUNS_TESTS.test(command);
}

/** What a command checks; null where it is no linter that only looks. */
export function checkOf(command: string): string | null {
  const bare = command.replace(/^python3? -m /, '');
  const linter = LINTERS.find(({ tool, accepts }) => bare.startsWith(tool) && accepts.test(bare.slice(tool.length)));
  if (/^(?:pre-commit|prek) run\b.*(?:--all(?:-files)?|-a)\b/.test(bare)) return 'lint';
  return linter?.check ?? (/^ruff format\b.*--(?:check|diff)\b/.test(bare) ? 'format' : null);
}
