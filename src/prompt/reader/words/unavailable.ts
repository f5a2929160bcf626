import type { Row } from './table.ts';

/** What people ask of pipelines and what has no words here, each with what is so instead. */
const UNAVAILABLE: readonly (readonly [phrases: string, why: string])[] = [
  [
    'slack|discord|microsoft teams|e-mail|email|e-mails|emails|mail|telegram|sms|send a message|webhook|webhooks',
    'Messages cannot be asked for here: GitHub itself tells whoever follows the repository.',
  ],
  [
    'codeql|semgrep|sonarqube|sonarcloud|sonar|snyk|checkov',
    'Other scanners than those for dependencies, images and secrets cannot be asked for here yet.',
  ],
  [
    'trivy|clair|docker scout|grype|syft',
    'What scans an image is not chosen here: say that it is scanned, without a name.',
  ],
  ['shard|shards|sharding|sharded|split the tests|test splitting', 'Tests cannot be split over several jobs here yet.'],
  [
    'cache|caches|cached|caching',
    'Caches cannot be asked for here: the setup of each language keeps its own where that is safe.',
  ],
  ['dependabot|renovate', 'Updates of dependencies are no part of a pipeline: they have a configuration of their own.'],
  ['codecov|coveralls', 'Reports cannot be sent to others here yet. A threshold of coverage can be asked for.'],
  [
    'in parallel|parallel|parallelise|parallelize|concurrently',
    'Jobs that do not need one another run side by side anyway.',
  ],
  [
    'retry|retries|rerun|reruns|flaky',
    'That something is tried again cannot be asked for here: a check that passes by chance is none.',
  ],
  [
    'in one job|in a single job|in the same job|in one and the same job|into one job|into a single job',
    'Which checks share a job is not chosen here.',
  ],
  ['artifact|artifacts|artefact|artefacts', 'Files that a job leaves behind cannot be kept here yet.'],
  [
    'changelog|release notes|github release|github releases',
    'Releases of GitHub and their notes cannot be asked for here yet.',
  ],
];

export const UNAVAILABLE_ROWS: readonly Row[] = UNAVAILABLE.map(
  ([phrases, why]): Row => [phrases, { tag: 'unavailable', why }],
);
