// Measures whole processes beside a floor and beside peers, and writes docs/benchmarks.md.
//
//   node scripts/bench/run.ts [--mirrors DIR] [--runs N] [--files N] [--services N,N,N] [--output FILE]
//
// DIR holds bare clones at <owner>+<name>/repo; without it, made-up repositories stand in for the real ones.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { VERSION } from '../../src/domain/version.ts';
import { commented } from './comment.ts';
import { loaded } from './loaded.ts';
import { type Command, measure } from './measure.ts';
import { replacePart } from './parts.ts';
import { toolsOf } from './peers.ts';
import { grown, profiled } from './profiles.ts';
import { type Generated, type Machine, renderBenchmarks, type Validated } from './report.ts';
import {
  type Commits,
  GENERATED,
  LARGE,
  madeRepositories,
  PROFILED,
  type Repository,
  realRepositories,
  SYSTEMS,
} from './repositories.ts';
import { workflowOfExample, writeWorkflows } from './workflows.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.js');

const { values } = parseArgs({
  options: {
    mirrors: { type: 'string', default: process.env.MIRRORS ?? '' },
    runs: { type: 'string', default: '9' },
    files: { type: 'string', default: '1000' },
    services: { type: 'string', default: '10,100,1000' },
    output: { type: 'string', default: join(root, 'docs/benchmarks.md') },
  },
});
const [runs, fileCount] = [Number(values.runs), Number(values.files)];
const areReal = values.mirrors !== '';

const place = mkdtempSync(join(tmpdir(), 'agent-generate-bench-'));
try {
  const repositories = areReal ? real(GENERATED) : madeRepositories(place);
  if (repositories.length === 0)
    throw new Error(`${values.mirrors} holds none of ${Object.keys(GENERATED).join(', ')}.`);
  const page = renderBenchmarks({
    machine: machine(),
    runs,
    areReal,
    start: startUp(),
    loaded: await loaded(join(root, 'examples/shop'), place),
    generated: repositories.map(generated),
    systems: (areReal ? real(SYSTEMS) : []).map(generated),
    commented: await commented(repositories, runs, place),
    profiled: profiled(areReal ? real(PROFILED) : repositories, runs),
    large: profiled(areReal ? real(LARGE) : [], runs),
    grown: grown(place, values.services.split(',').map(Number), Math.ceil(runs / 3)),
    validated: validated(),
  });
  const before = existsSync(values.output) ? readFileSync(values.output, 'utf8') : '';
  writeFileSync(values.output, replacePart(before, 'bench', page));
  process.stdout.write(page);
} finally {
  rmSync(place, { recursive: true, force: true });
}

function real(commits: Commits): Repository[] {
  return realRepositories(values.mirrors, mkdtempSync(join(place, 'real-')), commits);
}

function machine(): Machine {
  return {
    cores: availableParallelism(),
    model: cpus()[0]?.model.trim() ?? 'unknown',
    gigabytes: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? 0,
    node: process.versions.node,
    git: execFileSync('git', ['--version'], { encoding: 'utf8' }).trim().replace('git version ', ''),
  };
}

/** Short ones are run more often: they vary more. */
function startUp() {
  const empty = join(place, 'empty.mjs');
  writeFileSync(empty, '');
  return measure({ bare: node(empty), version: node(cli, '--version'), help: node(cli, '--help') }, runs * 2);
}

function generated({ name, directory, files, commit }: Repository): Generated {
  const output = join(place, 'output', name);
  const measured = measure(
    {
      floor: node(join(root, 'scripts/bench/floor.mjs'), directory),
      ours: node(cli, 'generate', '--repository', directory, '--output', output),
    },
    runs,
  );
  return { name, files, commit, ...measured };
}

function validated(): Validated[] {
  const workflow = workflowOfExample(place);
  const tools = toolsOf(VERSION);
  return [1, fileCount].map((count) => {
    const directory = join(place, `workflows-${count}`);
    const files = writeWorkflows(directory, workflow, count);
    const commands = Object.fromEntries(tools.map((tool) => [tool.name, tool.command(directory, files)]));
    const measured = measure(commands, count === 1 ? runs : Math.ceil(runs / 2));
    return { count, lines: workflow.split('\n').length - 1, tools, measured };
  });
}

function node(...args: readonly string[]): Command {
  return { program: process.execPath, args };
}
