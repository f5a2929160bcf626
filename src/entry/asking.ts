import type { AskedLayer } from '../domain/layer.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { Asking } from './asking-model.ts';

/** The layers of all wishes: those of our own readers, or a model over all of them with the readers in its place where it fails. */
export function askedLayers(
  asking: Asking,
  profile: ProjectProfile,
  readers: readonly AskedLayer[],
): readonly AskedLayer[] {
  const { choice } = asking.model;
  if (readers.length === 0 || choice.kind === 'none') return readers;
  return [
    {
      rung: 'model',
      // What a model needs is loaded once there is one to ask.
      propose: async (deadline) => (await import('./asking-model.ts')).askModel(asking, profile, deadline),
      otherwise: readers,
    },
  ];
}

/** What a person should know about who is asked; none where nothing is. */
export function notesOfAsking({ wishes, model }: Pick<Asking, 'wishes' | 'model'>): readonly string[] {
  const note = model.choice.kind === 'keyless' ? null : model.choice.note;
  return wishes.length === 0 || note === null ? [] : [note];
}
