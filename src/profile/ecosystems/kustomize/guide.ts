import type { Guide } from '../../guide.ts';
import { KUSTOMIZE_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Kustomize',
  unit: 'A folder that the repository’s own workflows build to look at the result. Bases and overlays that only a cluster sees are none.',
  managers: { kustomize: [] },
  choice: [],
  versions: [{ tool: 'kustomize', sources: KUSTOMIZE_VERSIONS }],
  commands: {
    install: 'nothing',
    lint: '`kustomize build` or `kubectl kustomize`, as the workflows call it',
    test: 'nothing',
    build: 'nothing',
  },
};
