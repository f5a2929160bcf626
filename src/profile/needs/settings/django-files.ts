import { firstMatch, linesOf } from '../../lines.ts';
import { baseName, directoryOf, joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { FrameworkQuery } from './framework.ts';

/** Where tests are told which settings they have: before what manage.py says by itself. */
const CONFIGURATIONS = ['pyproject.toml', 'pytest.ini', 'setup.cfg', 'tox.ini'];

/** The module of settings that tests are started with, and those that it takes over, nearest first. */
export function settingsFiles({ snapshot, draft }: FrameworkQuery): string[] {
  const { directory } = draft;
  const script = snapshot
    .within(directory)
    .filter((path) => baseName(path) === 'manage.py')
    .sort((a, b) => a.split('/').length - b.split('/').length)[0];
  if (script === undefined) return [];
  const named = draft.commands.test.flatMap(
    ({ run }) => /(?:DJANGO_SETTINGS_MODULE|--settings|--ds)[= ]([\w.]{1,200})/.exec(run)?.[1] ?? [],
  );
  const configured = CONFIGURATIONS.flatMap((name) => {
    const text = snapshot.text(joinPath(directory, name) ?? name) ?? '';
    return (
      firstMatch(text, /^\s{0,8}(?:DJANGO_SETTINGS_MODULE|--ds)\s{0,4}=\s{0,4}["']?([\w.]{1,200})/)?.match[1] ?? []
    );
  });
  const usual = firstMatch(snapshot.text(script) ?? '', /DJANGO_SETTINGS_MODULE["']\s{0,4},\s{0,4}["']([\w.]{1,200})/);
  const [module] = [...named, ...configured, ...(usual?.match[1] ? [usual.match[1]] : [])];
  const roots = [directoryOf(script), directory];
  const file = module === undefined ? null : moduleFile(snapshot, roots, module.split('.'));
  return file === null ? [] : withTakenOver(snapshot, roots, file);
}

function moduleFile(snapshot: Snapshot, roots: readonly string[], steps: readonly string[]): string | null {
  const paths = roots.flatMap((root) =>
    [`${steps.join('/')}.py`, `${steps.join('/')}/__init__.py`].map((path) => joinPath(root, path) ?? path),
  );
  return paths.find((path) => snapshot.text(path) !== null) ?? null;
}

const TAKEN_OVER = /^from (\.{0,3})([\w.]{0,200}) import \*/;

/** Nobody takes settings over from more. */
const DEEPEST = 4;

function withTakenOver(snapshot: Snapshot, roots: readonly string[], first: string): string[] {
  const files = [first];
  for (const file of files) {
    for (const { text } of linesOf(snapshot.text(file) ?? '')) {
      const [, dots, name = ''] = TAKEN_OVER.exec(text) ?? [];
      if (dots === undefined || files.length > DEEPEST) continue;
      const root = joinPath(directoryOf(file), '../'.repeat(Math.max(0, dots.length - 1)));
      const steps = name.split('.').filter((step) => step !== '');
      const next = moduleFile(snapshot, dots === '' ? roots : root === null ? [] : [root], steps);
      if (next !== null && !files.includes(next)) files.push(next);
    }
  }
  return files;
}
