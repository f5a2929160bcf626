// Has actionlint and zizmor judge GitHub's starter workflows and ours for the same repositories, and writes its part of docs/benchmarks.md.
//
//   node scripts/bench-starters/run.ts --mirrors DIR [--repositories "owner/name …"] [--page FILE]
//
// DIR holds bare clones at <owner>+<name>/repo, actions/starter-workflows among them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { actionlint } from '../../rigs/oracles/actionlint.ts';
import { zizmor } from '../../rigs/oracles/zizmor.ts';
import { replacePart } from '../bench/parts.ts';
import { type Repository, realRepositories } from '../bench/repositories.ts';
import { REPOSITORIES } from '../bench-run/repositories.ts';
import { type Compared, type Found, renderStarters } from './page.ts';
import { filledIn, templatesFor } from './starters.ts';

const STARTERS = 'actions/starter-workflows';
const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.js');

const { values } = parseArgs({
  options: {
    mirrors: { type: 'string', default: process.env.MIRRORS ?? '' },
    repositories: { type: 'string', default: process.env.REPOS ?? '' },
    page: { type: 'string', default: join(root, 'docs/benchmarks.md') },
  },
});

const place = mkdtempSync(join(tmpdir(), 'bench-starters-'));
try {
  const [starters] = realRepositories(values.mirrors, place, { [STARTERS]: 'HEAD' });
  if (starters === undefined)
    throw new Error(`${values.mirrors || 'no folder of clones (MIRRORS=dir)'} holds no ${STARTERS}.`);
  const named = values.repositories.split(/\s+/).filter((name) => name !== '');
  const commits = Object.fromEntries((named.length > 0 ? named : REPOSITORIES).map((name) => [name, 'HEAD']));
  const compared = realRepositories(values.mirrors, place, commits).map((repository) => compare(repository, starters));
  const page = existsSync(values.page) ? readFileSync(values.page, 'utf8') : '';
  const part = renderStarters(compared, starters.commit ?? '');
  writeFileSync(values.page, replacePart(page, 'bench-starters', part));
  console.log(part);
} finally {
  rmSync(place, { recursive: true, force: true });
}

function compare({ name, directory, commit }: Repository, starters: Repository): Compared {
  const Profile = z.object({
    units: z.array(z.object({ ecosystem: z.string(), manager: z.string().nullable() })),
    services: z.array(z.object({ image: z.object({ kind: z.string() }).nullable() })),
  });
  const { units, services } = Profile.parse(JSON.parse(ran('profile', '--repository', directory, '--json')));
  const templates = templatesFor(
    units,
    services.some(({ image }) => image?.kind === 'dockerfile'),
  );
  const theirs = join(directory, '..', 'starters');
  mkdirSync(theirs, { recursive: true });
  for (const template of templates)
    writeFileSync(
      join(theirs, template),
      filledIn(readFileSync(join(starters.directory, 'ci', template), 'utf8'), 'main'),
    );
  const output = join(directory, '..', 'generated');
  ran('generate', '--repository', directory, '--output', output);
  const found = { theirs: judged(theirs, templates), ours: judged(join(output, '.github/workflows')) };
  for (const folder of [theirs, output]) rmSync(folder, { recursive: true, force: true });
  return { name, commit: commit ?? '', ...found };
}

function judged(folder: string, names: readonly string[] = readdirSync(folder).sort()): Found {
  const files = names.map((name) => join(folder, name));
  return { workflows: names, actionlint: actionlint(files).length, zizmor: zizmor(files).length };
}

function ran(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${args[0]} ends with ${status}: ${stderr.trim()}`);
  return stdout;
}
