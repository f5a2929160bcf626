// Generates the pipelines of real repositories, runs their jobs on this machine, and runs the repositories' own commands beside them.
//
//   node scripts/bench-run/run.ts --mirrors DIR [--repositories "owner/name …"] [--minutes N] [--repository-minutes N] [--cache DIR] [--results FILE] [--page FILE]
//
// DIR holds bare clones at <owner>+<name>/repo. A repository's result replaces its earlier one in FILE, docs/bench-run.json; from all of
// them its part of docs/benchmarks.md is written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { replacePart } from '../bench/parts.ts';
import { measureRepository } from './measure.ts';
import { renderRuns } from './page.ts';
import { REPOSITORIES } from './repositories.ts';
import { type RepositoryResult, Results } from './result.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const { values } = parseArgs({
  options: {
    mirrors: { type: 'string', default: process.env.MIRRORS ?? '' },
    repositories: { type: 'string', default: process.env.REPOS ?? '' },
    minutes: { type: 'string', default: '10' },
    'repository-minutes': { type: 'string', default: '240' },
    cache: { type: 'string', default: join(tmpdir(), 'agent-generate-bench-run') },
    results: { type: 'string', default: join(root, 'docs/bench-run.json') },
    page: { type: 'string', default: join(root, 'docs/benchmarks.md') },
  },
});

if (values.mirrors === '') {
  console.error('USAGE: name the folder of clones: make bench-run MIRRORS=dir [REPOS="owner/name …"]');
  process.exitCode = 2;
} else {
  const named = values.repositories.split(/\s+/).filter((name) => name !== '');
  for (const name of named.length > 0 ? named : REPOSITORIES) {
    console.log(name);
    const note = (line: string) => console.log(`  ${line}`);
    const minutes = Number(values.minutes);
    const repositoryMinutes = Number(values['repository-minutes']);
    const places = { mirrors: resolve(values.mirrors), cache: resolve(values.cache) };
    keep(await measureRepository({ name, ...places, minutes, repositoryMinutes, note }));
  }
}

function keep(result: RepositoryResult): void {
  const before = existsSync(values.results) ? Results.parse(JSON.parse(readFileSync(values.results, 'utf8'))) : [];
  const others = before.filter(({ name }) => name !== result.name);
  // Parsed, so that every row has its fields in the same order.
  const results = Results.parse([...others, result]).sort((a, b) => placeOf(a.name) - placeOf(b.name));
  writeFileSync(values.results, `${JSON.stringify(results, null, 2)}\n`);
  const page = existsSync(values.page) ? readFileSync(values.page, 'utf8') : '';
  writeFileSync(values.page, replacePart(page, 'bench-run', renderRuns(results)));
}

/** Those of the target first, in its order; others as they came. */
function placeOf(name: string): number {
  const index = REPOSITORIES.indexOf(name);
  return index < 0 ? REPOSITORIES.length : index;
}
