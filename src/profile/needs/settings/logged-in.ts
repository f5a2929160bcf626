import { isHostPort, type NeedContainer } from '../../../domain/container.ts';
import type { Command, Need } from '../../../domain/profile.ts';
import { isCarried } from '../../harvest/before/variables.ts';
import type { Snapshot } from '../../snapshot.ts';
import { withVariables } from '../../with-variables.ts';
import type { FoundNeed } from '../found-need.ts';

import { isAlike } from '../kinds.ts';
import { type Reached, reach } from './reach.ts';

import type { ServerSettings } from './server-settings.ts';

/** The need with the login that the settings of the tests write out. */
export function withLogin(need: Need, settings: readonly ServerSettings[]): Need {
  const own = settings.find(({ service }) => isAlike(service, need.service));
  const reached = own && reach(own, need);
  if (!reached) return need;
  const environment = { ...need.environment, ...reached.environment };
  return published({ ...need, environment }, reached.port);
}

/** A server that listens where its container always does need not be told. */
function published(need: Need, { asked, listens }: Reached['port']): Need {
  const { container = NOT_SAID } = need;
  const isThere = isHostPort(container.ports, asked) || (container.ports.length === 0 && asked === listens);
  return isThere ? need : { ...need, container: { ...container, ports: [`${asked}:${listens}`, ...container.ports] } };
}

const NOT_SAID: NeedContainer = { image: null, ports: [], options: [], entrypoint: null, command: null };

export interface WhereQuery {
  readonly snapshot: Snapshot;
  readonly needs: readonly FoundNeed[];
  readonly settings: readonly ServerSettings[];
}

/** The command with the variables in front of it by which its settings find the servers beside it. */
export function toldWhere(command: Command, { snapshot, needs, settings }: WhereQuery): Command {
  if (TOLD.test(command.run)) return command;
  return settings.reduce((whole, own) => {
    // What a workflow shows to pass has the files that it has.
    const found = needs.find(({ need, isProven }) => isAlike(own.service, need.service) && !(isProven && own.isFile));
    const reached = found && reach(own, found.need);
    return reached && isReached(found.need, reached.port)
      ? withVariables(whole, reached.variables.filter(isCarried), [snapshot.evidence(own.at.file, own.at.line)])
      : whole;
  }, command);
}

/** Whether the container is at the port that the settings ask: one that a workflow shows stays where it is. */
function isReached({ container }: Need, { asked, listens }: Reached['port']): boolean {
  const ports = container?.ports ?? [];
  return ports.length > 0 ? isHostPort(ports, asked) : asked === listens;
}

/** What a pipeline or compose has told it already is whole. */
const TOLD = /\b[A-Z_]{0,40}(?:HOST|URL)=/;
