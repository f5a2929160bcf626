import { spawnSync } from 'node:child_process';

/** One whole process, run several times. */
export interface Measurement {
  /** Median of wall-clock time. */
  readonly milliseconds: number;
  readonly least: number;
  readonly most: number;
  /** Wall-clock time of each run, in the order in which they were made. */
  readonly times: readonly number[];
  /** Largest resident set of any run, or null where GNU time is not there. */
  readonly megabytes: number | null;
  readonly exitCode: number;
}

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly directory?: string;
}

/**
 * Runs the commands in turn, A B C A B C …, so that a drift of the machine's speed falls on all of them alike; the first round warms
 * caches and is not counted. A command that cannot be started throws.
 */
export function measure<K extends string>(
  commands: Readonly<Record<K, Command>>,
  runs: number,
): Record<K, Measurement> {
  const names = Object.keys(commands) as K[];
  const rounds = Array.from({ length: runs + 1 }, () => names.map((name) => timeOnce(commands[name])));
  const rows = names.map(
    (name, index) => [name, summarise(rounds.slice(1).flatMap((round) => round[index] ?? []))] as const,
  );
  return Object.fromEntries(rows) as Record<K, Measurement>;
}

/** How many times as long `it` takes as `other`: the median over the rounds, in each of which both ran one after the other. */
export function ratio(it: Measurement, other: Measurement): number {
  return median(it.times.map((time, round) => time / (other.times[round] ?? Number.NaN)));
}

export interface Run {
  readonly milliseconds: number;
  readonly kilobytes: number | null;
  readonly exitCode: number;
}

const TIME = '/usr/bin/time';
const hasTime = spawnSync(TIME, ['-f', '%M', 'true']).status === 0;

/** One run to its end. Throws where it could not be started, or a signal ended it: that is no measurement. */
export function timeOnce({ program, args, directory }: Command): Run {
  const [first, rest] = hasTime ? [TIME, ['-f', '%M', program, ...args]] : [program, args];
  const started = performance.now();
  const { status, signal, stderr, error } = spawnSync(first, [...rest], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const milliseconds = performance.now() - started;
  if (signal !== null) throw new Error(`${program} was ended by ${signal}, so its time says nothing.`);
  if (error || status === 127) throw new Error(`${program} could not be run: ${error?.message ?? stderr}`);
  const memory = hasTime ? Number(stderr.trim().split('\n').at(-1)) : Number.NaN;
  return { milliseconds, kilobytes: Number.isFinite(memory) ? memory : null, exitCode: status ?? -1 };
}

/** The runs of one thing, which is at least one. */
export function summarise(runs: readonly Run[]): Measurement {
  const times = runs.map((run) => run.milliseconds);
  const sizes = runs.flatMap((run) => run.kilobytes ?? []);
  return {
    milliseconds: median(times),
    least: Math.min(...times),
    most: Math.max(...times),
    times,
    megabytes: sizes.length > 0 ? Math.max(...sizes) / 1024 : null,
    exitCode: Math.max(...runs.map((run) => run.exitCode)),
  };
}

/** The one in the middle; of none, not a number. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
