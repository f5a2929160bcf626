import type { AskedLayer } from '../domain/layer.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import { readerLayers, stillAsked } from '../prompt/heard-layers.ts';
import type { Asking } from './asking.ts';

/** The layers of what is asked: each wish read by ourselves, or all of them by a model, with the reader in its place where it fails. */
export function askedLayers(asking: Asking, profile: ProjectProfile): readonly AskedLayer[] {
  const readers = readerLayers(asking.heard, profile);
  const { choice } = asking.model;
  if (readers.length === 0 || choice.kind === 'none') return readers;
  return [
    {
      rung: 'model',
      // What a model needs is loaded once there is one to ask.
      propose: async (deadline) => (await import('./asking-model.ts')).askModel(asking, profile, deadline),
      otherwise: readers,
      words: stillAsked(asking.heard).map(({ words }) => words),
    },
  ];
}
