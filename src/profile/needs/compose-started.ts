import type { CiStep } from '../ci/steps.ts';
import type { ComposeService } from '../compose/compose.ts';
import { MAIN } from '../compose/files.ts';
import { type ShellCommand, shellCommands } from '../harvest/shell.ts';
import { baseName, directoryOf, joinPath } from '../paths.ts';
import type { CiContainer } from './ci-container.ts';
import { serverOf } from './server-image.ts';

/** What compose is told to start. */
interface Started {
  /** The file that it is given; null where that is the folder's own. */
  readonly file: string | null;
  readonly directory: string;
  /** The words among which the names of services stand: all are started where none does. */
  readonly words: readonly string[];
}

/** The servers that compose starts in a step. Where something of the repository stands up with them, they are that system's. */
export function byCompose(step: CiStep, compose: readonly ComposeService[]): Omit<CiContainer, 'runs'>[] {
  return startedIn(step).flatMap((started) => {
    const all = compose.filter(({ at }) => isIn(at.file, started));
    const named = all.filter(({ name }) => started.words.includes(name));
    const up = named.length > 0 ? named : all;
    if (up.some(({ build }) => build !== null)) return [];
    return up.flatMap(({ image, environment }) =>
      image !== null && serverOf(image.value) !== undefined ? [{ image, environment }] : [],
    );
  });
}

function isIn(path: string, { file, directory }: Started): boolean {
  if (file !== null) return path === joinPath(directory, file);
  return directoryOf(path) === directory && MAIN.includes(baseName(path));
}

function startedIn({ uses, inputs, script, directory }: CiStep): Started[] {
  if (uses !== null) return ACTIONS.test(uses) ? byAction(inputs) : [];
  return directory === null ? [] : shellCommands({ lines: script, directory }).flatMap(byCommand);
}

/** `hoverkraft-tech/compose-action`, and those that it was made of. */
const ACTIONS = /\/(?:docker-)?compose-action$/;

function byAction(inputs: CiStep['inputs']): Started[] {
  const [file = null] = wordsOf(inputs.get('compose-file'));
  return [{ file, directory: '.', words: wordsOf(inputs.get('services')) }];
}

function wordsOf(text = ''): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** `docker compose -f compose.test.yaml up -d db`. (docs.docker.com, "docker compose up") */
function byCommand({ words, directory }: ShellCommand): Started[] {
  const plain = words[0] === 'sudo' ? words.slice(1) : words;
  const isCompose = plain[0] === 'docker-compose' || (plain[0] === 'docker' && plain[1] === 'compose');
  const at = plain.indexOf('up');
  if (!isCompose || at < 0) return [];
  const before = plain.slice(0, at);
  const file = before.find((_, index) => /^(?:-f|--file)$/.test(before[index - 1] ?? ''));
  const joined = before.find((word) => word.startsWith('--file='))?.slice('--file='.length);
  return [{ file: file ?? joined ?? null, directory, words: plain.slice(at + 1) }];
}
