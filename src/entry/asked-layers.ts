import type { AskedLayer } from '../domain/layer.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import { readerLayers, stillAsked } from '../prompt/reader-layers.ts';
import type { Asking } from './asking.ts';

/** The layers of what is asked: each wish read by ourselves, or all of them by a model, with the reader in its place where it fails. */
export async function askedLayers(asking: Asking, profile: ProjectProfile): Promise<readonly AskedLayer[]> {
  const { choice } = asking.model;
  const asked = stillAsked(asking.heard);
  if (asked.length === 0 || choice.kind === 'none') return readerLayers(asking.heard, profile);
  // What a model needs is loaded once there is one to ask.
  const { refusedLayer } = await import('../prompt/model/preflight.ts');
  const refused = asked.flatMap((wish) => refusedLayer(wish) ?? []);
  const heard = asking.heard.filter((wish) => refusedLayer(wish) === null);
  return [...refused, ...modelLayers({ ...asking, heard }, profile)];
}

function modelLayers(asking: Asking, profile: ProjectProfile): AskedLayer[] {
  const readers = readerLayers(asking.heard, profile);
  if (readers.length === 0) return [];
  return [
    {
      rung: 'model',
      propose: async (deadline) => (await import('./asking-model.ts')).askModel(asking, profile, deadline),
      otherwise: readers,
      words: stillAsked(asking.heard).map(({ words }) => words),
    },
  ];
}
