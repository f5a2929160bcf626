import type { Evidence } from '../../../domain/evidence.ts';
import { isTestOf } from '../../harvest/before/settings.ts';
import { callsIn } from '../../harvest/calls.ts';
import { recipeCallsIn } from '../../harvest/recipe-calls.ts';
import { checkRuns } from '../../harvest/runner-calls.ts';
import type { Snapshot } from '../../snapshot.ts';
import { systemStep } from '../../system-tests.ts';

/** Flags with which tests are run, each with a space before it, and the lines that show them. */
export interface TestFlags {
  readonly words: string;
  readonly because: readonly Evidence[];
}

/**
 * Flags with which the repository itself runs all tests of a module: in its pipelines, else in its tasks. Those for tests of a running system
 * are none, and the race detector is none without C. (go.dev/doc/articles/race_detector, "Requirements")
 */
export function testFlags(snapshot: Snapshot, directory: string): TestFlags {
  const inTasks = checkRuns(snapshot).flatMap((calls) => calls.filter((call) => call.directory === directory));
  const calls = [...callsIn(snapshot, directory), ...recipeCallsIn(snapshot, directory), ...inTasks];
  const found = calls.flatMap(({ run, because }) => {
    const flags = flagsOf(run);
    return flags === null ? [] : [{ flags, because }];
  });
  const chosen = found.find(({ flags }) => !flags.some(({ isSystem }) => isSystem)) ?? found[0];
  const isPure = calls.some(({ run, environment }) => isTestOf('go', run) && environment.get('CGO_ENABLED') === '0');
  const kept = chosen?.flags.flatMap(({ word }) => (word === null || (isPure && word.includes('race')) ? [] : [word]));
  if (!chosen || !kept || kept.length === 0) return { words: '', because: [] };
  return { words: kept.map((word) => ` ${word}`).join(''), because: chosen.because };
}

/** The tags by which the tests choose files of a module, for whatever else compiles all of it, but where the repository does that without any. */
export function buildTags(snapshot: Snapshot, directory: string): TestFlags {
  const { words, because } = testFlags(snapshot, directory);
  const [tags = ''] = / --?tags[= ]\S+/.exec(words) ?? [];
  const isPlain = [...callsIn(snapshot, directory), ...recipeCallsIn(snapshot, directory)].some(({ run }) =>
    /^go (?:build|install|vet)(?!.*(?: --?tags\b|@))/.test(run),
  );
  return tags === '' || isPlain ? { words: '', because: [] } : { words: tags, because };
}

/** All tests by Go itself, or by what prints its output otherwise, in plain words. */
const CALL = /^(?:go test|gotestsum(?: --?[\w=./-]{1,60}){0,8} --)((?: [\w./:,=+-]{1,200}){1,20})$/;

/** A flag as it is written; null where it makes no difference here. */
interface Flag {
  readonly word: string | null;
  readonly isSystem: boolean;
}

/** The flags of a call that runs all tests; null for any other call. */
function flagsOf(run: string): Flag[] | null {
  const words = CALL.exec(run)?.[1]?.trim().split(' ') ?? [];
  const flags: Flag[] = [];
  let isWhole = false;
  for (let at = 0; at < words.length; at += 1) {
    const [, name, value] = /^--?([a-z]{1,20})(?:=(.*))?$/.exec(words[at] ?? '') ?? [];
    if (name === undefined ? words[at] !== './...' : CHOOSES.has(name)) return null;
    isWhole ||= name === undefined;
    if (name === undefined) continue;
    const isApart = value === undefined && !ALONE.has(name);
    const written = words.slice(at, isApart ? at + 2 : at + 1).join(' ');
    flags.push(flagOf(name, written, value ?? (isApart ? (words[at + 1] ?? '') : '')));
    if (isApart) at += 1;
  }
  return isWhole ? flags : null;
}

/** By these not all is tested, or something else is done. (go help testflag; go help build) */
const CHOOSES = new Set(['run', 'skip', 'bench', 'fuzz', 'list', 'exec', 'c', 'o', 'args', 'n', 'toolexec']);

/** Flags without a value of their own. */
const ALONE = new Set(
  'a asan benchmem cover failfast fullpath i json linkshared modcacherw msan race short trimpath v work x'.split(' '),
);

/** What changes how tests are built and run; the others only tell more of it, or sooner. */
const CARRIED = new Set('asan count cpu mod msan p parallel race short shuffle tags timeout vet'.split(' '));

function flagOf(name: string, written: string, value: string): Flag {
  const isSystem = name === 'tags' && value.split(',').some((tag) => systemStep(tag) !== null);
  return { word: CARRIED.has(name) && !isSystem ? written : null, isSystem };
}
