import { pipelinesOf } from '../ci/automation.ts';
import type { PipelineStep } from '../ci/step.ts';
import { linesOf } from '../lines.ts';
import { oncePerFile, oncePerSnapshot, oncePerText } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';
import { TEST_SETTINGS } from './settings.ts';

type Variables = PipelineStep['environment'];

/**
 * The variables of a step without those that pipelines and tasks read themselves, to pick a version, to name what is published: no
 * program asks for them. Where servers are, who logs in, and in which environment a program runs is for both.
 */
export function withoutOwnVariables(snapshot: Snapshot, step: PipelineStep): Variables {
  const { file, environment } = step;
  const own = new Set([...environment.keys()].filter((name) => mayBeOwn(snapshot, name, file)));
  return own.size === 0 ? environment : new Map([...environment].filter(([name]) => !own.has(name)));
}

/** Whether pipelines, or the tasks of a file, read a variable themselves and no code is seen to. */
export function mayBeOwn(snapshot: Snapshot, name: string, file?: string): boolean {
  if (FOR_BOTH.test(name) || TEST_SETTINGS.includes(name)) return false;
  const isRead = namesReadByAll(snapshot).has(name) || (file !== undefined && namesReadBy(snapshot, file).has(name));
  return isRead && !isReadByCode(snapshot, name);
}

const FOR_BOTH =
  /^PG[A-Z]+$|(?:^|_)(?:URL|URI|DSN|HOST|HOSTNAME|PORT|ADDR|ADDRESS|SERVER|ENDPOINT|USER|USERNAME|PASS|PASSWORD|PWD|DB|DATABASE|ENV|ENVIRONMENT|KEY|SECRET|TOKEN)(?:_|$)/;

/** `$NAME`, `${NAME}`, `$(NAME)`, `$env:NAME`, `env.NAME`, `variables.NAME`, `ifdef NAME`. */
const READ = /(?:\$(?:[{(]|env:)?|\b(?:env|variables)\.|\bifn?def )([A-Za-z_]\w{0,60})/g;

const namesReadBy = oncePerText(
  (snapshot, file): ReadonlySet<string> =>
    new Set([...(snapshot.text(file) ?? '').matchAll(READ)].map(([, name = '']) => name)),
);

const namesReadByAll = oncePerSnapshot(
  (snapshot): ReadonlySet<string> => new Set(pipelinesOf(snapshot).flatMap((file) => [...namesReadBy(snapshot, file)])),
);

/** Whether a file is code, or a setting, that may ask for variables. */
export function isCode(path: string): boolean {
  return SOURCE.test(path) || SETTING.test(path);
}

/** Whether a line of such a file asks the environment for a variable; settings are read with it. */
export function asksFor(path: string, text: string | null, name: string): boolean {
  if (text === null || !text.includes(name)) return false;
  const word = new RegExp(`(?<!\\w)${name}(?!\\w)`);
  return linesOf(text).some(({ text: line }) => word.test(line) && (SETTING.test(path) || /env|\$\{/i.test(line)));
}

const SOURCE = /\.(?:[cm]?[jt]sx?|py|rb|php|exs?|go|rs|java|kts?|cs)$/;
const SETTING = /\.properties$|(?:^|\/)(?:package\.json|\.env[\w.-]{0,60})$/;

/** As far as their text is known. */
const isReadByCode = oncePerFile((snapshot, name) =>
  snapshot.paths.some((path) => isCode(path) && asksFor(path, snapshot.text(path), name)),
);
