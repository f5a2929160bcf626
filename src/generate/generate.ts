import type { Catalogues } from '../domain/catalogue.ts';
import type { ChangeSet, FileStatus, GeneratedFile } from '../domain/changes.ts';
import type { IntentPlaces } from '../domain/configuration.ts';
import type { Finding } from '../domain/finding.ts';
import type { Pipeline } from '../domain/pipeline.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { GenerationRequest } from '../domain/request.ts';
import { generationFinding, setupFindings, unsupportedFindings } from './findings.ts';
import { lossesOf } from './losses/losses.ts';
import { planPipeline } from './plan/plan.ts';
import { planRelease } from './plan/release.ts';
import type { Pins } from './print/github/actions.ts';
import { handWritten, printWorkflow } from './print/github/workflow.ts';

export const WORKFLOW_PATH = '.github/workflows/generated.yml';
export const RELEASE_PATH = '.github/workflows/generated-release.yml';

/** Every file that generation may write. */
export const GENERATED_PATHS: readonly string[] = [WORKFLOW_PATH, RELEASE_PATH];

export interface GenerateInput {
  readonly request: GenerationRequest;
  readonly profile: ProjectProfile;
  /** The text of each generated file as it is now; absent where there is none. */
  readonly existing: ReadonlyMap<string, string>;
  readonly catalogues: Catalogues;
  /** Newer releases of actions that somebody has put into the existing file, by `owner/name`: they are kept. */
  readonly pins?: Pins;
  /** Where pushes are checked; where it cannot be known, `main` and `master` are. */
  readonly defaultBranch: string | null;
  /** What the request is judged against; null where there is nothing above detection. */
  readonly detection?: Detection | null;
  /** Where wishes stand in the configuration. */
  readonly places?: IntentPlaces;
}

/** What the repository shows by itself. */
export interface Detection {
  readonly request: GenerationRequest;
  /** Every path that is looked at. */
  readonly paths: readonly string[];
}

export interface Generated {
  readonly pipeline: Pipeline;
  /** Null where nothing is released. */
  readonly release: Pipeline | null;
  readonly changeSet: ChangeSet;
  /** What was wished and left out, and what is lost by what was wished. */
  readonly findings: readonly Finding[];
}

/** Layer 2: a request over a profile becomes files. Pure and synchronous. */
export function generate(input: GenerateInput): Generated {
  const { request, places = new Map() } = input;
  const { pipeline, release } = planned(input, request);
  const files = [fileOf(input, RELEASE_PATH, release), fileOf(input, WORKFLOW_PATH, pipeline)].flatMap(
    (it) => it ?? [],
  );
  return {
    pipeline,
    release,
    changeSet: { files },
    findings: [
      ...unsupportedFindings(pipeline, WORKFLOW_PATH, places),
      ...setupFindings(pipeline, WORKFLOW_PATH),
      ...(release ? setupFindings(release, RELEASE_PATH) : []),
      ...losses(input, pipeline),
      ...files.flatMap(whatIsLost),
    ],
  };
}

/** A file as it should stand; null where there is none and none is wanted. What is no longer wanted is removed. */
function fileOf(
  { request, existing, catalogues, pins = new Map() }: GenerateInput,
  path: string,
  pipeline: Pipeline | null,
): GeneratedFile | null {
  const previous = existing.get(path) ?? null;
  if (pipeline === null) {
    // What somebody else has put there under that name is theirs.
    const isOurs = previous !== null && previous.trim() !== '' && handWritten(previous) !== 'WRITTEN_BY_HAND';
    return isOurs ? { path, content: '', previous, status: 'removed' } : null;
  }
  const content = printWorkflow(pipeline, request, { catalogues, pins, caches: pipeline.caches });
  return { path, content, previous, status: statusOf(previous, content) };
}

function statusOf(previous: string | null, content: string): FileStatus {
  if (previous === null) return 'added';
  return previous === content ? 'unchanged' : 'changed';
}

function planned({ profile, catalogues, defaultBranch }: GenerateInput, request: GenerationRequest) {
  const input = { request, profile, images: catalogues.images, defaultBranch, generated: [WORKFLOW_PATH] };
  const release = planRelease(input);
  const isReleasedByTag = release?.triggers.some(({ on }) => on === 'tag') ?? false;
  return { release, pipeline: planPipeline(input, isReleasedByTag) };
}

function losses(input: GenerateInput, pipeline: Pipeline): Finding[] {
  const { detection, profile, defaultBranch, request } = input;
  if (!detection) return [];
  return lossesOf({
    profile,
    intents: request.intents,
    planned: pipeline,
    detected: planned(input, detection.request).pipeline,
    defaultBranch,
    paths: detection.paths,
    file: WORKFLOW_PATH,
  });
}

/** What a person has written and would not find again. */
function whatIsLost({ path, previous, content }: GeneratedFile): Finding[] {
  if (previous === null || previous === content) return [];
  const loss = handWritten(previous);
  return loss ? [generationFinding(loss, path)] : [];
}
