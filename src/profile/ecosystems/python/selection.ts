import { callsIn, type PipelineCall } from '../../harvest/calls.ts';
import { shellWord } from '../../shell-word.ts';
import type { Snapshot } from '../../snapshot.ts';
import type { Invocation } from './invocation.ts';

/** Options that say which tests run, each with a value. */
const SELECTS = new Set(['-m', '-k', '--ignore', '--ignore-glob', '--deselect']);
/** Others that have a value behind them. */
const VALUED = new Set([
  ...['-p', '-c', '-o', '-W', '--tb', '--maxfail', '--durations', '--junitxml', '--junit-xml', '--rootdir'],
  ...['--cov-report', '--cov-config', '--timeout', '--log-level', '--color', '--basetemp'],
]);
/** Options of pytest-xdist that say how many tests run at the same time, with the values that mean the same everywhere. (pytest-xdist, "Distributing tests") */
const PARALLEL: ReadonlyMap<string, RegExp> = new Map([
  ...['-n', '--numprocesses'].map((name) => [name, /^(?:auto|logical|\d{1,3})$/] as const),
  ['--dist', /^(?:load|loadscope|loadfile|loadgroup|worksteal|no)$/],
]);
/** A word that needs no quotes. */
const PLAIN_WORD = /^[\w./:=,@%+-]+$/;
/** Options without any. */
const PLAIN =
  /^(?:-[vqxsl]{1,4}|-r[a-zA-Z]{1,8}|--(?:verbose|quiet|exitfirst|strict-markers|strict-config|no-header))$/;
/** Markers of what speaks to a running system. */
const SYSTEM = /^(?:integration|e2e|live|slow|system|acceptance|smoke)$/;

/**
 * Which tests the repository's own pipelines run in a folder by pytest: paths, what chooses among them, and with pytest-xdist how many at
 * the same time; what else they say is theirs. Where they run several parts, the one that leaves something out on purpose, since all of it would run that too. Null where that does not
 * come down to one way.
 */
export function selectedTests(
  snapshot: Snapshot,
  { directory, hasXdist }: { readonly directory: string; readonly hasXdist: boolean },
): Invocation | null {
  const calls = callsIn(snapshot, directory).flatMap((call) => {
    const words = selectionOf(call);
    const [because] = call.because;
    return words && because ? [{ words, parallel: hasXdist ? parallelOf(call) : [], because }] : [];
  });
  const ways = new Map(calls.map((call) => [call.words.join(' '), call]));
  const [first] = calls;
  const chosen = ways.size === 1 ? first : calls.every(({ words }) => words.length > 0) ? calls.find(leavesOut) : null;
  if (!chosen) return null;
  const words = [...chosen.words, ...chosen.parallel];
  return {
    args: words.map((word) => ` ${PLAIN_WORD.test(word) ? word : shellWord(word)}`).join(''),
    because: chosen.because,
  };
}

function leavesOut({ words }: { readonly words: readonly string[] }): boolean {
  return words.some((word) => /^--(?:ignore|deselect)|^not\b/.test(word));
}

/** The words that choose; null where it is no call of pytest, not all of it is understood, or it asks for a running system. */
function selectionOf({ words }: PipelineCall): string[] | null {
  const start = words.findIndex((word) => /^(?:py\.?test)$/.test(word));
  if (start < 0 || words.slice(0, start).some((word) => !/^(?:uv|poetry|pdm|pipenv|hatch|run|python3?|-m)$/.test(word)))
    return null;
  const given = words.slice(start + 1);
  const chosen: string[] = [];
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? '';
    const [name = ''] = word.split('=', 1);
    const hasValue = word.includes('=') && word.startsWith('-');
    const value = given[at + 1];
    if (!word.startsWith('-')) chosen.push(word);
    else if (SELECTS.has(name)) chosen.push(...(hasValue ? [word] : [word, value ?? '']));
    else if (
      !hasValue &&
      !VALUED.has(name) &&
      !PARALLEL.has(name) &&
      !PLAIN.test(word) &&
      value !== undefined &&
      !value.startsWith('-')
    )
      return null;
    if (!hasValue && (SELECTS.has(name) || VALUED.has(name) || PARALLEL.has(name))) at += 1;
  }
  return chosen.some((word) => SYSTEM.test(word)) ? null : chosen;
}

/** The words of a call that say how many tests run at the same time. */
function parallelOf({ words }: PipelineCall): string[] {
  return words.flatMap((word, at) => {
    const [name = '', joined] = word.split('=', 2);
    const value = joined ?? words[at + 1] ?? '';
    if (!PARALLEL.get(name)?.test(value)) return [];
    return joined === undefined ? [word, value] : [word];
  });
}
