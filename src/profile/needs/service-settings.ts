import type { Command, Need } from '../../domain/profile.ts';
import { fromMachine } from '../ci/services.ts';
import type { ComposeService } from '../compose/compose.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { isTestOf } from '../harvest/before/settings.ts';
import { isCarried } from '../harvest/before/variables.ts';
import { callsIn, isLeftToTasks, pipelineCalls } from '../harvest/calls.ts';
import { checkRuns } from '../harvest/runner-calls.ts';
import { directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { withVariables } from '../with-variables.ts';
import { cite } from '../word.ts';
import { isServerOf } from './server-addresses.ts';

/** A command that compose starts in a service: the service, and the command. (docs.docker.com, "docker compose run" and "exec") */
const IN_SERVICE =
  /^docker[- ]compose (?:(?:-f|--file|--profile|-p) \S{1,100} |--\S{1,60} ){0,6}(?:run|exec) (?:-(?:e|u|w) \S{1,100} |--(?:name|env|user|workdir|volume) \S{1,100} |-{1,2}[\w=/.-]{1,60} ){0,8}([\w.-]{1,60}) (\S.{0,300})$/;

export interface SettingsInput {
  readonly snapshot: Snapshot;
  readonly draft: UnitDraft;
  readonly compose: readonly ComposeService[];
  readonly needs: readonly Need[];
}

/**
 * The test command of a unit whose tests the repository's own tasks or pipelines start in a service of compose, with what that service sets, as this
 * machine reaches it; what names another container is not carried.
 */
export function withServiceSettings(command: Command, { snapshot, draft, compose, needs }: SettingsInput): Command {
  const service = testingService({ snapshot, draft, compose });
  if (service === undefined) return command;
  const near = compose.filter(({ at }) => directoryOf(at.file) === directoryOf(service.at.file));
  const servers = near.filter((it) => needs.some((need) => isServerOf(need, it))).map(({ name }) => name);
  const others = near.map(({ name }) => name).filter((name) => !servers.includes(name));
  return [...service.environment].reduce((it, [name, word]) => {
    const written = fromMachine(new Map([[name, word.value]]), servers).get(name) ?? '';
    const value = OWN_SECRET.test(name) && !isCarried([name, written]) ? STAND_IN : written;
    const isOwn = isCarried([name, value]) && !others.some((other) => isNamed(other, value));
    return isOwn ? withVariables(it, [[name, value]], cite(snapshot, word)) : it;
  }, command);
}

/** What a program signs by, for itself: any value does, and without one it may not start. Those of others, and keys of a form, are not among them. */
const OWN_SECRET =
  /(?:^|_)(?<!CLIENT_|API_|WEBHOOK_|AUTH_|OAUTH_|ACCESS_)(?:SECRET|SECRET_KEY|SECRET_KEY_BASE|SIGNING_KEY)$/;

/** Stands for one that is written down: a secret is not carried, not even one that only tests have. */
const STAND_IN = 'not-a-secret';

/** Whether a value is a container, or the address of one. */
function isNamed(container: string, value: string): boolean {
  return value.split(/[/@,;:\s]+/).includes(container);
}

function testingService({ snapshot, draft, compose }: Omit<SettingsInput, 'needs'>): ComposeService | undefined {
  const { directory } = draft;
  if (compose.length === 0) return undefined;
  return isLeftToTasks(snapshot, directory)
    ? ofTasks({ snapshot, draft, compose })
    : ofPipelines({ snapshot, draft, compose });
}

function ofTasks({ snapshot, draft, compose }: Omit<SettingsInput, 'needs'>): ComposeService | undefined {
  const { directory, ecosystem } = draft;
  for (const call of checkRuns(snapshot).flat()) {
    const [, name, run = ''] = call.directory === directory ? (IN_SERVICE.exec(call.run) ?? []) : [];
    const found = isTestOf(ecosystem, run)
      ? compose.find((service) => service.name === name && isBeside(service, directory))
      : undefined;
    if (found) return found;
  }
  return undefined;
}

/** A word by which the program of an image starts its own tests. */
const ITS_TESTS = /^(?:run[-_])?tests?(?= |$)/;

/** The service that pipelines start the tests in and nowhere else: by the file that the call names, else the job, and built from the unit. */
function ofPipelines({ snapshot, draft, compose }: Omit<SettingsInput, 'needs'>): ComposeService | undefined {
  const { directory, ecosystem } = draft;
  if (callsIn(snapshot, directory).some(({ run }) => isTestOf(ecosystem, run) && !IN_SERVICE.test(run)))
    return undefined;
  for (const { run, directory: at, environment, jobs } of pipelineCalls(snapshot)) {
    const [, name, inner = ''] = jobs.length > 0 ? (IN_SERVICE.exec(run) ?? []) : [];
    if (!isTestOf(ecosystem, inner) && !ITS_TESTS.test(inner)) continue;
    const named = / (?:-f|--file)[ =](\S{1,100}) /.exec(run)?.[1] ?? environment.get('COMPOSE_FILE');
    const file = named === undefined ? undefined : joinPath(at, named);
    const found = compose.find(
      (service) =>
        service.name === name &&
        service.build?.context === directory &&
        (file === undefined ? isBeside(service, at) : service.at.file === file),
    );
    if (found) return found;
  }
  return undefined;
}

function isBeside({ at }: ComposeService, directory: string): boolean {
  return directoryOf(at.file) === directory;
}
