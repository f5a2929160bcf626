import type { Evidence } from '../../../domain/evidence.ts';
import type { Command, Commands, LintCommand } from '../../../domain/profile.ts';
import { isMapping } from '../../manifest.ts';
import { isWithin, joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { dependenciesOf } from './dependencies.ts';
import { foreignTarget } from './target.ts';
import { findTests } from './tests.ts';
import type { Crates } from './workspace.ts';

export interface CommandsQuery {
  readonly snapshot: Snapshot;
  readonly crates: Crates;
  readonly lockfile: string | null;
}

/** Cargo's own commands, as its book and detection.md (row "Rust") have them for continuous integration. */
export function commandsOf({ snapshot, crates, lockfile }: CommandsQuery): Found<Commands> {
  const { directory, root } = crates;
  const { value: target, warnings } = foreignTarget(snapshot, directory);
  const queries = checkedQueries(snapshot, crates);
  const prefix = queries ? 'SQLX_OFFLINE=true ' : '';
  const base = [root.evidence([isMapping(root.at(['workspace'])) ? 'workspace' : 'package'])];
  const because = [...base, ...(queries ? [queries] : []), ...(target ? [target.because] : [])];
  const command = (run: string, ...more: Evidence[]): Command => ({ run, directory, because: [...because, ...more] });
  const what = `${scope(crates)}${lockfile === null ? '' : ' --locked'}`;
  const tests = target === null ? findTests(snapshot, crates) : null;
  const nextest = joinPath(directory, '.config/nextest.toml') ?? '';
  const runner = snapshot.has(nextest) ? [snapshot.evidence(nextest, 1)] : [];
  const test = `${prefix}cargo ${runner.length > 0 ? 'nextest run' : 'test'}${what}`;
  const targets = target === null ? ' --all-targets' : '';
  return {
    value: {
      install:
        lockfile === null
          ? []
          : [{ run: 'cargo fetch --locked', directory, because: [snapshot.evidence(lockfile, 1)] }],
      lint: [
        { check: 'format', run: 'cargo fmt --all --check', directory, because: base },
        {
          check: 'lint',
          ...command(
            `${prefix}cargo clippy${scope(crates)}${targets}${lockfile === null ? '' : ' --locked'} -- -D warnings`,
          ),
        },
        ...audit(snapshot, directory),
      ],
      test: tests ? [command(test, tests, ...runner)] : [],
      build: [command(`${prefix}cargo build${scope(crates)} --release${lockfile === null ? '' : ' --locked'}`)],
    },
    warnings,
  };
}

/** All members, unless the workspace itself says which are meant. */
function scope({ root }: Crates): string {
  const isWorkspace = isMapping(root.at(['workspace']));
  return isWorkspace && root.at(['workspace', 'default-members']) === undefined ? ' --workspace' : '';
}

/** sqlx checks queries against a live database, unless it is told that their checked copies are in the repository. */
function checkedQueries(snapshot: Snapshot, { directory, packages, root }: Crates): Evidence | null {
  const usesSqlx = [root, ...packages].flatMap(dependenciesOf).some(({ name }) => name === 'sqlx');
  const file = snapshot.paths.find(
    (path) => isWithin(directory, path) && /(?:^|\/)(?:\.sqlx\/[^/]+\.json|sqlx-data\.json)$/.test(path),
  );
  return usesSqlx && file !== undefined ? snapshot.evidence(file, 1) : null;
}

function audit(snapshot: Snapshot, directory: string): LintCommand[] {
  const files = ['deny.toml', '.deny.toml', '.cargo/deny.toml'].map((name) => joinPath(directory, name) ?? name);
  const file = files.find((path) => snapshot.has(path));
  const because = file === undefined ? [] : [snapshot.evidence(file, 1)];
  return because.length > 0 ? [{ check: 'audit', run: 'cargo deny check', directory, because }] : [];
}
