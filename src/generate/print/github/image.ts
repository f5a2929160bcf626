import type { ImageBuild, Matrix, Step } from '../../../domain/pipeline.ts';
import { plain, type YamlNode } from '../yaml.ts';
import { actionStep, type InputValue, type Press } from './actions.ts';
import { citation } from './citation.ts';
import { matrixRow } from './rows.ts';

type BuildStep = Extract<Step, { kind: 'build-image' }>;

/** Buildx and one build, without push: a pull request shows that the image can be built, and nothing leaves the runner. */
export function imageSteps(press: Press, { builds }: BuildStep, matrix: Matrix | null): YamlNode[] {
  const [only] = builds;
  const [inputs, scope] =
    only && matrix === null ? [buildInputs(only), only.service] : [matrixInputs(builds), '${{ matrix.service }}'];
  const reason = only && matrix === null ? citation(only.because) : null;
  return [
    actionStep(press, { name: 'Set up Buildx', uses: 'docker/setup-buildx-action' }),
    actionStep(press, {
      name: 'Build the image',
      uses: 'docker/build-push-action',
      with: { ...inputs, ...(press.caches ? cache(scope) : {}), push: false },
      above: reason === null ? [] : [reason],
    }),
  ];
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
