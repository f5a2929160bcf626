import type { Check } from '../../../src/domain/check.ts';
import type { Intent, IntentOf, Selector } from '../../../src/domain/request.ts';

/** A sentence, and all that it asks for. */
export type Said = readonly [words: string, ...intents: readonly Intent[]];

const ALL: Selector = { all: true };
const s = (service: string): Selector => ({ service });
const e = (ecosystem: 'go' | 'node' | 'python' | 'java'): Selector => ({ ecosystem });
const p = (path: string): Selector => ({ path });
type Rest<K extends Intent['kind']> = Partial<Omit<IntentOf<K>, 'kind' | 'for'>>;

const check = (target: Selector, name: Check, more: Rest<'check'> = {}): Intent => ({
  kind: 'check',
  for: target,
  check: name,
  ensure: true,
  ...more,
});
const no = (target: Selector, name: Check): Intent => check(target, name, { ensure: false });
const on = (event: IntentOf<'trigger'>['on'], more: Rest<'trigger'> = {}): Intent => ({
  kind: 'trigger',
  on: event,
  ensure: true,
  ...more,
});
const cron = (fields: string): Intent => on('schedule', { cron: fields });
const matrix = (target: Selector, more: Rest<'matrix'>): Intent => ({ kind: 'matrix', for: target, ...more });
const database = (target: Selector, service: string, version?: string): Intent => ({
  kind: 'service',
  for: target,
  service,
  ...(version ? { version } : {}),
});
const image = (target: Selector, more: Rest<'image'> = {}): Intent => ({ kind: 'image', for: target, ...more });
const publish = (target: Selector, registry: IntentOf<'publish'>['registry'], event?: 'tag' | 'manual'): Intent => ({
  kind: 'publish',
  for: target,
  registry,
  ...(event ? { on: event } : {}),
});
const deploy = (target: Selector, environment: string, more: Rest<'deploy'> = {}): Intent => ({
  kind: 'deploy',
  for: target,
  environment,
  ...more,
});
const chart = (target: Selector, more: Rest<'chart'> = {}): Intent => ({ kind: 'chart', for: target, ...more });
const runner = (target: Selector, ...labels: string[]): Intent => ({ kind: 'runner', for: target, labels });
const timeout = (target: Selector, minutes: number): Intent => ({ kind: 'timeout', for: target, minutes });
const custom = (name: string, command: string, target = ALL): Intent => ({
  kind: 'custom',
  for: target,
  name,
  command,
});

