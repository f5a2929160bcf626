import type { Provider } from '../../../src/domain/provider.ts';
import { httpServer } from '../../fakes/http-server.ts';
import { ENOUGH_SECONDS, type Place, type Row } from './row.ts';
import { runStep, type StepRun } from './step.ts';

export interface PlayedRow extends StepRun {
  /** Why a layer is not part of the answer; both empty where everything was done. */
  readonly fallback: string;
  /** With `<server>` in the place of where the server was. */
  readonly told: string;
}

/** One run of a row. */
export async function play(row: Row, provider: Provider, repository: string): Promise<PlayedRow> {
  await using server = await serve(row.model, provider);
  const seconds = row.seconds ?? ENOUGH_SECONDS;
  const run = await runStep({ repository, provider, baseUrl: server.url, seconds });
  const [, fallback = '', told = ''] = /^(\w+): (.*)$/s.exec(run.outputs.get('fallback-reason') ?? '') ?? [];
  return { ...run, fallback, told: told.replaceAll(new URL(server.url).host, '<server>') };
}

async function serve(model: Row['model'], provider: Provider): Promise<Place> {
  const served = model(provider);
  return served instanceof Promise ? await served : await httpServer(served);
}
