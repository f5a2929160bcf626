import type { Evidence } from '../../../domain/evidence.ts';
import { firstOfEach } from '../../../domain/grouped.ts';
import type { Command, Commands, ToolVersion } from '../../../domain/profile.ts';
import { type AutomationLine, firstCall } from '../../ci/automation.ts';
import { isMapping } from '../../formats/manifest.ts';
import { callsIn } from '../../harvest/calls.ts';
import { joinPath } from '../../paths.ts';
import type { Found, Snapshot } from '../../snapshot.ts';
import { audits } from './audit.ts';
import { lintsOf, targetsOf } from './clippy.ts';
import { dependenciesOf } from './dependencies.ts';
import { formatOf } from './format.ts';
import { checkedQueries } from './queries.ts';
import { alwaysSelected, CLIPPY, profileOf, selection, TESTS, wholeCalls } from './selection.ts';
import { configuredTargets, type ForeignTarget, foreignTarget } from './target.ts';
import { findTests } from './tests.ts';
import type { Crates } from './workspace.ts';

export interface CommandsQuery {
  readonly snapshot: Snapshot;
  readonly crates: Crates;
  readonly lockfile: string | null;
  readonly version: ToolVersion | null;
  /** What the repository's own pipelines, task runners and scripts start. */
  readonly automation: readonly AutomationLine[];
}

/** Cargo's own commands, as its book and detection.md (row "Rust") have them for continuous integration. */
export function commandsOf({ snapshot, crates, lockfile, version, automation }: CommandsQuery): Found<Commands> {
  const { directory, root } = crates;
  const { value: target, warnings } = foreignTarget(snapshot, directory);
  const dependencies = [root, ...crates.packages].flatMap(dependenciesOf);
  const queries = checkedQueries(snapshot, { directory, dependencies });
  const prefix = queries ? 'SQLX_OFFLINE=true ' : '';
  const base = [root.evidence([isMapping(root.at(['workspace'])) ? 'workspace' : 'package'])];
  const format = formatOf({ snapshot, directory, version, because: base });
  const scope = scopeOf(snapshot, crates, automation);
  const because = [...base, ...scope.because, ...(queries ? [queries] : []), ...(target ? [target.because] : [])];
  const command = (run: string, ...more: Evidence[]): Command => ({
    run,
    directory,
    because: distinct([...because, ...more]),
  });
  const what = `${membersIn(snapshot, crates, scope.flag, TESTS)}${lockfile === null ? '' : ' --locked'}`;
  const tests = target === null ? findTests(snapshot, crates) : null;
  const tested = selection(snapshot, crates, TESTS);
  const runner = runnerOf(snapshot, directory);
  const test = `${prefix}cargo ${runner.length > 0 ? 'nextest run' : 'test'}${what}${tested.flags}`;
  const targets = target === null ? targetsOf(snapshot, crates) : target.flag;
  const lints = lintsOf(snapshot, crates, automation);
  const linted = alwaysSelected(snapshot, crates, selection(snapshot, crates, CLIPPY));
  const built = target === null ? alwaysSelected(snapshot, crates) : null;
  const clippy = `${prefix}cargo clippy${membersIn(snapshot, crates, scope.flag, CLIPPY)}${targets}${lockfile === null ? '' : ' --locked'}${linted.flags}`;
  return {
    value: {
      install: [...brought(snapshot, target, directory), ...fetched(snapshot, lockfile, directory)],
      lint: [
        ...format.value,
        { check: 'lint', ...command(`${clippy}${lints.words}`, ...lints.because, ...linted.because) },
        ...audits(snapshot, directory),
      ],
      test: tests ? [command(test, tests, ...runner, ...tested.because)] : [],
      build: [
        command(
          `${prefix}cargo build${scope.flag}${profileOf(snapshot, crates)}${lockfile === null ? '' : ' --locked'}${target?.flag ?? built?.flags ?? ''}`,
          ...(built?.because ?? []),
        ),
      ],
    },
    warnings: [...warnings, ...format.warnings],
  };
}

/** What Cargo's settings or a pipeline's own calls build for is no part of the toolchain. */
function brought(snapshot: Snapshot, target: ForeignTarget | null, directory: string): Command[] {
  const called = target !== null && target.flag !== '';
  const { names, because } = called
    ? { names: [target.name], because: target.because }
    : configuredTargets(snapshot, directory);
  return names.length === 0 ? [] : [{ run: `rustup target add ${names.join(' ')}`, directory, because: [because] }];
}

function fetched(snapshot: Snapshot, lockfile: string | null, directory: string): Command[] {
  return lockfile === null
    ? []
    : [{ run: 'cargo fetch --locked', directory, because: [snapshot.evidence(lockfile, 1)] }];
}

/** The lines by which nextest runs the tests: its settings, or the repository's own pipelines. Nothing where any of theirs run by Cargo alone. */
function runnerOf(snapshot: Snapshot, directory: string): readonly Evidence[] {
  const calls = callsIn(snapshot, directory).filter(
    ({ run }) => TESTS.test(run) && !/ --(?:doc|bench(?:es)?|examples?)(?=[ =]|$)/.test(run),
  );
  if (calls.some(({ run }) => !run.startsWith('cargo nextest '))) return [];
  const settings = joinPath(directory, '.config/nextest.toml') ?? '';
  return snapshot.has(settings) ? [snapshot.evidence(settings, 1)] : (calls[0]?.because ?? []);
}

/** Each line once. */
function distinct(because: readonly Evidence[]): Evidence[] {
  return firstOfEach(because, ({ file, line }) => `${file}\0${line}`);
}

/** All members, unless the workspace itself says which are meant and no pipeline runs anything for the others. */
function scopeOf(
  snapshot: Snapshot,
  { root }: Crates,
  automation: readonly AutomationLine[],
): { readonly flag: string; readonly because: readonly Evidence[] } {
  const isWorkspace = isMapping(root.at(['workspace']));
  const isChosen = isWorkspace && root.at(['workspace', 'default-members']) !== undefined;
  const whole = isChosen ? firstCall(snapshot, automation, WHOLE) : null;
  return { flag: isWorkspace && (!isChosen || whole) ? ' --workspace' : '', because: whole ? [whole.because] : [] };
}

/** A workspace without a package at its root is all of its members anyhow, and is called so where pipelines do. (doc.rust-lang.org/cargo, "Package Selection") */
function membersIn(snapshot: Snapshot, crates: Crates, flag: string, pattern: RegExp): string {
  if (flag === '' || crates.packages.includes(crates.root)) return flag;
  const calls = wholeCalls(snapshot, crates, pattern);
  return calls.length > 0 && !calls.some(({ run }) => MEMBERS.test(run)) ? '' : flag;
}

const MEMBERS = / --(?:workspace|all)(?= |$)/;

/** `cargo +1.91 clippy --tests --workspace`, whatever toolchain a workflow fills in. */
const WHOLE =
  /\bcargo (?:\+(?:\$\{\{[^{}]{0,100}\}\}|[^\s$]{1,80}) )?(?:build|check|clippy|test|nextest run) [^#|&;]{0,200}--(?:workspace|all)(?![\w-])/;
