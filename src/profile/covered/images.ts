import type { Service } from '../../domain/profile.ts';
import { countedCommands } from '../called/counted.ts';
import type { StepRun } from '../ci/step-runs.ts';
import type { DockerCall } from '../docker/call.ts';
import { dockerCall } from '../docker/call.ts';
import { joinPath } from '../paths.ts';
import { actionBuild, isImageAction } from '../services/pipeline-builds.ts';
import type { Snapshot } from '../snapshot.ts';

/** An image as a step builds it, with paths from the repository's root. */
export interface BuiltImage {
  readonly context: string;
  readonly dockerfile: string;
  readonly target: string | null;
  readonly args: ReadonlyMap<string, string>;
  readonly line: number;
}

/** The images that a step builds of files that are known, for machines such as GitHub's own. */
export function imagesOf(built: StepRun): BuiltImage[] {
  if (isImageAction(built.step)) return actionImage(built);
  return built.step.uses === null && built.directory !== null ? commandImages(built, built.directory) : [];
}

function actionImage({ step, run }: StepRun): BuiltImage[] {
  const { inputs, line } = step;
  const isBuild =
    /^(?:build)?$/.test(inputs.get('call') ?? '') && !/type=(?:local|tar)\b/.test(inputs.get('outputs') ?? '');
  const written = isBuild && isUsualPlatform(inputs.get('platforms') ?? '') ? actionBuild(step, run) : null;
  if (written === null) return [];
  const context = joinPath('.', written.context);
  const dockerfile = joinPath('.', written.dockerfile ?? 'Dockerfile');
  return context === null || dockerfile === null ? [] : [{ ...written, context, dockerfile, line }];
}

/** One of two, whatever is asked before. */
const EITHER =
  /^\s{0,8}\$\{\{[^'{}]{1,200}(?:'[^'{}]{0,100}'[^'{}]{0,100}){0,4}&&\s{0,8}'([\w/,\s]{1,200})'\s{0,8}\|\|\s{0,8}'([\w/,\s]{1,200})'\s{0,8}\}\}\s{0,8}$/;

function isUsualPlatform(platforms: string): boolean {
  const [, one, other] = EITHER.exec(platforms) ?? [];
  if (one !== undefined && other !== undefined) return isUsualPlatform(one) && isUsualPlatform(other);
  return platforms.trim() === '' || /(?:^|[\s,])linux\/amd64(?:$|[\s,])/.test(platforms);
}

/** What only names the image may be known when it runs alone. */
const UNKNOWN = /\$\{\{[^}]{0,200}\}\}|\$\{\w{1,60}\}|\$\w{1,60}/g;

function commandImages({ script }: StepRun, folder: string): BuiltImage[] {
  const lines = script.map(({ text, number }) => ({ text: text.replace(UNKNOWN, '__'), number }));
  return countedCommands(lines, folder).flatMap(({ run, directory, line }) => {
    const call = /^docker /.test(run) && !/\s--(?:platform|check|call)\b/.test(run) ? dockerCall(run) : null;
    return call === null ? [] : calledImage(call, directory, line);
  });
}

function calledImage({ context: written, dockerfile: named, target, args }: DockerCall, folder: string, line: number) {
  const context = joinPath(folder, written);
  const dockerfile = named === null ? context && joinPath(context, 'Dockerfile') : joinPath(folder, named);
  return context === null || dockerfile === null ? [] : [{ context, dockerfile, target, args, line }];
}

/** Whether that is the image of a service. */
export function isImageOf(snapshot: Snapshot, { image }: Service, built: BuiltImage): boolean {
  const { context, dockerfile, args } = built;
  const target = (it: { readonly target: string | null }) => withoutLast(snapshot, dockerfile, it.target);
  const isSame = image.dockerfile === dockerfile && image.context === context && target(image) === target(built);
  return isSame && Object.entries(image.buildArgs).every(([name, value]) => args.get(name) === value);
}

/** A target, unless it is the last stage, which is built without one as well. */
function withoutLast(snapshot: Snapshot, dockerfile: string, target: string | null): string | null {
  const last = [...(snapshot.text(dockerfile) ?? '').matchAll(STAGE)].at(-1)?.[1];
  return target !== null && last?.toLowerCase() === target.toLowerCase() ? null : target;
}

/** A stage, with its name where it has one. (docs.docker.com, "Dockerfile reference", FROM) */
const STAGE = /^[^\S\n]{0,20}FROM[^\S\n][^\n]{1,500}?(?:[^\S\n]AS[^\S\n]{1,20}([\w.-]{1,100})[^\S\n]{0,20})?$/gim;
