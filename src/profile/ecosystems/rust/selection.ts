import type { Evidence } from '../../../domain/evidence.ts';
import { callsIn, type PipelineCall } from '../../harvest/calls.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Crates } from './workspace.ts';

export const TESTS = /^cargo (?:test|nextest run)(?=$| )/;
export const CLIPPY = /^cargo clippy(?=$| )/;

/** What pipelines leave out or take in: features, and members that cannot be built with the others. */
const FLAGS = /(?<= )(?:--all-features|--no-default-features|(?:--features|--exclude)[ =][\w,/-]{1,100})(?= |$)/g;

/** A part of the workspace, another target, or something that is no run of all of it. */
const PART = / (?:-p|--package|--manifest-path|--target|--doc|--lib|--bins?|--test|--example|--no-run)(?=$|[ =])/;

export interface Selection {
  /** With the space before them. */
  readonly flags: string;
  readonly because: readonly Evidence[];
}

/** Whether a call names members that it leaves out: that needs a workspace. */
const LEAVES_OUT = / --exclude[ =]/;

/** How the first call in the repository's own pipelines that is for the whole workspace chooses what it is for; cargo's own choice where none is. */
export function selection(snapshot: Snapshot, crates: Crates, pattern: RegExp): Selection {
  const { root } = crates;
  const isWorkspace = root.at(['workspace']) !== undefined && root.at(['workspace', 'default-members']) === undefined;
  const whole = wholeCalls(snapshot, crates, pattern);
  const [call] = whole.filter(({ run }) => isWorkspace || !LEAVES_OUT.test(run));
  // What a matrix varies is no choice for all of it.
  if (!call || whole.some((other) => other !== call && isSameLine(other, call))) return NONE;
  const [own = ''] = call.run.split(' -- ');
  const flags = [...own.matchAll(FLAGS)].map(([flag]) => ` ${flag}`).join('');
  return flags === '' ? NONE : { flags, because: call.because };
}

/** The calls of that kind in the repository's own pipelines that are for all of the crates. */
export function wholeCalls(snapshot: Snapshot, { directory }: Crates, pattern: RegExp): PipelineCall[] {
  return callsIn(snapshot, directory).filter(({ run }) => pattern.test(run) && !PART.test(run));
}

/** How a build is optimised: not at all where pipelines build all of the crates, and none of those builds is; else as what is shipped. (doc.rust-lang.org/cargo, "Profiles") */
export function profileOf(snapshot: Snapshot, crates: Crates): string {
  const calls = wholeCalls(snapshot, crates, /^cargo build(?=$| )/);
  return calls.length > 0 && !calls.some(({ run }) => / (?:-r|--release|--profile)(?=[ =]|$)/.test(run))
    ? ''
    : ' --release';
}

/** Any build of the crates. */
const BUILDS = /^cargo (?:build|check|clippy|run|test|nextest run)(?=$| )/;

/**
 * What a command chooses whose own choice (`own`) no pipeline shows: the features that the tests are built with, where pipelines build
 * nothing without naming some. A crate may have no build without.
 */
export function alwaysSelected(snapshot: Snapshot, crates: Crates, own: Selection = NONE): Selection {
  const calls = callsIn(snapshot, crates.directory).filter(({ run }) => BUILDS.test(run));
  if (own.flags !== '' || calls.length === 0 || !calls.every(({ run }) => FEATURES.test(run))) return own;
  const tested = selection(snapshot, crates, TESTS);
  return FEATURES.test(tested.flags) ? tested : own;
}

const FEATURES = / --(?:all-features|no-default-features|features)(?=$|[ =])/;

const NONE: Selection = { flags: '', because: [] };

function isSameLine(a: PipelineCall, b: PipelineCall): boolean {
  return a.because[0]?.file === b.because[0]?.file && a.because[0]?.line === b.because[0]?.line;
}
