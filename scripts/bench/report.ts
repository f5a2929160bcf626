import type { Commented } from './comment.ts';
import type { Loaded } from './loaded.ts';
import { type Measurement, ratio } from './measure.ts';
import type { Tool } from './peers.ts';
import type { Grown, Profiled } from './profiles.ts';
import { profileSections, profileTargets } from './report-profile.ts';
import { FIGURES, figures, span, table, yes } from './table.ts';

export interface Machine {
  readonly cores: number;
  readonly model: string;
  readonly gigabytes: number;
  /** What else was running: processes that wanted a core, on average over the minute before. */
  readonly load: number;
  readonly node: string;
  readonly git: string;
}

export interface Generated {
  readonly name: string;
  readonly files: number;
  readonly commit: string | null;
  readonly floor: Measurement;
  readonly ours: Measurement;
}

export interface Validated {
  readonly count: number;
  readonly lines: number;
  readonly tools: readonly Tool[];
  readonly measured: Readonly<Record<string, Measurement>>;
}

export interface Benchmarks {
  readonly machine: Machine;
  readonly runs: number;
  /** Whether the repositories are real ones. */
  readonly areReal: boolean;
  readonly start: Readonly<Record<'bare' | 'version' | 'help', Measurement>>;
  readonly loaded: readonly Loaded[];
  readonly generated: readonly Generated[];
  /** Systems of many services; none where no real ones are at hand. */
  readonly systems: readonly Generated[];
  readonly commented: readonly Commented[];
  readonly profiled: readonly Profiled[];
  /** Of them those that are large; none where no real ones are at hand. */
  readonly large: readonly Profiled[];
  readonly grown: readonly Grown[];
  readonly validated: readonly Validated[];
}

/** What is aimed at; a target that does not hold is said to. */
const TARGETS = { version: 1.6, generate: 5, megabytes: 300, comment: 8, systems: 8 };

/** docs/benchmarks.md. Its shape does not change with the figures. */
export function renderBenchmarks(it: Benchmarks): string {
  return `${[HEAD, how(it), machine(it), targets(it), start(it), loaded(it), generated(it), commented(it), ...profileSections(it), ...it.validated.map(validated), tools(it)].join('\n\n')}\n`;
}

const HEAD = `<!-- Made by \`make bench\` (scripts/bench/run.ts). All figures are of one run. -->
# Benchmarks

Whole processes, as a person starts them: from the start of the program to its end, with everything that it loads and writes.`;

function how({ runs, areReal }: Benchmarks): string {
  const repositories = areReal
    ? 'The repositories are checked out from bare clones (`make bench MIRRORS=<folder>`, laid out as `<owner>+<name>/repo`), each at the commit that is named.'
    : '**No real repositories were at hand** (`make bench MIRRORS=<folder of bare clones>` measures them): the example and made-up monorepos stand in for them, and the targets are not about these.';
  return `## How

- What is compared is run in turn, A B A B …, so that a machine that slows down does so for all. One round warms the caches of the disk and is not counted; then come ${runs} rounds (twice as many for the start, half as many for many files).
- Times are medians. A ratio is the median of the ratios of the rounds, not the ratio of two medians.
- Memory is the largest resident set of any one process, as the operating system counts it (GNU time), at its worst run.
- The **floor** is the least that any program of this kind must do: start Node, have git list the files, read every manifest once (scripts/bench/floor.mjs).
- \`generate\` is run with \`--output\`: detection, generation, every check of the result, and the files written to disk.
- ${repositories}`;
}

function machine({ machine: { cores, model, gigabytes, load, node, git } }: Benchmarks): string {
  return `## Machine

${cores} cores (${model}), ${gigabytes} GB of memory; Node ${node}, git ${git}. When it began, ${load.toFixed(1)} other processes wanted a core.`;
}

function targets(it: Benchmarks): string {
  const { start, generated: rows, commented: posts } = it;
  const { bare, version } = start;
  const comments = posts.map((it) => ratio(it.posted, it.floor));
  const posted = comments.filter((it) => it <= TARGETS.comment).length;
  const ratios = rows.map(({ ours, floor }) => ratio(ours, floor));
  const systems = it.systems.map(({ ours, floor }) => ratio(ours, floor));
  const megabytes = rows.map(({ ours }) => ours.megabytes ?? Number.NaN);
  const within = ratios.filter((it) => it <= TARGETS.generate).length;
  return `## Targets

${table(
  ['what', 'target', 'measured', 'holds'],
  [
    [
      '`--version`, beside bare node',
      `${TARGETS.version} ×`,
      `${ratio(version, bare).toFixed(2)} ×`,
      yes(ratio(version, bare) <= TARGETS.version),
    ],
    [
      '`generate`, beside the floor',
      `${TARGETS.generate} × on each`,
      `${span(ratios, 1)} ×`,
      `${yes(within === rows.length)} (${within} of ${rows.length})`,
    ],
    ...(systems.length === 0 ? [] : [systemsTarget(systems)]),
    [
      '`generate`, memory',
      `${TARGETS.megabytes} MB on each`,
      `${span(megabytes, 0)} MB`,
      yes(Math.max(...megabytes) <= TARGETS.megabytes),
    ],
    [
      'the comment, beside the floor',
      `${TARGETS.comment} × on each`,
      `${span(comments, 1)} ×`,
      `${yes(posted === comments.length)} (${posted} of ${comments.length})`,
    ],
    ...profileTargets(it),
  ],
)}`;
}

