import type { Catalogues } from '../domain/catalogue.ts';
import type { ChangeSet } from '../domain/changes.ts';
import type { IntentPlaces } from '../domain/configuration.ts';
import type { Finding } from '../domain/finding.ts';
import { isAllCovered, type Pipeline } from '../domain/pipeline.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { GenerationRequest, Intent } from '../domain/request.ts';
import { generationFinding, unsupportedFindings } from './findings.ts';
import { lossesOf } from './losses/losses.ts';
import { leaveAsItIs, type Regenerated, regenerate } from './merge/regenerate.ts';
import { planPipeline } from './plan/plan.ts';
import { printWorkflow } from './print/github/workflow.ts';

export const WORKFLOW_PATH = '.github/workflows/generated.yml';

/** Every file that generation may write. */
export const GENERATED_PATHS: readonly string[] = [WORKFLOW_PATH];

export interface GenerateInput {
  readonly request: GenerationRequest;
  readonly profile: ProjectProfile;
  /** The text of each generated file as it is now, its lines ended by LF; absent where there is none. */
  readonly existing: ReadonlyMap<string, string>;
  /** The lines of the body that was generated last, for those of them that people have edited since and of which it is known. */
  readonly bases?: ReadonlyMap<string, readonly string[]>;
  readonly catalogues: Catalogues;
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
  /** Its intents are, object by object, those of the whole request that nobody has amended. */
  readonly request: GenerationRequest;
  /** Every path that is looked at. */
  readonly paths: readonly string[];
}

export interface Generated {
  readonly pipeline: Pipeline;
  readonly changeSet: ChangeSet;
  /** What was wished and left out, what is lost by what was wished, and what became of the edits of people. */
  readonly findings: readonly Finding[];
  readonly files: readonly Regenerated[];
}

/** Layer 2: a request over a profile becomes files. Pure and synchronous. */
export function generate(input: GenerateInput): Generated {
  const { request, existing, bases, catalogues } = input;
  const pipeline = planned(input, request);
  const printed = [[WORKFLOW_PATH, printWorkflow(pipeline, request, { catalogues, caches: pipeline.caches })]] as const;
  const files = printed.flatMap(([path, text]) => {
    const previous = existing.get(path) ?? null;
    // A branch protection that names a job of a file which is there would wait for it for ever.
    if (isAllCovered(pipeline) && previous === null) return [];
    return regenerate({ path, printed: text, previous, base: bases?.get(path) ?? null });
  });
  const findings = [
    ...unsupportedFindings(pipeline, WORKFLOW_PATH, input.places ?? new Map()),
    ...losses(input, pipeline),
  ];
  return withFiles({ pipeline, findings }, files);
}

/** The same, with every file left as it is that would have a person's words in it: what came of that could not be proven because of `why`. */
export function withoutMerging({ pipeline, findings, files }: Generated, why: string): Generated {
  const own = findings.filter((finding) => !files.some((file) => file.findings.includes(finding)));
  const left = files.map((file) =>
    file.state === 'merged'
      ? leaveAsItIs(file.anew, [generationFinding('MERGE_NOT_PROVEN', file.anew.path, { why })])
      : file,
  );
  return withFiles({ pipeline, findings: own }, left);
}

function withFiles(
  { pipeline, findings }: Pick<Generated, 'pipeline' | 'findings'>,
  files: readonly Regenerated[],
): Generated {
  return {
    pipeline,
    changeSet: { files: files.map(({ file }) => file) },
    findings: [...findings, ...files.flatMap((file) => file.findings)],
    files,
  };
}

function planned(input: GenerateInput, request: GenerationRequest): Pipeline {
  const { profile, catalogues, defaultBranch, paths = null } = input;
  return planPipeline({
    request,
    profile,
    images: catalogues.images,
    defaultBranch,
    paths,
    generated: GENERATED_PATHS,
    asked: askedIn(input, request),
  });
}

/** What somebody asked for is what detection has not said by itself. */
function askedIn({ detection }: GenerateInput, { intents }: GenerationRequest): ReadonlySet<Intent> {
  const shown = new Set(detection?.request.intents ?? intents);
  return new Set(intents.filter((intent) => !shown.has(intent)));
}

function losses(input: GenerateInput, pipeline: Pipeline): Finding[] {
  const { detection, profile, defaultBranch, request } = input;
  if (!detection) return [];
  return lossesOf({
    profile,
    intents: request.intents,
    asked: askedIn(input, request),
    planned: pipeline,
    detected: planned(input, detection.request),
    defaultBranch,
    paths: detection.paths,
    file: WORKFLOW_PATH,
  });
}
