import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JOB_TOKEN, OWNER, startGitHub } from '../../rigs/github/github.ts';
import { type Measurement, summarise, timeOnce } from './measure.ts';
import type { Repository } from './repositories.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const NAME = 'bench';

export interface Commented {
  readonly name: string;
  readonly floor: Measurement;
  /** From the start of the step to the comment's being asked for. */
  readonly posted: Measurement;
  /** Requests of one run. */
  readonly requests: number;
}

/** The action itself in a pull request of each repository, against emulate on loopback, beside the floor; each run posts a comment of its own. */
export async function commented(
  repositories: readonly Repository[],
  runs: number,
  place: string,
): Promise<Commented[]> {
  await using rig = await startGitHub({ repositories: [NAME], contract: false });
  const rows: Commented[] = [];
  for (const repository of repositories) {
    const heads = commitChange(repository.directory);
    const floors: { milliseconds: number; kilobytes: number | null; exitCode: number }[] = [];
    const posted: typeof floors = [];
    let requests = 0;
    for (let round = 0; round <= runs; round += 1) {
      floors.push(
        timeOnce({ program: process.execPath, args: [join(root, 'scripts/bench/floor.mjs'), repository.directory] }),
      );
      const { number } = (await rig.call('POST', `/repos/${OWNER}/${NAME}/issues`, { title: 'A change' })) as {
        number: number;
      };
      using _ = rig.fault({
        method: 'GET',
        path: new RegExp(`/pulls/${number}$`),
        answer: (__, response) => {
          response.setHeader('content-type', 'application/json').end(JSON.stringify(pullRequest(number, heads)));
        },
      });
      const before = rig.requests.length;
      const started = performance.now();
      const exitCode = await runAction({ place, directory: repository.directory, number, heads, apiUrl: rig.url });
      const own = rig.requests.slice(before);
      const at = own.find((it) => it.method === 'POST' && it.path.includes('/comments'));
      if (!at) throw new Error(`${repository.name}: no comment was posted (exit code ${exitCode})`);
      requests = own.length;
      posted.push({ milliseconds: at.at - started, kilobytes: null, exitCode });
    }
    rows.push({
      name: repository.name,
      floor: summarise(floors.slice(1)),
      posted: summarise(posted.slice(1)),
      requests,
    });
  }
  return rows;
}

interface Heads {
  readonly base: string;
  readonly head: string;
}

function commitChange(directory: string): Heads {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.com', ...args], {
      cwd: directory,
      encoding: 'utf8',
    }).trim();
  const base = git('rev-parse', 'HEAD');
  writeFileSync(join(directory, 'CHANGED.md'), 'A change.\n');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A change');
  return { base, head: git('rev-parse', 'HEAD') };
}

function pullRequest(number: number, { base, head }: Heads) {
  const repo = { name: NAME, full_name: `${OWNER}/${NAME}`, owner: { login: OWNER, type: 'User' } };
  const user = { login: 'octocat', type: 'User' };
  return {
    number,
    state: 'open',
    draft: false,
    labels: [],
    user,
    changed_files: 1,
    base: { ref: 'main', sha: base, repo },
    head: { ref: 'change', sha: head, repo },
  };
}

interface ActionRun {
  readonly place: string;
  readonly directory: string;
  readonly number: number;
  readonly heads: Heads;
  readonly apiUrl: string;
}

async function runAction({ place, directory, number, heads, apiUrl }: ActionRun): Promise<number> {
  const folder = join(place, 'runner', String(number));
  mkdirSync(folder, { recursive: true });
  const event = join(folder, 'event.json');
  const repository = { name: NAME, full_name: `${OWNER}/${NAME}`, owner: { login: OWNER }, default_branch: 'main' };
  writeFileSync(
    event,
    JSON.stringify({ action: 'opened', number, pull_request: pullRequest(number, heads), repository }),
  );
  const files = { GITHUB_OUTPUT: join(folder, 'output'), GITHUB_STEP_SUMMARY: join(folder, 'summary') };
  for (const file of Object.values(files)) writeFileSync(file, '');
  const child = spawn(process.execPath, [join(root, 'dist/action.js')], {
    stdio: 'ignore',
    env: {
      ...files,
      PATH: process.env.PATH,
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: apiUrl,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: event,
      GITHUB_REF: `refs/pull/${number}/merge`,
      GITHUB_REPOSITORY: `${OWNER}/${NAME}`,
      GITHUB_RUN_ID: String(number),
      GITHUB_WORKSPACE: directory,
      'INPUT_GITHUB-TOKEN': JOB_TOKEN,
    },
  });
  const [code] = await once(child, 'exit');
  // What it wrote into the workspace must not be there for the next run.
  execFileSync('git', ['clean', '-qfd'], { cwd: directory });
  execFileSync('git', ['checkout', '-q', '.'], { cwd: directory });
  return Number(code ?? -1);
}
