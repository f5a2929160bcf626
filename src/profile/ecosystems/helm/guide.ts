import type { Guide } from '../../guide.ts';
import { HELM_VERSIONS } from './version.ts';

/** For the documentation. */
export const guide: Guide = {
  title: 'Helm',
  unit: 'A `Chart.yaml` that is no part of another chart, no library that others here take, and no material of tests.',
  managers: { helm: ['Chart.lock', 'requirements.lock'] },
  choice: [],
  versions: [{ tool: 'helm', sources: HELM_VERSIONS }],
  commands: {
    install:
      '`helm dependency build`, with the repositories that it needs, where dependencies are not committed; the plugin that tests need',
    lint: 'chart-testing or `helm lint` as the repository calls it, else `helm lint .`; `helm template` and scripts that pipelines run',
    test: '`helm unittest` where there are suites; `ct install` in a cluster of the job’s own, where pipelines do that',
    build: '`helm package .`',
  },
};
