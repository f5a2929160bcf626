import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What stands at a path: text, bytes, a link, or an executable. */
export type Content = string | Uint8Array | { readonly link: string } | { readonly executable: string };

export interface TemporaryRepository extends AsyncDisposable {
  readonly path: string;
  git(...args: readonly string[]): string;
  write(files: Readonly<Record<string, Content>>): void;
  /** Commits everything; gives the commit's id. */
  commit(message?: string): string;
}

/** An empty folder that is gone when the test ends. */
export function temporaryDirectory(): { readonly path: string } & Disposable {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'agent-generate-')));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** A real repository with one commit of `files` on `main`; none where there are no files. */
export function temporaryRepository(files: Readonly<Record<string, Content>> = {}): TemporaryRepository {
  const directory = temporaryDirectory();
  const { path } = directory;
  const repository: TemporaryRepository = {
    path,
    git: (...args) => gitIn(path, args),
    write: (contents) => writeAll(path, contents),
    commit: (message = 'A change') => {
      gitIn(path, ['add', '--all']);
      gitIn(path, ['commit', '--quiet', '--allow-empty', '--message', message]);
      return gitIn(path, ['rev-parse', 'HEAD']).trim();
    },
    [Symbol.asyncDispose]: async () => directory[Symbol.dispose](),
  };
  gitIn(path, ['init', '--quiet', '--initial-branch=main']);
  repository.write(files);
  if (Object.keys(files).length > 0) repository.commit('The start');
  return repository;
}

/** Writes files below `root`, with the folders that they need. */
export function writeAll(root: string, files: Readonly<Record<string, Content>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(root, name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'string' || content instanceof Uint8Array) writeFileSync(path, content);
    else if ('link' in content) symlinkSync(content.link, path);
    else {
      writeFileSync(path, content.executable);
      chmodSync(path, 0o755);
    }
  }
}

/** The person's own configuration must not reach a test. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_ALLOW_PROTOCOL: 'file',
};

function gitIn(path: string, args: readonly string[]): string {
  return execFileSync('git', [...args], {
    cwd: path,
    env: ENVIRONMENT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
