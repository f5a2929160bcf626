import type { ImagePush } from '../../../domain/image-push.ts';
import type { Job, Step } from '../../../domain/pipeline.ts';
import { entry, map, plain, scalar, type YamlNode } from '../yaml.ts';
import { actionStep, type Inputs, type Press } from './actions.ts';
import { buildStep, buildx, inputsOf, scanStep, scopeOf } from './image.ts';
import { loginSteps } from './login.ts';

type PushStep = Extract<Step, { kind: 'push-image' }>;

/** The image is named, built and scanned before anything may be pushed; pushed by digest, signed, and named for others at last. */
export function pushSteps(press: Press, { builds, push }: PushStep, matrix: Job['matrix']): YamlNode[] {
  const inputs = inputsOf(builds, matrix);
  return [
    nameStep(push, scopeOf(builds, matrix)),
    ...(push.foreign.length > 0 ? [qemu(press, push.foreign)] : []),
    buildx(press),
    ...(push.isScanned ? [scannedBuild(press, { builds, matrix }, { inputs, push }), scanStep(press)] : []),
    ...loginSteps(press, push.registry),
    digestStep(press, inputs, push),
    ...(push.isSigned ? [installCosign(press), signStep()] : []),
    tagStep(),
  ];
}

/** Names are made by the shell from what the runner says of itself: nothing of them is read as a program. */
function nameStep({ registry: { host, namespace, login }, tag }: ImagePush, service: string): YamlNode {
  const isOwner = namespace === null && login.kind === 'secrets' && host === 'docker.io';
  const below = isOwner ? '${OWNER,,}/' : namespace === null ? '${GITHUB_REPOSITORY,,}/' : '';
  const variables = [
    entry('REGISTRY', scalar(namespace === null ? host : `${host}/${namespace}`)),
    ...(isOwner ? [entry('OWNER', plain('${{ vars.REGISTRY_USERNAME }}'))] : []),
    entry('SERVICE', scalar(service)),
  ];
  const tagged = tag === 'commit' ? '$GITHUB_SHA' : '${GITHUB_REF_NAME//[^A-Za-z0-9_.-]/-}';
  return map([
    entry('name', scalar('Name the image')),
    entry('id', scalar('image')),
    entry('env', map(variables)),
    entry(
      'run',
      scalar(
        [
          '# A registry takes lower case alone.',
          '{',
          `  echo "name=$REGISTRY/${below}$SERVICE"`,
          `  echo "tag=${tagged}"`,
          '} >> "$GITHUB_OUTPUT"',
        ].join('\n'),
      ),
    ),
  ]);
}

function qemu(press: Press, foreign: readonly string[]): YamlNode {
  return actionStep(press, {
    name: 'Set up QEMU',
    uses: 'docker/setup-qemu-action',
    with: { platforms: foreign.join(','), 'cache-image': press.caches ? null : false },
    above: ['For the platforms that the runner is not of itself.'],
  });
}

function scannedBuild(
  press: Press,
  place: Parameters<typeof buildStep>[1],
  { inputs, push: { platforms, foreign } }: { readonly inputs: Inputs; readonly push: ImagePush },
): YamlNode {
  const platform = platforms.find((it) => !foreign.includes(it)) ?? platforms[0] ?? null;
  return buildStep(press, place, {
    name: 'Build the image for the scan',
    inputs: { ...inputs, platforms: platform },
    load: true,
  });
}

function digestStep(press: Press, inputs: Inputs, { platforms, hasSbom, hasProvenance }: ImagePush): YamlNode {
  return actionStep(press, {
    name: 'Push by digest',
    id: 'push',
    uses: 'docker/build-push-action',
    with: {
      ...inputs,
      platforms: platforms.length > 0 ? platforms.join(',') : null,
      outputs: plain(
        'type=image,name=${{ steps.image.outputs.name }},push-by-digest=true,name-canonical=true,push=true',
      ),
      sbom: hasSbom,
      provenance: hasProvenance ? 'mode=max' : false,
    },
  });
}

function installCosign(press: Press): YamlNode {
  return actionStep(press, { name: 'Install Cosign', uses: 'sigstore/cosign-installer' });
}

function signStep(): YamlNode {
  return map([
    entry('name', scalar('Sign the digest')),
    entry('env', map([image(), digest()])),
    entry('run', scalar('cosign sign --yes "$IMAGE@$DIGEST"')),
  ]);
}

/** The index is taken over as it is, so that the name has the digest that is signed. */
function tagStep(): YamlNode {
  return map([
    entry('name', scalar('Name the digest')),
    entry('env', map([image(), digest(), entry('TAG', plain('${{ steps.image.outputs.tag }}'))])),
    entry('run', scalar('docker buildx imagetools create --prefer-index=false --tag "$IMAGE:$TAG" "$IMAGE@$DIGEST"')),
  ]);
}

function image() {
  return entry('IMAGE', plain('${{ steps.image.outputs.name }}'));
}

function digest() {
  return entry('DIGEST', plain('${{ steps.push.outputs.digest }}'));
}
