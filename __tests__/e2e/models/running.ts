import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Fallback, Rung } from '../../../src/domain/proposal.ts';
import type { Provider } from '../../../src/domain/provider.ts';
import type { Question } from '../../../src/domain/request.ts';
import type { Usage } from '../../../src/domain/usage.ts';
import { cli } from '../../fakes/built.ts';
import { WORDS } from './said.ts';

export const KEY = 'sk-that-nobody-may-see';

export interface Asked {
  readonly repository: string;
  readonly provider: Provider;
  readonly baseUrl: string;
  readonly seconds: number;
  readonly model?: string;
  readonly key?: string;
  readonly more?: readonly string[];
}

/** A run of the built command line, as whoever started it sees it. */
export interface ModelRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  /** What `--json` printed. */
  readonly document: {
    readonly source: Rung;
    readonly fallback: Fallback | null;
    readonly questions: readonly Question[];
    readonly files: readonly { readonly path: string }[];
    readonly report: { readonly verdict: string };
    readonly usage: Usage;
  };
}

/** Runs `generate`; servers of this process go on answering meanwhile. */
export async function generateWithModel(asked: Asked): Promise<ModelRun> {
  const { repository, provider, baseUrl, seconds, model = 'the-model', key = KEY, more = [] } = asked;
  const began = performance.now();
  const options = ['--repository', repository, '--provider', provider, '--model', model, '--base-url', baseUrl];
  const child = spawn(
    process.execPath,
    [cli, 'generate', '--json', '--request', WORDS, ...options, '--timeout-seconds', String(seconds), ...more],
    { env: { PATH: process.env.PATH, [`${provider.toUpperCase()}_API_KEY`]: key }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return {
    code,
    stdout,
    stderr,
    seconds: (performance.now() - began) / 1000,
    document: JSON.parse(stdout === '' ? 'null' : stdout) as ModelRun['document'],
  };
}
