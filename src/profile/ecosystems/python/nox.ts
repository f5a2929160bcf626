import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { EnvironmentRun } from './environment-run.ts';
import type { PythonProject } from './project.ts';

const SESSION = /^@(?:nox\.)?session\b(.{0,300})$/;
const FUNCTION = /^def\s{1,8}(\w{1,60})\s{0,8}\(/;
const RUN = /^\s{1,20}session\.run(?:_always)?\((.{1,500})$/;

/** The sessions of a noxfile: what they run as it is written there, on the Python that is there. (nox.thea.codes, "Configuration & API") */
export function noxRuns(snapshot: Snapshot, { directory }: PythonProject): EnvironmentRun[] {
  const file = joinPath(directory, 'noxfile.py') ?? 'noxfile.py';
  const found: { name: string; line: number; commands: string[]; hasPythons: boolean }[] = [];
  let decorator: string | null = null;
  let session: (typeof found)[number] | null = null;
  for (const { text, number } of linesOf(snapshot.text(file) ?? '')) {
    const [, options] = SESSION.exec(text) ?? [];
    const [, name] = FUNCTION.exec(text) ?? [];
    if (options !== undefined) decorator = options;
    else if (name !== undefined) {
      const named = /\bname\s{0,4}=\s{0,4}["']([\w.-]{1,60})["']/.exec(decorator ?? '')?.[1];
      const hasPythons = /\bpython\s{0,4}=/.test(decorator ?? '');
      session = decorator === null ? null : { name: named ?? name, line: number, commands: [], hasPythons };
      if (session) found.push(session);
      decorator = null;
    } else session?.commands.push(...wordsOf(RUN.exec(text)?.[1]));
  }
  return found.map(({ name, line, commands, hasPythons }) => ({
    tool: 'nox',
    name,
    run: `nox -s ${name}${hasPythons ? ' --force-python 3' : ''}`,
    commands,
    because: [snapshot.evidence(file, line)],
  }));
}

/** The words of a call, up to what is no text. */
function wordsOf(call: string | undefined): string[] {
  const [written = ''] = /^(?:\s{0,4}["'][^"'\n]{1,200}["']\s{0,4},?)+/.exec(call ?? '') ?? [];
  const words = [...written.matchAll(/["']([^"'\n]{1,200})["']/g)].map(([, word = '']) => word);
  return words.length === 0 ? [] : [words.join(' ')];
}