function systemsTarget(ratios: readonly number[]): readonly string[] {
  const within = ratios.filter((it) => it <= TARGETS.systems).length;
  return [
    '`generate` on systems of many services, beside the floor',
    `${TARGETS.systems} × on each`,
    `${span(ratios, 1)} ×`,
    `${yes(within === ratios.length)} (${within} of ${ratios.length})`,
  ];
}

function start({ start: { bare, version, help } }: Benchmarks): string {
  const row = (name: string, it: Measurement) => [name, ...figures(it), `${ratio(it, bare).toFixed(2)} ×`];
  return `## Start

${table(
  ['program', ...FIGURES, 'beside bare node'],
  [row('node, an empty module', bare), row('`--version`', version), row('`--help`', help)],
)}`;
}

function loaded({ loaded: rows }: Benchmarks): string {
  return `## What is loaded

Files of \`dist/\`, by the program and its threads, in examples/shop; where a provider is named, nobody listens at its address, so that its SDK is loaded and the answer is made without it.

${table(
  ['command', 'files', 'KB', 'SDK of a provider', 'exit'],
  rows.map(({ command, files, kilobytes, sdks, exitCode }) => [
    `\`${command}\``,
    String(files),
    kilobytes.toFixed(0),
    sdks.join(', ') || 'none',
    String(exitCode),
  ]),
)}`;
}

function generated({ generated: some, systems }: Benchmarks): string {
  const rows = [...some, ...systems];
  return `## \`generate\`

${table(
  ['repository', 'commit', 'files', 'floor, ms', ...FIGURES, 'beside the floor', 'exit'],
  rows.map(({ name, commit, files, floor, ours }) => [
    name,
    commit ?? '–',
    String(files),
    floor.milliseconds.toFixed(0),
    ...figures(ours),
    `${ratio(ours, floor).toFixed(1)} ×`,
    String(ours.exitCode),
  ]),
)}`;
}

function commented({ commented: rows }: Benchmarks): string {
  return `## The comment of a pull request

From the start of the action to its posting the comment, against emulate on loopback; the diff is at hand. What comes after it (artifact, summary, outputs) is not counted.

${table(
  ['repository', 'floor, ms', 'median, ms', 'least–most, ms', 'beside the floor', 'requests', 'exit'],
  rows.map(({ name, floor, posted, requests }) => [
    name,
    floor.milliseconds.toFixed(0),
    posted.milliseconds.toFixed(0),
    `${posted.least.toFixed(0)}–${posted.most.toFixed(0)}`,
    `${ratio(posted, floor).toFixed(1)} ×`,
    String(requests),
    String(posted.exitCode),
  ]),
)}`;
}

function validated({ count, lines, tools, measured }: Validated): string {
  const ours = measured[tools[0]?.name ?? ''];
  const rows = tools.flatMap(({ name }) => {
    const it = measured[name];
    return it && ours ? [[name, ...figures(it), `${ratio(it, ours).toFixed(2)} ×`, String(it.exitCode)]] : [];
  });
  return `## \`validate\`, ${count === 1 ? 'one file' : `${count} files`} of ${lines} lines

${table(['tool', ...FIGURES, 'beside ours', 'exit'], rows)}`;
}

function tools({ validated: rows }: Benchmarks): string {
  const codes = rows.flatMap(({ measured }) => Object.values(measured).map(({ exitCode }) => exitCode));
  const faults = codes.every((code) => code === 0)
    ? 'none of them finds a fault in it'
    : '**not all of them find it without a fault, or could be run**';
  return `## What the tools are asked

Each judges the same files: the workflow that is proposed for examples/shop, with other names, time limits and commands in every copy; ${faults}. None reads from the network, none starts another program. They do not do the same work:

${table(
  ['tool', 'version', 'command', 'judges'],
  (rows[0]?.tools ?? []).map(({ name, version, shown, judges }) => [name, version, `\`${shown}\``, judges]),
)}`;
}
