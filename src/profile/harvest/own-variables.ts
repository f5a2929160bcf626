import { pipelinesOf } from '../ci/automation.ts';
import type { PipelineStep } from '../ci/step.ts';
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
  const isOwn = (name: string) =>
    !FOR_BOTH.test(name) &&
    !TEST_SETTINGS.includes(name) &&
    (namesReadByAll(snapshot).has(name) || namesReadBy(snapshot, file).has(name)) &&
    !isReadByCode(snapshot, name);
  const own = new Set([...environment.keys()].filter(isOwn));
  return own.size === 0 ? environment : new Map([...environment].filter(([name]) => !own.has(name)));
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

/** Code and settings, as far as other rules read them. */
const CODE =
  /\.(?:[cm]?[jt]sx?|py|rb|php|exs?|go|rs|java|kts?|cs|properties)$|(?:^|\/)(?:package\.json|\.env[\w.-]{0,60})$/;

const isReadByCode = oncePerFile((snapshot, name) =>
  snapshot.paths.some((path) => CODE.test(path) && (snapshot.text(path)?.includes(name) ?? false)),
);
