import type { Row } from './table.ts';

/** `each container image`, `all of our docker images`. */
const APPROVED = [
  'someone',
  'somebody',
  'a human',
  'a person',
  'a maintainer',
  'one of us',
  'a colleague',
  'an approver',
]
  .flatMap((who) => ['', 'has '].map((has) => `${who} ${has}`))
  .flatMap((who) =>
    [
      'approved',
      'approved it',
      'signed off',
      'signed it off',
      'signed off on it',
      'confirmed it',
      'confirmed',
      'agreed',
      'said yes',
      'okayed it',
      'released it',
    ].map((verb) => `${who}${verb}`),
  )
  .join('|');
const IMAGES = ['every', 'each', 'all', 'all our', 'all of our', 'each of our', 'every one of our', 'all the']
  .flatMap((all) =>
    ['', 'container ', 'docker ', 'oci '].flatMap((kind) => [`${all} ${kind}image`, `${all} ${kind}images`]),
  )
  .flatMap((image) => [image, ...['build', 'publish', 'push', 'ship'].map((verb) => `${image} we ${verb}`)])
  .join('|');

/** `leave the build machine`: what is not pushed stays where it is built. */
const LEAVING = ['ci', 'the pipeline', 'the runner', 'the build machine', 'the build server', 'github actions']
  .flatMap((place) => ['leave', 'leaves'].map((verb) => `${verb} ${place}`))
  .join('|');

/** `a list of everything that is inside`: a bill of materials. */
const CONTENTS = ['list', 'inventory', 'full list', 'complete list']
  .flatMap((list) => ['everything', 'all', 'what', 'all packages', 'the packages'].map((what) => `${list} of ${what}`))
  .flatMap((list) =>
    [
      'that is inside',
      'is inside',
      'inside',
      'that is in it',
      'is in it',
      'it contains',
      'went into it',
      'went into',
      'goes into',
    ].map((where) => `${list} ${where}`),
  )
  .join('|');

