import { pipelinesOf } from '../../ci/automation.ts';
import type { PipelineStep } from '../../ci/step.ts';
import { oncePerSnapshot, oncePerText } from '../../once.ts';
import type { Snapshot } from '../../snapshot.ts';
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
  return isRead && !namesAskedByCode(snapshot).has(name);
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

/** The names in lines of such a text that speak of the environment, as its readers do; settings speak of nothing else. */
export function namesAsked(path: string, text: string): ReadonlySet<string> {
  const lines = SETTING.test(path) ? [text] : text.split('\n').filter((line) => /env|\$\{/i.test(line));
  return new Set(lines.flatMap((line) => line.match(/[A-Za-z_]\w*/g) ?? []));
}

const SOURCE = /\.(?:[cm]?[jt]sx?|py|rb|php|exs?|go|rs|java|kts?|cs)$/;
const SETTING = /\.properties$|(?:^|\/)(?:package\.json|\.env[\w.-]{0,60})$/;

const namesAskedBy = oncePerText((snapshot, file) => namesAsked(file, snapshot.text(file) ?? ''));

/** As far as the text of code is known. */
const namesAskedByCode = oncePerSnapshot(
  (snapshot): ReadonlySet<string> =>
    new Set(snapshot.paths.filter(isCode).flatMap((file) => [...namesAskedBy(snapshot, file)])),
);
