import { variablesOf } from '../../domain/in-front.ts';
import type { Command, Commands, Need } from '../../domain/profile.ts';
import type { UnitDraft } from '../ecosystem.ts';
import { liveQuery } from '../ecosystems/rust/queries.ts';
import { joinPath } from '../paths.ts';
import { shellWord } from '../shell-word.ts';
import type { Snapshot } from '../snapshot.ts';
import { withVariables } from '../with-variables.ts';
import type { ServerSettings } from './settings/server-settings.ts';

export interface CompiledQuery {
  readonly snapshot: Snapshot;
  readonly draft: UnitDraft;
  readonly needs: readonly Need[];
  readonly test: readonly Command[];
  /** What a `.env` file says, sqlx reads by itself. */
  readonly settings: readonly ServerSettings[];
}

type Compiled = Pick<CompiledQuery, 'needs'> & { readonly commands: Commands };

const URL = 'DATABASE_URL';
const DATABASES = ['postgres', 'mysql', 'mariadb'];

/**
 * A unit whose queries are checked against a database while it is compiled: each command that compiles it stands behind what makes the
 * database's tables, is told where it is, and needs it beside it, whether it tests or not.
 */
export function withCompiledQueries({ snapshot, draft, needs, test, settings }: CompiledQuery): Compiled {
  const { directory, commands } = draft;
  const need = needs.find(({ service }) => DATABASES.includes(service));
  const query = need && draft.ecosystem === 'rust' ? liveQuery(snapshot, draft) : null;
  const told = variablesOf(test.at(-1)?.run ?? '').find(([name]) => name === URL)?.[1];
  const url = told ?? settings.find((one) => one.isFile && one.url?.variable === URL)?.url?.value ?? undefined;
  if (!need || !query || url === undefined) return { needs, commands: { ...commands, test } };
  const tables = tablesOf({ snapshot, directory, service: need.service, url });
  const withUrl = <T extends Command>(command: T): T => ({
    ...command,
    ...withVariables(command, [[URL, url]], [query]),
  });
  const lint = commands.lint.flatMap((command) =>
    COMPILES.test(command.run)
      ? [...tables.map((made) => ({ check: command.check, ...made })), withUrl(command)]
      : [command],
  );
  return {
    needs: needs.map((one) => (one === need ? { ...need, isForCompiling: true } : one)),
    commands: { ...commands, lint, test: [...tables, ...test], build: [...tables, ...commands.build.map(withUrl)] },
  };
}

const COMPILES = /(?:^|\s)cargo (?:clippy|check|doc)\b/;

interface Tables {
  readonly snapshot: Snapshot;
  readonly directory: string;
  readonly service: string;
  readonly url: string;
}

/** What makes the tables, where the repository has its migrations; the program that does is not on a runner. (sqlx-cli, "README") */
function tablesOf({ snapshot, directory, service, url }: Tables): Command[] {
  const folder = joinPath(directory, 'migrations') ?? 'migrations';
  const first = snapshot.within(folder).find((path) => path.endsWith('.sql'));
  if (first === undefined) return [];
  const because = [snapshot.evidence(first, 1)];
  const feature = service === 'postgres' ? 'postgres' : 'mysql';
  return [
    `cargo install sqlx-cli --locked --no-default-features --features rustls,${feature}`,
    `${URL}=${shellWord(url)} sqlx database setup`,
  ].map((run) => ({ run, directory, because }));
}
