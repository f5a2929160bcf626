import type { Catalogues } from '../domain/catalogue.ts';
import type { ChangeSet } from '../domain/changes.ts';
import type { IntentPlaces } from '../domain/configuration.ts';
import type { Finding } from '../domain/finding.ts';
import { isAllCovered, type Pipeline } from '../domain/pipeline.ts';
import type { ProjectProfile } from '../domain/profile.ts';
import type { GenerationRequest, Intent } from '../domain/request.ts';
import { generationFinding, rangeFindings, setupFindings, unsupportedFindings } from './findings.ts';
import { lossesOf } from './losses/losses.ts';
import { leaveAsItIs, type Regenerated, regenerate } from './merge/regenerate.ts';
import { unwanted } from './merge/unwanted.ts';
import { outOfRange } from './plan/out-of-range.ts';
import { planPipeline } from './plan/plan.ts';
import { planRelease } from './plan/release.ts';
import { printWorkflow } from './print/github/workflow.ts';

export const WORKFLOW_PATH = '.github/workflows/generated.yml';
export const RELEASE_PATH = '.github/workflows/generated-release.yml';

/** Every file that generation may write. */
export const GENERATED_PATHS: readonly string[] = [WORKFLOW_PATH, RELEASE_PATH];

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
  /** Null where nothing is released. */
  readonly release: Pipeline | null;
  readonly changeSet: ChangeSet;
  /** What was wished and left out, what is lost by what was wished, and what became of the edits of people. */
  readonly findings: readonly Finding[];
  readonly files: readonly Regenerated[];
}

/** Layer 2: a request over a profile becomes files. Pure and synchronous. */
export function generate(input: GenerateInput): Generated {
  const { places = new Map() } = input;
  const { pipeline, release } = planned(input);
  // A branch protection that names a job of a file which is there would wait for it for ever.
  const isWanted = !isAllCovered(pipeline) || input.existing.has(WORKFLOW_PATH);
  const files = [fileOf(input, RELEASE_PATH, release), isWanted ? fileOf(input, WORKFLOW_PATH, pipeline) : null];
  const findings = [
    ...unsupportedFindings(pipeline, WORKFLOW_PATH, { places, asked: askedIn(input, input.request) }),
    ...rangeFindings(outOfRange(input.request.intents, input.profile)),
    ...setupFindings(pipeline, WORKFLOW_PATH),
    ...(release ? setupFindings(release, RELEASE_PATH) : []),
    ...losses(input, pipeline),
  ];
  return withFiles(
    { pipeline, release, findings },
    files.flatMap((file) => file ?? []),
  );
}

/** A file as it should stand; null where there is none and none is wanted. */
function fileOf(input: GenerateInput, path: string, pipeline: Pipeline | null): Regenerated | null {
  const { request, existing, bases, catalogues } = input;
  const previous = existing.get(path) ?? null;
  if (pipeline === null) return previous === null ? null : unwanted(path, previous);
  const printed = printWorkflow(pipeline, request, { catalogues, caches: pipeline.caches });
  return regenerate({ path, printed, previous, base: bases?.get(path) ?? null });
}

/** The same, with every file left as it is that would have a person's words in it: what came of that could not be proven because of `why`. */
export function withoutMerging({ pipeline, release, findings, files }: Generated, why: string): Generated {
  const own = findings.filter((finding) => !files.some((file) => file.findings.includes(finding)));
  const left = files.map((file) =>
    file.state === 'merged'
      ? leaveAsItIs(file.anew, [generationFinding('MERGE_NOT_PROVEN', file.anew.path, { why })])
      : file,
  );
  return withFiles({ pipeline, release, findings: own }, left);
}

function withFiles(
  made: Pick<Generated, 'pipeline' | 'release' | 'findings'>,
  files: readonly Regenerated[],
): Generated {
  return {
    ...made,
    changeSet: { files: files.map(({ file }) => file) },
    findings: [...made.findings, ...files.flatMap((file) => file.findings)],
    files,
  };
}

/** What would run, before it is printed. */
export function planned(input: GenerateInput, request = input.request): Pick<Generated, 'pipeline' | 'release'> {
  const { profile, catalogues, defaultBranch, paths = null } = input;
  const asked = askedIn(input, request);
  const about = {
    request,
    profile,
    images: catalogues.images,
    defaultBranch,
    paths,
    generated: [WORKFLOW_PATH],
    asked,
  };
  const release = planRelease(about);
  const isReleasedByTag = release?.triggers.some(({ on }) => on === 'tag') ?? false;
  return { release, pipeline: planPipeline(about, isReleasedByTag) };
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
    detected: planned(input, detection.request).pipeline,
    defaultBranch,
    paths: detection.paths,
    file: WORKFLOW_PATH,
  });
}
