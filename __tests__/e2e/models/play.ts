import type { Provider } from '../../../src/domain/provider.ts';
import { httpServer } from '../../fakes/http-server.ts';
import { ENOUGH_SECONDS, type Place, type Row } from './row.ts';
import { generateWithModel, type ModelRun } from './running.ts';

/** One run of a row. What it tells has `<server>` in the place of where the server was. */
export async function play(
  row: Row,
  provider: Provider,
  repository: string,
): Promise<ModelRun & { readonly told: string }> {
  await using server = await serve(row.model, provider);
  const seconds = row.seconds ?? ENOUGH_SECONDS;
  const run = await generateWithModel({ repository, provider, baseUrl: server.url, seconds });
  return { ...run, told: (run.document.fallback?.message ?? '').replaceAll(new URL(server.url).host, '<server>') };
}

async function serve(model: Row['model'], provider: Provider): Promise<Place> {
  const served = model(provider);
  return served instanceof Promise ? await served : await httpServer(served);
}
