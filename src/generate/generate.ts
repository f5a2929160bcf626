import type { Catalogues } from '../domain/catalogue.ts';
import type { ChangeSet, FileStatus } from '../domain/changes.ts';
import type { IntentPlaces } from '../domain/configuration.ts';
import type { Finding } from '../domain/finding.ts';
import { isAllCovered, type Pipeline } from '../domain/pipeline.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { GenerationRequest } from '../domain/request.ts';
import { generationFinding, unsupportedFindings } from './findings.ts';
import { lossesOf } from './losses/losses.ts';
import { planPipeline } from './plan/plan.ts';
import type { Pins } from './print/github/actions.ts';
import { handWritten, printWorkflow } from './print/github/workflow.ts';

export const WORKFLOW_PATH = '.github/workflows/generated.yml';

/** Every file that generation may write. */
export const GENERATED_PATHS: readonly string[] = [WORKFLOW_PATH];

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
  /** Every path that is looked at. */
  readonly paths?: readonly string[];
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
  readonly changeSet: ChangeSet;
  /** What was wished and left out, and what is lost by what was wished. */
  readonly findings: readonly Finding[];
}

/** Layer 2: a request over a profile becomes files. Pure and synchronous. */
export function generate(input: GenerateInput): Generated {
  const { request, existing, catalogues, pins } = input;
  const pipeline = planned(input, request);
  const content = printWorkflow(pipeline, request, { catalogues, pins: pins ?? new Map(), caches: pipeline.caches });
  const previous = existing.get(WORKFLOW_PATH) ?? null;
  const file = { path: WORKFLOW_PATH, content, previous, status: statusOf(previous, content) };
  return {
    pipeline,
    // A branch protection that names a job of a file which is there would wait for it for ever.
    changeSet: { files: isAllCovered(pipeline) && previous === null ? [] : [file] },
    findings: [
      ...unsupportedFindings(pipeline, WORKFLOW_PATH, input.places ?? new Map()),
      ...losses(input, pipeline),
      ...whatIsLost(previous, content),
    ],
  };
}

function statusOf(previous: string | null, content: string): FileStatus {
  if (previous === null) return 'added';
  return previous === content ? 'unchanged' : 'changed';
}

function planned({ profile, catalogues, defaultBranch, paths }: GenerateInput, request: GenerationRequest): Pipeline {
  const { images } = catalogues;
  return planPipeline({ request, profile, images, defaultBranch, generated: GENERATED_PATHS, paths: paths ?? null });
}

function losses(input: GenerateInput, pipeline: Pipeline): Finding[] {
  const { detection, profile, defaultBranch, request } = input;
  if (!detection) return [];
  return lossesOf({
    profile,
    intents: request.intents,
    planned: pipeline,
    detected: planned(input, detection.request),
    defaultBranch,
    paths: detection.paths,
    file: WORKFLOW_PATH,
  });
}

/** What a person has written and would not find again. */
function whatIsLost(previous: string | null, content: string): Finding[] {
  if (previous === null || previous === content) return [];
  const loss = handWritten(previous);
  return loss ? [generationFinding(loss, WORKFLOW_PATH)] : [];
}