export const DELIVERY_ROWS: readonly Row[] = [
  [IMAGES, { tag: 'image' }],
  [`${APPROVED}|human ok|a human ok|human approval|a human's ok|a person's ok`, { tag: 'approval' }],
  [
    'image|images|container image|container images|docker image|docker images|oci image|oci images|docker container|docker containers|dockerfile|dockerfiles|the dockerfile|the dockerfiles',
    { tag: 'image' },
  ],
  ['push|pushed|pushing|leave|leaves', { tag: 'push' }],
  [LEAVING, { tag: 'push' }],
  [`sbom|sboms|software bill of materials|bill of materials|${CONTENTS}`, { tag: 'extra', extra: 'sbom' }],
  ['sign|signs|signed|signing|signature|signatures|cosign', { tag: 'extra', extra: 'sign' }],
  [
    'provenance|build provenance|provenance attestation|slsa provenance|attestation|attestations|attest',
    { tag: 'extra', extra: 'provenance' },
  ],
  ['linux/amd64|amd64|x86_64|x86-64|x86|intel', { tag: 'platform', platform: 'linux/amd64' }],
  ['linux/arm64|arm64|aarch64|arm|apple silicon|graviton', { tag: 'platform', platform: 'linux/arm64' }],
  ['linux/arm/v7', { tag: 'platform', platform: 'linux/arm/v7' }],
  [
    'multi-arch|multi-architecture|multi-platform|multiarch|multi arch|platform|platforms|architectures|architecture|both platforms',
    { tag: 'many-platforms' },
  ],
  ['registry|registries|container registry', { tag: 'registry-word' }],
  [
    "ghcr|github container registry|github packages registry|github's container registry|github registry",
    { tag: 'host', host: 'ghcr.io' },
  ],
  ['docker hub|dockerhub', { tag: 'host', host: 'docker.io' }],
  [
    'onto|publish|publishes|publishing|published|upload|uploads|uploaded|uploading|available|installable|installed|pip installable',
    { tag: 'publish' },
  ],
  [
    'npm|npmjs|npm registry|npmjs.com|npm install',
    { tag: 'packages', registry: 'npm', ecosystems: ['node', 'deno', 'bun'] },
  ],
  ['pypi|pypi.org|pip install|python package index', { tag: 'packages', registry: 'pypi', ecosystems: ['python'] }],
  ['crates.io|crates|cargo install', { tag: 'packages', registry: 'crates', ecosystems: ['rust'] }],
  [
    'maven central|mavencentral|maven-central',
    { tag: 'packages', registry: 'maven-central', ecosystems: ['java', 'kotlin', 'scala'] },
  ],
  ['nuget|nuget.org', { tag: 'packages', registry: 'nuget', ecosystems: ['dotnet'] }],
  ['rubygems|rubygems.org|gem install', { tag: 'packages', registry: 'rubygems', ecosystems: ['ruby'] }],
  [
    'deploy|deploys|deployed|deploying|deployment|deployments|roll out|rolled out|rolls out|roll|rollout|ship|ships|shipped|promote|promoted|go to|goes to|get it to',
    { tag: 'deploy' },
  ],
  ['staging|stage', { tag: 'environment', name: 'staging' }],
  ['production|prod', { tag: 'environment', name: 'production' }],
  ['qa', { tag: 'environment', name: 'qa' }],
  ['uat', { tag: 'environment', name: 'uat' }],
  ['preview', { tag: 'environment', name: 'preview' }],
  ['development environment|development', { tag: 'environment', name: 'development' }],
  ['dev|dev environment', { tag: 'environment', name: 'dev' }],
  ['preprod|pre-prod', { tag: 'environment', name: 'preprod' }],
  ['preproduction|pre-production', { tag: 'environment', name: 'preproduction' }],
  ['sandbox', { tag: 'environment', name: 'sandbox' }],
  ...['integration', 'test', 'demo', 'acceptance', 'canary'].map(
    (name): Row => [`${name} environment|${name} env|${name} cluster`, { tag: 'environment', name }],
  ),
  ['environment|environments|env|cluster', { tag: 'filler' }],
  ['argo cd|argocd|argo-cd|argo', { tag: 'through', through: 'argo-cd' }],
  ['helm', { tag: 'through', through: 'helm' }],
  [
    "thumbs-up|a thumbs-up|thumbs up|approval|approvals|approval required|approval needed|manual approval|approved|approve|approves|approved it|sign-off|sign off|signs off|signed off|say yes|says yes|say yes first|says yes first|said yes|go-ahead|a person's approval|approver|approve it first|approves it first|approved by a person",
    { tag: 'approval' },
  ],
  ['first|beforehand', { tag: 'after' }],
  ['chart|charts|helm chart|helm charts', { tag: 'chart' }],
  [
    'replicas|replica|pods|pod|instances|copies|replica count|pod count|instance count|number of replicas|number of pods|number of instances|number of copies',
    { tag: 'replicas' },
  ],
  [
    'autoscale|autoscaling|autoscaler|autoscaled|scale|scales|scaling|grow|grows|scale up|scale out|hpa|horizontal autoscaling',
    { tag: 'scaling' },
  ],
  ['cpu|cpus|processor|processors|cores|core|cpu load|cpu usage|cpu utilisation|cpu utilization', { tag: 'cpu' }],
  ['half a cpu|half a core|half a cpu core', { tag: 'quantity', value: '500m' }],
  ['a quarter of a core|a quarter of a cpu|a quarter core|quarter of a core', { tag: 'quantity', value: '250m' }],
  ['memory|ram', { tag: 'memory' }],
  [
    'host|hostname|host name|reachable|reachable at|domain|address|exposed at|reachable under|served at|serve|serves|expose|url|ingress host',
    { tag: 'host-word' },
  ],
  ['istio', { tag: 'mesh', mesh: 'istio' }],
  ['linkerd', { tag: 'mesh', mesh: 'linkerd' }],
  [
    'mtls|mutual tls|talk mtls|speak mtls|use mtls|mesh|service mesh|the mesh|join|joins|sidecar|sidecars',
    { tag: 'mesh', mesh: null },
  ],
];
