import { linesOf } from '../../lines.ts';
import { joinPath } from '../../paths.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { EnvironmentRun } from './environment-run.ts';
import type { PythonProject } from './project.ts';

const SESSION = /^@(?:nox\.)?session\b(.{0,300})$/;
const FUNCTION = /^def\s{1,8}(\w{1,60})\s{0,8}\(/;
const CALL = /^\s{1,20}session\.(run|run_always|notify)\((.{0,500})$/;

/** The sessions of a noxfile: what they run as it is written there, on the Python that is there. (nox.thea.codes, "Configuration & API") */
export function noxRuns(snapshot: Snapshot, { directory }: PythonProject): EnvironmentRun[] {
  const file = joinPath(directory, 'noxfile.py') ?? 'noxfile.py';
  return sessionsIn(snapshot.text(file) ?? '').map(({ name, line, calls, hasPythons }) => ({
    tool: 'nox',
    name,
    run: `nox -s ${name}${hasPythons ? ' --force-python 3' : ''}`,
    before: [],
    commands: calls.map(commandOf),
    because: [snapshot.evidence(file, line)],
  }));
}

interface NoxSession {
  readonly name: string;
  readonly line: number;
  readonly hasPythons: boolean;
  readonly calls: readonly NoxCall[];
}

interface NoxCall {
  readonly method: string;
  /** What stands behind its bracket. */
  words: string;
}

function sessionsIn(text: string): NoxSession[] {
  const found: (NoxSession & { readonly calls: NoxCall[] })[] = [];
  let decorator: string | null = null;
  let session: (typeof found)[number] | null = null;
  for (const { text: line, number } of linesOf(text)) {
    const [, options] = SESSION.exec(line) ?? [];
    const [, name] = FUNCTION.exec(line) ?? [];
    if (options !== undefined) decorator = options;
    else if (name !== undefined) {
      const named = /\bname\s{0,4}=\s{0,4}["']([\w.-]{1,60})["']/.exec(decorator ?? '')?.[1];
      const hasPythons = /\bpython\s{0,4}=/.test(decorator ?? '');
      session = decorator === null ? null : { name: named ?? name, line: number, hasPythons, calls: [] };
      if (session) found.push(session);
      decorator = null;
    } else if (session) readCall(session.calls, line);
  }
  return found;
}

/** A call goes on until its bracket is closed. */
function readCall(calls: NoxCall[], line: string): void {
  const [, method, words = ''] = CALL.exec(line) ?? [];
  const last = calls.at(-1);
  if (method !== undefined) calls.push({ method, words });
  else if (last && !last.words.includes(')') && last.words.length < LONGEST) last.words += ` ${line.trim()}`;
}

/** No person's call is longer. */
const LONGEST = 2_000;

/** What another session does is what it is called. Nothing is known of a call without a text. */
function commandOf({ method, words }: NoxCall): string {
  const command = wordsOf(words);
  return method === 'notify' ? `nox -s ${command}` : command;
}

/** The words of a call, up to what is no text. */
function wordsOf(call: string): string {
  const [written = ''] = /^(?:\s{0,8}["'][^"'\n]{1,200}["']\s{0,4},?)+/.exec(call) ?? [];
  return [...written.matchAll(/["']([^"'\n]{1,200})["']/g)].map(([, word = '']) => word).join(' ');
}
