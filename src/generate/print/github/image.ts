import type { Catalogues } from '../../../domain/catalogue.ts';
import type { ImageBuild, Step } from '../../../domain/pipeline.ts';
import { plain, scalar, type YamlNode } from '../yaml.ts';
import { actionStep, type InputValue } from './actions.ts';
import { citation } from './citation.ts';

/** Buildx and one build, without push: a pull request shows that the image can be built, and nothing leaves the runner. */
export function imageSteps(
  catalogues: Catalogues,
  { builds, because }: Extract<Step, { kind: 'build-image' }>,
): YamlNode[] {
  const reason = citation(because);
  const [only] = builds;
  return [
    actionStep(catalogues, { name: 'Set up Buildx', uses: 'docker/setup-buildx-action' }),
    actionStep(catalogues, {
      name: 'Build the image',
      uses: 'docker/build-push-action',
      with: { ...(only && builds.length === 1 ? buildInputs(only) : matrixInputs(builds)), push: false },
      above: reason === null ? [] : [reason],
    }),
  ];
}

function matrixInputs(builds: readonly ImageBuild[]): Readonly<Record<string, InputValue | null>> {
  const hasTarget = builds.some(({ target }) => target !== '');
  const hasArgs = builds.some(({ buildArgs }) => Object.keys(buildArgs).length > 0);
  return {
    context: plain('${{ matrix.context }}'),
    file: plain('${{ matrix.dockerfile }}'),
    target: hasTarget ? plain('${{ matrix.target }}') : null,
    'build-args': hasArgs ? plain('${{ matrix.args }}') : null,
    ...cache('${{ matrix.service }}'),
  };
}

function buildInputs({
  service,
  context,
  dockerfile,
  target,
  buildArgs,
}: ImageBuild): Readonly<Record<string, InputValue | null>> {
  const args = Object.entries(buildArgs).map(([name, value]) => `${name}=${value}`);
  return {
    context: inert(context),
    file: inert(dockerfile),
    target: target === '' ? null : inert(target),
    'build-args': args.length > 0 ? inert(args.join('\n')) : null,
    ...cache(service),
  };
}

/** Each service has a scope of its own: in a common one they would evict each other. */
function cache(scope: string): Readonly<Record<string, InputValue>> {
  return { 'cache-from': plain(`type=gha,scope=${scope}`), 'cache-to': plain(`type=gha,scope=${scope},mode=max`) };
}

/** Text of the repository as a value: GitHub would read `${{` in it as an expression. */
function inert(text: string): YamlNode {
  return scalar(text.replaceAll('${{', "${{ '${{' }}"));
}
