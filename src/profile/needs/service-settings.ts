import type { Command, Need } from '../../domain/profile.ts';
import { fromMachine } from '../ci/services.ts';
import type { ComposeService } from '../compose/compose.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { isTestOf } from '../harvest/before/settings.ts';
import { isCarried } from '../harvest/before/variables.ts';
import { isLeftToTasks } from '../harvest/calls.ts';
import { checkRuns } from '../harvest/runner-calls.ts';
import { directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { withVariables } from '../with-variables.ts';
import { cite } from '../word.ts';
import { isServerOf } from './server-addresses.ts';

/** A command that compose starts in a service: the service, and the command. (docs.docker.com, "docker compose run" and "exec") */
const IN_SERVICE =
  /^docker[- ]compose (?:(?:-f|--file|--profile|-p) \S{1,100} |--\S{1,60} ){0,6}(?:run|exec) (?:-(?:e|u|w) \S{1,100} |-{1,2}[\w=/.-]{1,60} ){0,8}([\w.-]{1,60}) (\S.{0,300})$/;

export interface SettingsInput {
  readonly snapshot: Snapshot;
  readonly draft: UnitDraft;
  readonly compose: readonly ComposeService[];
  readonly needs: readonly Need[];
}

/**
 * The test command of a unit whose tests the repository's own tasks start in a service of compose, with what that service sets, as this
 * machine reaches it; what names another container is not carried.
 */
export function withServiceSettings(command: Command, { snapshot, draft, compose, needs }: SettingsInput): Command {
  const service = testingService({ snapshot, draft, compose });
  if (service === undefined) return command;
  const near = compose.filter(({ at }) => directoryOf(at.file) === directoryOf(service.at.file));
  const servers = near.filter((it) => needs.some((need) => isServerOf(need, it))).map(({ name }) => name);
  const others = near.map(({ name }) => name).filter((name) => !servers.includes(name));
  return [...service.environment].reduce((it, [name, word]) => {
    const value = fromMachine(new Map([[name, word.value]]), servers).get(name) ?? '';
    const isOwn = isCarried([name, value]) && !others.some((other) => isNamed(other, value));
    return isOwn ? withVariables(it, [[name, value]], cite(snapshot, word)) : it;
  }, command);
}

/** Whether a value is a container, or the address of one. */
function isNamed(container: string, value: string): boolean {
  return value.split(/[/@,;:\s]+/).includes(container);
}

function testingService({ snapshot, draft, compose }: Omit<SettingsInput, 'needs'>): ComposeService | undefined {
  const { directory, ecosystem } = draft;
  if (compose.length === 0 || !isLeftToTasks(snapshot, directory)) return undefined;
  for (const call of checkRuns(snapshot).flat()) {
    const [, name, run = ''] = call.directory === directory ? (IN_SERVICE.exec(call.run) ?? []) : [];
    const found = isTestOf(ecosystem, run)
      ? compose.find((service) => service.name === name && isBeside(service, directory))
      : undefined;
    if (found) return found;
  }
  return undefined;
}

function isBeside({ at }: ComposeService, directory: string): boolean {
  return directoryOf(at.file) === directory;
}
