import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openCheckout } from '../../src/clients/checkout.ts';
import { deadlineFromNow } from '../../src/clients/deadline.ts';
import { readContext } from '../../src/context/context.ts';
import { comparedWithBase } from '../../src/deliver/github/capability-change.ts';
import { markerOf } from '../../src/deliver/github/marker.ts';
import type { GithubPage } from '../../src/deliver/github/page.ts';
import type { ModelInputs } from '../../src/domain/provider.ts';
import type { Wish } from '../../src/domain/wish.ts';
import { propose } from '../../src/entry/commands/proposal.ts';
import { judgeOf } from '../../src/entry/home.ts';

export type Files = Readonly<Record<string, string>>;

/** A pull request of a repository that is made for it. */
export interface Scene {
  readonly base: Files;
  /** What the pull request adds or changes. */
  readonly head: Files;
  /** Whether the base has the pipeline that is generated from it; a text is put in its place. */
  readonly existing?: (generated: string) => string;
  /** What the base has accepted since that pipeline was generated. */
  readonly accepted?: Files;
  /** What its author says in a comment. */
  readonly words?: readonly string[];
}

const GENERATED = '.github/workflows/generated.yml';

/** The page of a real run over the scene: its own repository, its own difference, judged by the built program. */
export async function pageOf(scene: Scene): Promise<GithubPage> {
  using repository = newRepository();
  repository.commit(scene.base);
  const { existing } = scene;
  if (existing) {
    const { changeSet } = (await runIn(repository.path, null)).proposal;
    repository.commit({ [GENERATED]: existing(changeSet.files[0]?.content ?? '') });
  }
  repository.commit(scene.accepted ?? {});
  repository.git('branch', 'base');
  repository.commit(scene.head);
  const outcome = await runIn(repository.path, 'base', (scene.words ?? []).map(wishOf));
  const before = (await outcome.context.baseTree?.read([GENERATED], 1_000_000))?.get(GENERATED);
  return {
    ...outcome,
    context: { ...outcome.context, base: outcome.context.base && { ...outcome.context.base, name: 'main' } },
    marker: markerOf('default'),
    ...comparedWithBase(
      outcome.proposal.changeSet,
      new Map(before?.kind === 'content' ? [[GENERATED, new TextDecoder().decode(before.bytes)]] : []),
    ),
    links: {
      run: { id: 4711, url: 'https://github.com/octo-org/shop/actions/runs/4711' },
      artifact: { name: 'agent-generate', url: 'https://github.com/octo-org/shop/actions/runs/4711/artifacts/1' },
      blob: `https://github.com/octo-org/shop/blob/${outcome.context.head?.commit}`,
    },
    notes: [],
  };
}

function wishOf(words: string, index: number): Wish {
  return {
    from: 'comment',
    words,
    by: 'octocat',
    url: `https://github.com/octo-org/shop/pull/7#issuecomment-${index + 1}`,
  };
}

async function runIn(directory: string, base: string | null, wishes: readonly Wish[] = []) {
  const deadline = deadlineFromNow(120_000);
  const home = new URL('../../dist/', import.meta.url);
  await using judge = judgeOf(home);
  const { git, trees } = openCheckout({ directory, environment: process.env, deadline });
  const context = await readContext({ git, trees, base, head: base === null ? null : 'HEAD' });
  return { context, ...(await propose({ wishes, model: NO_MODEL, host: null, home, context, judge, deadline })) };
}

const NO_MODEL: ModelInputs = { choice: { kind: 'none', note: null }, maxTokens: null, maxCostUsd: null };

/** The same commits each time, whoever makes the pictures. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Octo',
  GIT_AUTHOR_EMAIL: 'octo@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Octo',
  GIT_COMMITTER_EMAIL: 'octo@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};

function newRepository() {
  const path = mkdtempSync(join(tmpdir(), 'agent-generate-picture-'));
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...args], { cwd: path, stdio: 'pipe', env: ENVIRONMENT });
  git('init', '--quiet', '--initial-branch=main');
  return {
    path,
    git,
    commit: (files: Files) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'A change');
    },
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}