export const CHECK_SENTENCES: readonly Said[] = [
  ['Create a CI step that lints Go code', check(e('go'), 'lint')],
  ['Lint the Go code', check(e('go'), 'lint')],
  ['Please lint the web service with ESLint.', check(s('web'), 'lint', { tool: 'eslint' })],
  ['Run golangci-lint', check(e('go'), 'lint', { tool: 'golangci-lint' })],
  ['Use ruff to lint the Python code', check(e('python'), 'lint', { tool: 'ruff' })],
  ['Use ruff to check the formatting of recommender.', check(s('recommender'), 'format', { tool: 'ruff' })],
  ['Make sure that the Java code is formatted', check(e('java'), 'format')],
  ['I want a type check for web.', check(s('web'), 'typecheck')],
  ['Run mypy on the recommender', check(s('recommender'), 'typecheck', { tool: 'mypy' })],
  ['Add unit tests for the cart service to the pipeline', check(s('cart'), 'test')],
  ["Run ledger's tests", check(s('ledger'), 'test')],
  ['Test everything', check(ALL, 'test')],
  ['Make sure everything builds', check(ALL, 'build')],
  ['Compile the Java code', check(e('java'), 'build')],
  ['Build the files below cart/cmd/**', check(p('cart/cmd/**'), 'build')],
  ['Audit the dependencies of web', check(s('web'), 'audit')],
  ['Check our dependencies for known vulnerabilities', check(ALL, 'audit')],
  ['Scan the dependencies of recommender for vulnerabilities', check(s('recommender'), 'audit')],
  ['Test coverage of cart must be at least 80 %', check(s('cart'), 'coverage', { threshold: 80 })],
  ['Require 90% coverage for the Python code', check(e('python'), 'coverage', { threshold: 90 })],
  [
    'Fail the build when the coverage of web drops below seventy-five percent',
    check(s('web'), 'coverage', { threshold: 75 }),
  ],
  ['Measure nothing but add coverage for web'],
  ['Add a coverage check for ledger', check(s('ledger'), 'coverage')],
  ['Scan the repository for secrets', check(ALL, 'secret-scan')],
  ['Look for committed credentials', check(ALL, 'secret-scan')],
  ['Add secret scanning', check(ALL, 'secret-scan')],
  ['Stop linting the web service', no(s('web'), 'lint')],
  ['stop running the formatter for web', no(s('web'), 'format')],
  ["Don't type-check the Python code any more.", no(e('python'), 'typecheck')],
  ['Turn off the linter for cart', no(s('cart'), 'lint')],
  ['Turn the linter for cart off', no(s('cart'), 'lint')],
  ['Drop linting and formatting for web', no(s('web'), 'lint'), no(s('web'), 'format')],
  ['We no longer need coverage for recommender.', no(s('recommender'), 'coverage')],
  ['Lint everything except web', check(ALL, 'lint'), no(s('web'), 'lint')],
  ['Format all services but not ledger', check(ALL, 'format'), no(s('ledger'), 'format')],
  ['Lint all the code apart from cart and web.', check(ALL, 'lint'), no(s('cart'), 'lint'), no(s('web'), 'lint')],
  ['Nobody should merge Go code that fails golangci-lint', check(e('go'), 'lint', { tool: 'golangci-lint' })],
  ['Lint cart because we are tired of reviews', check(s('cart'), 'lint')],
  ['Can you make sure that the TypeScript code is type checked?', check(e('node'), 'typecheck')],
  ['Before anything goes out, the packages we depend on should be looked at for known holes', check(ALL, 'audit')],
  ["We keep forgetting to run ledger's tests, can the pipeline do it for us?", check(s('ledger'), 'test')],
  [
    'Keep an eye on test coverage of recommender, it must not drop under 80 %',
    check(s('recommender'), 'coverage', { threshold: 80 }),
  ],
  ['Add pytest', check(e('python'), 'test', { tool: 'pytest' })],
  ['Check for secrets in the code', check(ALL, 'secret-scan')],
  [
    'Require 80% coverage for cart and 90% for web',
    check(s('cart'), 'coverage', { threshold: 80 }),
    check(s('web'), 'coverage', { threshold: 90 }),
  ],
  ['Audit the npm dependencies', check(e('node'), 'audit')],
  ["Don't lint or format web", no(s('web'), 'lint'), no(s('web'), 'format')],
];

