import { shortName } from '../../docker/image-name.ts';
import { cite, wordAt } from '../../word.ts';
import { skaffoldArtifacts } from '../skaffold.ts';
import { madeFacts } from './facts.ts';
import { madeBuild } from './made-build.ts';
import type { ImageMaker } from './maker.ts';

/** Images that skaffold has made by buildpacks: known, and without a command, since runners have no `pack`. */
export const buildpackImages: ImageMaker = ({ snapshot, compose }) =>
  skaffoldArtifacts(snapshot)
    .filter(({ builder }) => builder.kind === 'buildpacks')
    .map(({ image, context, at }) => {
      const word = wordAt(image, at.file, at.line);
      return madeBuild(
        {
          name: shortName(image),
          directory: context,
          kind: 'other',
          facts: madeFacts({ file: at.file, base: { ...word, value: '' } }),
          commands: [],
          because: cite(snapshot, word),
          image: word,
        },
        compose,
      );
    });
