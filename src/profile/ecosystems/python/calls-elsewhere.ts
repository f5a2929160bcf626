import type { Evidence } from '../../../domain/evidence.ts';
import { besides, toolCall } from '../../harvest/checks/meant.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { PythonProject } from './project.ts';

/** Scripts that people call to check, without an ending. */
const SCRIPTS = ['lint', 'check', 'format', 'test'].map((name) => `scripts/${name}`);

/** Globs of these. */
export const CALLING_SCRIPTS: readonly string[] = SCRIPTS.map((path) => `**/${path}`);

/** Files in which projects of Python start things, beside those of every language. */
const CALLERS = ['noxfile.py', 'tox.ini', 'pyproject.toml', 'Pipfile', '.pre-commit-config.yaml', ...SCRIPTS];

/** Whatever calls a tool whose defaults are what people mean, be it to mend: who formats so wants it looked at so. */
export function callElsewhere(snapshot: Snapshot, { directory }: PythonProject, tool: string): Evidence | null {
  const ways = [
    // As a shell has it; a requirement has a sign behind its name.
    String.raw`(?:^|[\s"'/])${tool}\s{1,8}(?![\s=<>~!@;])`,
    String.raw`run\(\s{0,8}["']${tool}["']`,
    String.raw`\buses:\s{1,4}\S{0,100}/${tool}\b`,
    String.raw`\bid:\s{1,4}${tool}\b`,
  ];
  return toolCall({ snapshot, called: new RegExp(ways.join('|')), files: besides(directory, ...CALLERS) });
}
