import type { ImageBuild, Matrix } from '../../../domain/matrix.ts';
import type { Job, Step } from '../../../domain/pipeline.ts';
import { plain, type YamlNode } from '../yaml.ts';
import { actionStep, type Inputs, type InputValue, type Press } from './actions.ts';
import { citation } from './citation.ts';
import { matrixRow } from './rows.ts';

type BuildStep = Extract<Step, { kind: 'build-image' }>;

/** What the image is called on the runner: for the scanner, and for nobody else. */
const SCANNED = 'scanned.invalid/image:local';

/** Buildx and one build, without push: a pull request shows that the image can be built, and nothing leaves the runner. */
export function imageSteps(press: Press, { builds, isScanned = false }: BuildStep, matrix: Matrix | null): YamlNode[] {
  const scope = scopeOf(builds, matrix);
  const inputs = { ...inputsOf(builds, matrix), ...(press.caches ? cache(scope) : {}) };
  return [
    buildx(press),
    buildStep(press, { builds, matrix }, { name: 'Build the image', inputs, load: isScanned }),
    ...(isScanned ? [scanStep(press)] : []),
  ];
}

/** The builder. By itself its action keeps the program in a cache. */
export function buildx(press: Press): YamlNode {
  return actionStep(press, {
    name: 'Set up Buildx',
    uses: 'docker/setup-buildx-action',
    with: { 'cache-binary': press.caches ? null : false },
  });
}

interface Build {
  readonly name: string;
  readonly inputs: Inputs;
  /** Into the runner's own store, where the scanner finds it. */
  readonly load: boolean;
}

/** One build that is pushed nowhere. */
export function buildStep(
  press: Press,
  { builds, matrix }: { readonly builds: readonly ImageBuild[]; readonly matrix: Matrix | null },
  { name, inputs, load }: Build,
): YamlNode {
  const reason = matrix === null ? citation(builds[0]?.because ?? []) : null;
  return actionStep(press, {
    name,
    uses: 'docker/build-push-action',
    with: { ...inputs, ...(load ? { load: true, tags: SCANNED } : {}), push: false },
    above: reason === null ? [] : [reason],
  });
}

/**
 * Fails for what is known, grave and mended somewhere: what nobody can mend would only teach people to look away. Of the two scanners this
 * action is the one that holds its program at one release, calls no other action, and keeps no cache by itself.
 */
export function scanStep(press: Press): YamlNode {
  return actionStep(press, {
    name: 'Scan the image',
    uses: 'anchore/scan-action',
    with: { image: SCANNED, 'only-fixed': true, 'severity-cutoff': 'high', 'output-format': 'table' },
  });
}

/** What `docker build` is told: by the row of the matrix where there is one. */
export function inputsOf(
  builds: readonly ImageBuild[],
  matrix: Job['matrix'],
): Readonly<Record<string, InputValue | null>> {
  const [only] = builds;
  return only && matrix === null ? buildInputs(only) : matrixInputs(builds);
}

/** The service that is built, as text or as an expression. */
export function scopeOf(builds: readonly ImageBuild[], matrix: Job['matrix']): string {
  const [only] = builds;
  return only && matrix === null ? only.service : '${{ matrix.service }}';
}

function matrixInputs(builds: readonly ImageBuild[]): Readonly<Record<string, InputValue | null>> {
  const has = (key: string) => builds.some((build) => Object.hasOwn(matrixRow(build), key));
  return {
    context: plain('${{ matrix.context }}'),
    file: plain('${{ matrix.dockerfile }}'),
    target: has('target') ? plain('${{ matrix.target }}') : null,
    'build-args': has('args') ? plain('${{ matrix.args }}') : null,
  };
}

function buildInputs(build: ImageBuild): Readonly<Record<string, InputValue | null>> {
  const { context = '.', dockerfile = 'Dockerfile', target = null, args = null } = matrixRow(build);
  return { context, file: dockerfile, target, 'build-args': args };
}

/** Each service has a scope of its own: in a common one they would evict each other. */
function cache(scope: string): Readonly<Record<string, InputValue>> {
  return { 'cache-from': plain(`type=gha,scope=${scope}`), 'cache-to': plain(`type=gha,scope=${scope},mode=max`) };
}
