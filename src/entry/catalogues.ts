import actions from '../../data/action-catalog.json' with { type: 'json' };
import images from '../../data/image-catalog.json' with { type: 'json' };
import type { ActionCatalogue, Catalogues } from '../domain/catalogue.ts';

/** What this build knows. The files are our own: tests hold them to their schema, and no run checks them again. */
export const catalogues: Catalogues = {
  actions: actions as unknown as ActionCatalogue,
  images: new Map(images.map(({ image, tag, digest }) => [`${image}:${tag}`, digest])),
};