export const RUN_SENTENCES: readonly Said[] = [
  [
    'Lint web and cart with a timeout of 10 minutes',
    check(s('web'), 'lint'),
    check(s('cart'), 'lint'),
    { kind: 'timeout', for: s('web'), minutes: 10 },
    { kind: 'timeout', for: s('cart'), minutes: 10 },
  ],
  [
    'Give cart 10 minutes and ledger 20 minutes',
    { kind: 'timeout', for: s('cart'), minutes: 10 },
    { kind: 'timeout', for: s('ledger'), minutes: 20 },
  ],
  [
    'Test web and cart with redis 7',
    check(s('web'), 'test'),
    check(s('cart'), 'test'),
    database(s('web'), 'redis', '7'),
    database(s('cart'), 'redis', '7'),
  ],
  ["ledger's tests need a PostgreSQL 17 database", database(s('ledger'), 'postgres', '17')],
  ['Increase the timeout to 45 minutes for ledger', { kind: 'timeout', for: s('ledger'), minutes: 45 }],
  ['Test web only on macOS', check(s('web'), 'test'), matrix(s('web'), { systems: ['macos'] })],
  [
    'Run `make licences` as an extra step',
    { kind: 'custom', for: ALL, name: 'make licences', command: 'make licences' },
  ],
  [
    'Lint the Go code, test on Node 22 and 24',
    check(e('go'), 'lint'),
    check(e('node'), 'test'),
    matrix(e('node'), { tool: 'node', versions: ['22', '24'] }),
  ],
  [
    'Test web on Node 20, 22 and 24',
    check(s('web'), 'test'),
    matrix(s('web'), { tool: 'node', versions: ['20', '22', '24'] }),
  ],
  ['Run the Go tests with Go 1.24 and 1.25', matrix(e('go'), { tool: 'go', versions: ['1.24', '1.25'] })],
  ['Run the Python tests on 3.12 and 3.13', matrix(e('python'), { tool: 'python', versions: ['3.12', '3.13'] })],
  ['Use versions 21 and 25 of Java for ledger', matrix(s('ledger'), { tool: 'java', versions: ['21', '25'] })],
  ['Test cart on Windows and macOS', check(s('cart'), 'test'), matrix(s('cart'), { systems: ['windows', 'macos'] })],
  ['cart must work on Linux and on Windows', matrix(s('cart'), { systems: ['linux', 'windows'] })],
  [
    'Test against Node 22 and 24',
    check(e('node'), 'test'),
    matrix(e('node'), { tool: 'node', versions: ['22', '24'] }),
  ],
  ['The cart tests need Redis 7', database(s('cart'), 'redis', '7')],
  ['Add a PostgreSQL 16 container for the tests of ledger', database(s('ledger'), 'postgres', '16')],
  [
    'ledger needs postgres:17 and rabbitmq:4',
    database(s('ledger'), 'postgres', '17'),
    database(s('ledger'), 'rabbitmq', '4'),
  ],
  ['Start Kafka for the Java tests.', database(e('java'), 'kafka')],
  ['Run cart on self-hosted linux x64 runners', runner(s('cart'), 'self-hosted', 'linux', 'x64')],
  [
    'Use the runners labelled self-hosted, linux and build-farm for web',
    runner(s('web'), 'self-hosted', 'linux', 'build-farm'),
  ],
  ['Run web on ubuntu-24.04-arm', runner(s('web'), 'ubuntu-24.04-arm')],
  ['Limit the ledger jobs to 15 minutes', timeout(s('ledger'), 15)],
  ['Give web half an hour', timeout(s('web'), 30)],
  ['Jobs of recommender may take at most an hour and a half.', timeout(s('recommender'), 90)],
  ['Kill the cart jobs after 10 minutes', timeout(s('cart'), 10)],
  ['No job should take longer than 45 minutes', timeout(ALL, 45)],
  ['Set a timeout of twenty minutes for everything', timeout(ALL, 20)],
  ['Set a 25-minute timeout for the Go code', timeout(e('go'), 25)],
  ['Run `make licences` in a step called "Licences"', custom('Licences', 'make licences')],
  ['Run make docs in CI', custom('make docs', 'make docs')],
];

export const EVENT_SENTENCES: readonly Said[] = [
  ['Allow running it by hand', on('manual')],
  ["Don't run on pushes but on pull requests", on('push', { ensure: false }), on('pull_request')],
  ["Don't run on pushes, only on pull requests", on('push', { ensure: false }), on('pull_request')],
  ['Run on pull requests to main and release/*', on('pull_request', { branches: ['main', 'release/*'] })],
  ['Run CI on pull requests', on('pull_request')],
  ['Run the pipeline on every push to main', on('push', { branches: ['main'] })],
  ['Trigger on pushes to main and develop', on('push', { branches: ['main', 'develop'] })],
  ['Run on pushes to the branches release/** and main', on('push', { branches: ['release/**', 'main'] })],
  ['Run when a tag is pushed', on('tag')],
  ['Run on tags matching v*', on('tag', { tags: ['v*'] })],
  ['Run on pull requests that touch web/** or cart/**', on('pull_request', { paths: ['web/**', 'cart/**'] })],
  ['Run the pipeline in the merge queue', on('merge_group')],
  ['Let people start the pipeline by hand', on('manual')],
  ['Add a manual trigger', on('manual')],
  ['every night at 3', cron('0 3 * * *')],
  ['Run CI on weekdays at 06:30', cron('30 6 * * 1-5')],
  ['Run the pipeline every Monday at 6 am UTC', cron('0 6 * * 1')],
  ['Run everything on Mondays and Thursdays at 17:15', cron('15 17 * * 1,4')],
  ['Run the pipeline daily at midnight', cron('0 0 * * *')],
  ['Run the pipeline every 6 hours', cron('0 */6 * * *')],
  ['Run the workflow every 15 minutes', cron('*/15 * * * *')],
  ['Run the pipeline on the schedule `0 3 * * 1`', cron('0 3 * * 1')],
  ['Run the pipeline on the schedule 0 3 * * 1', cron('0 3 * * 1')],
  ['Remove the schedule', on('schedule', { ensure: false })],
  ['Stop running on pushes', on('push', { ensure: false })],
  ["Don't run the pipeline every night", on('schedule', { ensure: false })],
  ['Drop the manual trigger', on('manual', { ensure: false })],
];

