import { firstOfEach } from '../../domain/grouped.ts';
import { readJoinedAutomation } from '../ci/automation.ts';
import { inRun, type MatrixRun } from '../ci/matrix.ts';
import { type CiStep, readCiSteps } from '../ci/steps.ts';
import type { ComposeBuild } from '../compose/compose.ts';
import { dockerCall, knownArgs } from '../docker/call.ts';
import { directoryOf, joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import { wordAt } from '../word.ts';
import { bakeBuilds } from './bake/targets.ts';
import { releasedImages } from './goreleaser.ts';
import { skaffoldArtifacts } from './skaffold.ts';
import type { WrittenBuild } from './written-build.ts';

/** More builds than any pipeline has would only take time. */
const MOST = 300;

/** What builds images in a repository, beside compose. */
export const BUILDERS: readonly { readonly from: string; read(snapshot: Snapshot): readonly WrittenBuild[] }[] = [
  { from: 'artefacts of skaffold', read: bySkaffold },
  { from: 'targets of bake files', read: bakeBuilds },
  { from: 'workflows with `docker/build-push-action`', read: byAction },
  { from: '`docker build` in pipelines, task runners and scripts', read: byCommand },
  { from: 'images of GoReleaser', read: byRelease },
];

/** How skaffold, bake files, the repository's own pipelines, task runners and scripts, and GoReleaser build images, in this order; each way once. */
export function pipelineBuilds(snapshot: Snapshot): ComposeBuild[] {
  const written = BUILDERS.flatMap(({ read }) => read(snapshot)).slice(0, MOST);
  const builds = written.flatMap((it) => buildOf(snapshot, it) ?? []);
  return firstOfEach(builds, keyOf);
}

function bySkaffold(snapshot: Snapshot): WrittenBuild[] {
  return skaffoldArtifacts(snapshot).flatMap(({ builder, context, at }) =>
    builder.kind === 'docker' ? [{ ...builder, context, bases: ['.'], at }] : [],
  );
}

function byRelease(snapshot: Snapshot): WrittenBuild[] {
  return releasedImages(snapshot).map(({ dockerfile, directory, at }) => ({
    context: directory,
    dockerfile,
    target: null,
    args: new Map(),
    bases: ['.'],
    at,
  }));
}

/** The Dockerfiles of images that pipelines build to publish them. */
export function pushedDockerfiles(snapshot: Snapshot): string[] {
  const commands = byCommand(snapshot).filter(({ at }) => PUSHES.test(snapshot.text(at.file) ?? ''));
  const written = [...byAction(snapshot, isPushed), ...commands].slice(0, MOST);
  return written.flatMap((it) => buildOf(snapshot, it)?.dockerfile ?? []);
}

const PUSHES = /\bdocker\s{1,4}(?:image\s{1,4})?push\b|\bdocker\s{1,4}buildx?\b.{0,500}\s--push\b/;

/** An expression decides when it runs: then it is pushed at times. */
function isPushed({ inputs }: CiStep): boolean {
  return (
    !/^(?:false)?$/.test(inputs.get('push')?.trim() ?? '') ||
    /\btype=registry\b|\bpush=true\b/.test(inputs.get('outputs') ?? '')
  );
}

function byAction(snapshot: Snapshot, isWanted: (step: CiStep) => boolean = () => true): WrittenBuild[] {
  const steps = readCiSteps(snapshot, /\/build-push-action@/).filter(
    (step) => isImageAction(step) && !/type=(?:local|tar)\b/.test(step.inputs.get('outputs') ?? '') && isWanted(step),
  );
  return steps.flatMap((step) => step.runs.flatMap((run) => actionBuild(step, run) ?? []));
}

/** Docker's action, and those that take its inputs and build elsewhere. (the README of each) */
export function isImageAction({ uses }: Pick<CiStep, 'uses'>): boolean {
  return /^(?:docker|depot|useblacksmith)\/build-push-action$/.test(uses ?? '');
}

/** The Dockerfiles that a step builds by that action, in each run of its job. */
export function actionDockerfiles(step: CiStep): string[] {
  if (!isImageAction(step)) return [];
  return step.runs.flatMap((run) => {
    const dockerfile = actionBuild(step, run)?.dockerfile ?? null;
    return dockerfile === null ? [] : (joinPath('.', dockerfile) ?? []);
  });
}

/** The action's own paths: of the Dockerfile from the root, and not from the context. */
export function actionBuild({ inputs, file, line }: CiStep, run: MatrixRun): WrittenBuild | null {
  const context = inRun(inputs.get('context') ?? '.', run);
  const dockerfile = inRun(inputs.get('file') ?? `${context}/Dockerfile`, run);
  if (context === null || dockerfile === null || /\$|:\/\//.test(context + dockerfile)) return null;
  const lines = (inputs.get('build-args') ?? '').split('\n').flatMap((pair) => inRun(pair, run) ?? []);
  const target = inRun(inputs.get('target') ?? '', run) ?? '';
  return {
    context,
    dockerfile,
    target: target === '' ? null : target,
    args: knownArgs(lines),
    bases: ['.'],
    at: { file, line },
  };
}

function byCommand(snapshot: Snapshot): WrittenBuild[] {
  return readJoinedAutomation(snapshot).flatMap(({ text, file, number }) => {
    const call = dockerCall(text);
    if (!call) return [];
    const dockerfile = call.dockerfile ?? `${call.context}/Dockerfile`;
    return { ...call, dockerfile, bases: ['.', directoryOf(file)], at: { file, line: number } };
  });
}

function buildOf(snapshot: Snapshot, { bases, at, args, target, ...paths }: WrittenBuild): ComposeBuild | null {
  for (const base of bases) {
    const context = joinPath(base, paths.context);
    const dockerfile = joinPath(base, paths.dockerfile ?? 'Dockerfile');
    if (context === null || dockerfile === null || !snapshot.has(dockerfile) || !snapshot.exists(context)) continue;
    return {
      context,
      dockerfile,
      target: target === null ? null : wordAt(target, at.file, at.line),
      args: new Map([...args].map(([name, value]) => [name, wordAt(value, at.file, at.line)])),
      at,
    };
  }
  return null;
}

function keyOf({ context, dockerfile, target, args }: ComposeBuild): string {
  return JSON.stringify([
    context,
    dockerfile,
    target?.value ?? null,
    [...args].map(([name, { value }]) => [name, value]),
  ]);
}
