import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { actionlint } from '../../rigs/oracles/actionlint.ts';
import { lineOf } from '../../rigs/oracles/program.ts';
import { zizmor } from '../../rigs/oracles/zizmor.ts';
import { checkoutOf } from './checkout.ts';

/** What came of one repository. */
export interface Check {
  /** Files that the mirror does not have. */
  readonly absent: number;
  readonly units: number;
  readonly services: number;
  /** Images without a known digest: the one finding that otherwise clean output may have. */
  readonly undigested: number;
  /** Of the first run, with the start of the process. */
  readonly seconds: number;
  /** Empty where everything holds. */
  readonly faults: readonly string[];
  /** The workflow, where there is one. */
  readonly workflow: string | undefined;
}

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const WORKFLOW = '.github/workflows/generated.yml';

/** Two persons who have nothing in common: their folder, home, time zone and language. */
const PERSONS = [
  { folder: 'checkout', TZ: 'UTC', LC_ALL: 'C' },
  { folder: 'a nother place', TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
] as const;

const Profile = z.object({ units: z.array(z.unknown()), services: z.array(z.unknown()) });
const Answer = z.object({ report: z.object({ findings: z.array(z.object({ rule: z.string() })) }) });

/**
 * Generates a repository's pipeline twice, as two persons would, and has other people's programs judge it.
 * @param mirror a git directory, bare or not
 * @param place an empty folder for what is made on the way
 */
export function checkRepository(mirror: string, place: string): Check {
  const absent = checkoutOf(mirror, join(place, PERSONS[0].folder));
  const runs = PERSONS.map((person, index) => {
    const before = PERSONS[index - 1];
    if (before) renameSync(join(place, before.folder), join(place, person.folder));
    return generateAs(person, place);
  });
  const [first, second] = runs;
  if (first === undefined || second === undefined) throw new Error('There must be two persons.');
  const failed = [...new Set(runs.flatMap(({ fault }) => fault ?? []))];
  if (failed.length > 0) return { ...EMPTY, absent, seconds: first.seconds, faults: failed };
  const profile = Profile.parse(JSON.parse(cliAs(PERSONS[1], place, ['profile', '--json']).stdout));
  const judged = first.files.has(WORKFLOW) ? judge(join(first.output, WORKFLOW), first.undigested) : [];
  return {
    absent,
    units: profile.units.length,
    services: profile.services.length,
    undigested: first.undigested,
    seconds: first.seconds,
    workflow: first.files.get(WORKFLOW),
    faults: [...differences(first.files, second.files), ...judged],
  };
}

const EMPTY = { units: 0, services: 0, undigested: 0, workflow: undefined };

type Person = (typeof PERSONS)[number];

interface Generated {
  readonly output: string;
  readonly files: ReadonlyMap<string, string>;
  readonly undigested: number;
  readonly seconds: number;
  readonly fault?: string;
}

function generateAs(person: Person, place: string): Generated {
  const output = join(place, `output of ${person.folder}`);
  const start = performance.now();
  const { status, stdout, stderr } = cliAs(person, place, ['generate', '--json', '--output', output]);
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) {
    const said = stderr.trim() || rulesOf(stdout);
    return { output, files: new Map(), undigested: 0, seconds, fault: `generate exits with ${status}: ${said}` };
  }
  const { report } = Answer.parse(JSON.parse(stdout));
  const undigested = report.findings.filter(({ rule }) => rule === 'unpinned-image').length;
  return { output, files: filesIn(output), undigested, seconds };
}

function rulesOf(stdout: string): string {
  const answer = stdout.startsWith('{') ? Answer.safeParse(JSON.parse(stdout)).data : undefined;
  return answer?.report.findings.map(({ rule }) => rule).join(', ') ?? stdout.slice(0, 500);
}

function cliAs({ folder, TZ, LC_ALL }: Person, place: string, [command = '', ...args]: readonly string[]) {
  const HOME = join(place, `home of ${folder}`);
  mkdirSync(HOME, { recursive: true });
  return spawnSync(process.execPath, [CLI, command, '--repository', join(place, folder), ...args], {
    cwd: HOME,
    env: { PATH: process.env.PATH, HOME, TZ, LC_ALL },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
}

/** None where there is nothing to propose. */
function filesIn(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

function differences(first: ReadonlyMap<string, string>, second: ReadonlyMap<string, string>): readonly string[] {
  const names = [...new Set([...first.keys(), ...second.keys()])];
  return names
    .filter((name) => first.get(name) !== second.get(name))
    .map((name) => `${name} differs between two persons`);
}

/** zizmor must know of the same undigested images as our own report, and of nothing else. */
function judge(workflow: string, undigested: number): readonly string[] {
  const found = zizmor([workflow]);
  const images = found.filter(({ rule }) => rule === 'unpinned-images').length;
  const others = [...actionlint([workflow]), ...found.filter(({ rule }) => rule !== 'unpinned-images')];
  const disagreed = images === undigested ? [] : [`zizmor sees ${images} undigested images, our report ${undigested}`];
  return [...others.map((finding) => lineOf({ ...finding, file: WORKFLOW })), ...disagreed];
}