export const DELIVERY_SENTENCES: readonly Said[] = [
  ['Give ledger 512Mi of memory and half a CPU', { kind: 'chart', for: s('ledger'), cpu: '500m', memory: '512Mi' }],
  ['Expose web at shop.example.com', { kind: 'chart', for: s('web'), host: 'shop.example.com' }],
  [
    'Deploy cart to staging with Argo CD when main changes',
    { kind: 'deploy', for: s('cart'), environment: 'staging', through: 'argo-cd', on: 'default-branch' },
  ],
  ['Build the image of cart', image(s('cart'))],
  ['Push the web image to ghcr.io on main', image(s('web'), { push: 'default-branch', registry: 'ghcr.io' })],
  [
    'Push all images to registry.example.com/shop on tags',
    image(ALL, { push: 'tag', registry: 'registry.example.com/shop' }),
  ],
  ['Scan the container images for vulnerabilities', image(ALL, { scan: true })],
  ['Build, scan and sign the ledger image', image(s('ledger'), { scan: true, sign: true })],
  ['Attach an SBOM and provenance to the image of web', image(s('web'), { sbom: true, provenance: true })],
  ['Build the cart image for amd64 and arm64', image(s('cart'), { platforms: ['linux/amd64', 'linux/arm64'] })],
  [
    'Build multi-arch images for cart, linux/amd64 and linux/arm64',
    image(s('cart'), { platforms: ['linux/amd64', 'linux/arm64'] }),
  ],
  ["Never push the recommender's image", image(s('recommender'), { push: 'never' })],
  ['Build the web image without pushing it', image(s('web'), { push: 'never' })],
  ["Push cart's image to Docker Hub when we tag", image(s('cart'), { push: 'tag', registry: 'docker.io' })],
  ['Publish recommender to PyPI', publish(s('recommender'), 'pypi')],
  ['On tags, publish the Python package to PyPI', publish(e('python'), 'pypi', 'tag')],
  ['Publish web to npm by hand', publish(s('web'), 'npm', 'manual')],
  ['Deploy web to staging', deploy(s('web'), 'staging')],
  [
    'Deploy cart to production with Helm on tags after approval',
    deploy(s('cart'), 'production', { through: 'helm', on: 'tag', approval: true }),
  ],
  [
    'Roll out everything to qa through Argo CD from main',
    deploy(ALL, 'qa', { through: 'argo-cd', on: 'default-branch' }),
  ],
  ['Deployments of ledger to production need an approval', deploy(s('ledger'), 'production', { approval: true })],
  ['Generate a Helm chart for cart', chart(s('cart'))],
  ['Give web 3 replicas', chart(s('web'), { replicas: 3 })],
  ['Give cart 250m CPU and 256Mi memory in its chart', chart(s('cart'), { cpu: '250m', memory: '256Mi' })],
  [
    'Autoscale web between 2 and 6 replicas at 70 % CPU',
    chart(s('web'), { autoscale: { min: 2, max: 6, cpuPercent: 70 } }),
  ],
  ['Autoscale ledger from two to five pods', chart(s('ledger'), { autoscale: { min: 2, max: 5 } })],
  ['Make web reachable at www.example.com', chart(s('web'), { host: 'www.example.com' })],
  ['Put recommender into the Istio mesh', chart(s('recommender'), { mesh: 'istio' })],
];

export const SEVERAL_SENTENCES: readonly Said[] = [
  [
    'Stop linting web and scan for secrets',
    { kind: 'check', for: s('web'), check: 'lint', ensure: false },
    check(ALL, 'secret-scan'),
  ],
  [
    'Lint everything but do not lint web',
    check(ALL, 'lint'),
    { kind: 'check', for: s('web'), check: 'lint', ensure: false },
  ],
  ['Lint and test web', check(s('web'), 'lint'), check(s('web'), 'test')],
  ['Lint cart and web', check(s('cart'), 'lint'), check(s('web'), 'lint')],
  ['Lint cart and test web', check(s('cart'), 'lint'), check(s('web'), 'test')],
  [
    'Lint cart with golangci-lint and web with eslint.',
    check(s('cart'), 'lint', { tool: 'golangci-lint' }),
    check(s('web'), 'lint', { tool: 'eslint' }),
  ],
  ['For the Go code: lint, test and build.', check(e('go'), 'lint'), check(e('go'), 'test'), check(e('go'), 'build')],
  ['Lint cart. Test web. Audit everything.', check(s('cart'), 'lint'), check(s('web'), 'test'), check(ALL, 'audit')],
  [
    'Type-check web and run its tests on Node 22 and 24',
    check(s('web'), 'typecheck'),
    matrix(s('web'), { tool: 'node', versions: ['22', '24'] }),
  ],
  ['Test cart and stop it after 10 minutes', check(s('cart'), 'test'), timeout(s('cart'), 10)],
  ['Run on pull requests and every night at 2:30', on('pull_request'), cron('30 2 * * *')],
  [
    'Run on pull requests, on pushes to main and in the merge queue',
    on('pull_request'),
    on('push', { branches: ['main'] }),
    on('merge_group'),
  ],
  ['Scan for secrets and audit the dependencies of web', check(ALL, 'secret-scan'), check(s('web'), 'audit')],
  [
    'Build the ledger image, sign it and push it to ghcr.io on tags',
    image(s('ledger'), { sign: true, push: 'tag', registry: 'ghcr.io' }),
  ],
  [
    'Deploy web to staging from main and to production on tags after approval',
    deploy(s('web'), 'staging', { on: 'default-branch' }),
    deploy(s('web'), 'production', { on: 'tag', approval: true }),
  ],
  [
    'Publish recommender to PyPI on tags and web to npm by hand',
    publish(s('recommender'), 'pypi', 'tag'),
    publish(s('web'), 'npm', 'manual'),
  ],
  ['Remove the coverage check from web and lint cart', no(s('web'), 'coverage'), check(s('cart'), 'lint')],
  [
    'Test the Java code with Postgres 17. Give it 30 minutes.',
    check(e('java'), 'test'),
    database(e('java'), 'postgres', '17'),
    timeout(e('java'), 30),
  ],
  ['Run `make docs` and `make licences`', custom('make docs', 'make docs'), custom('make licences', 'make licences')],
  ['Lint everything, and run the pipeline on weekdays at 7:00', check(ALL, 'lint'), cron('0 7 * * 1-5')],
];

/** Slips of the pen that leave one word in reach. */
export const TYPO_SENTENCES: readonly Said[] = [
  ['Lnit the Go code', check(e('go'), 'lint')],
  ['pls tets the pyhton code', check(e('python'), 'test')],
  ['chekc the fomatting of web', check(s('web'), 'format')],
  ['audit the dependancies of ledgr', check(s('ledger'), 'audit')],
  ['add covreage for recomender', check(s('recommender'), 'coverage')],
  ['run the pipline every nihgt at 3', cron('0 3 * * *')],
  ['deploy cart to prodution with helm', deploy(s('cart'), 'production', { through: 'helm' })],
];
