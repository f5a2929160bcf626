import type { Catalogues } from './domain/catalogue.ts';
import type { ChangeSet } from './domain/changes.ts';
import type { Deadline } from './domain/deadline.ts';
import { ActionError } from './domain/errors.ts';
import type { Finding } from './domain/finding.ts';
import type { Judge, Subject } from './domain/judge.ts';
import type { AskedLayer } from './domain/layer.ts';
import { decodeText } from './domain/plain-text.ts';
import type { ProjectProfile } from './domain/profile.ts';
import type { Candidate, Proposal } from './domain/proposal.ts';
import { CONFIGURATION_PATH, type RepositoryContext } from './domain/repository.ts';
import type { GenerationRequest } from './domain/request.ts';
import { type FileContent, MANIFEST_LIMIT, type Tree } from './domain/tree.ts';
import { detectedRequest, minimalRequest } from './generate/detected.ts';
import { generationFinding } from './generate/findings.ts';
import { type Detection, GENERATED_PATHS, generate } from './generate/generate.ts';
import { mergeRequests } from './generate/merge.ts';
import { answer, type KnownLayer } from './ladder.ts';
import { profileRepository } from './profile/profile.ts';
import { validate } from './validate/validate.ts';

/** Everything that the line needs of the outside. */
export interface RunInput {
  readonly context: RepositoryContext;
  readonly asked: readonly AskedLayer[];
  readonly catalogues: Catalogues;
  readonly judge: Judge;
  readonly deadline: Deadline;
}

export interface Outcome {
  readonly profile: ProjectProfile;
  /** Paths of the workflows that are not ours: they keep running beside what is proposed. */
  readonly beside: readonly string[];
  readonly proposal: Proposal;
}

/** The straight line, from what happened to a proven proposal. Throws what its stages throw; a verdict that is no pass is no error. */
export async function run({ context, asked, catalogues, judge, deadline }: RunInput): Promise<Outcome> {
  const profile = await profileRepository(context.tree);
  const existing = await readExisting(context.tree);
  const known = knownLayers(profile, context.configuration?.request ?? null);
  const own = known.filter(({ rung }) => rung !== 'accepted-request').map(({ request }) => request);
  const paths = (await context.tree.list()).entries.map(({ path }) => path);
  const hidden = await hiddenFindings(context, profile);
  const prove = async (stack: readonly GenerationRequest[]): Promise<Candidate> => {
    const merged = mergeRequests(stack);
    const { pipeline, release, changeSet, findings } = generate({
      request: merged,
      profile,
      existing,
      catalogues,
      defaultBranch: context.defaultBranch,
      detection: detectionIn(stack, own, paths),
      places: context.configuration?.places ?? new Map(),
    });
    const report = await validate({
      subjects: subjectsOf(changeSet, merged),
      judge,
      deadline,
      findings: [...context.findings, ...findings, ...hidden],
    });
    return { request: merged, pipeline, release, changeSet, report };
  };
  const beside = paths.filter((path) => WORKFLOW.test(path) && !GENERATED_PATHS.includes(path));
  return { profile, beside, proposal: await answer({ known, asked, prove, deadline }) };
}

const WORKFLOW = /^\.github\/workflows\/[^/]+\.ya?ml$/;

/** What the layers above detection are judged against; null where there are none. */
function detectionIn(
  stack: readonly GenerationRequest[],
  own: readonly GenerationRequest[],
  paths: readonly string[],
): Detection | null {
  const below = stack.filter((request) => own.includes(request));
  return below.length === stack.length ? null : { request: mergeRequests(below), paths };
}

/** Settings are no layer that could be dropped: where they hide all that there is to check, nothing may be green. */
async function hiddenFindings({ tree, wholeTree }: RepositoryContext, profile: ProjectProfile): Promise<Finding[]> {
  if (tree === wholeTree || hasChecks(profile) || !hasChecks(await profileRepository(wholeTree))) return [];
  return [generationFinding('NO_CHECK_LEFT', CONFIGURATION_PATH, { what: 'What settings.paths lets be looked at' })];
}

function hasChecks({ units, services }: ProjectProfile): boolean {
  return units.length + services.length > 0;
}

/** What is judged: every file that would be written, and the request that it was made from. */
function subjectsOf({ files }: ChangeSet, request: GenerationRequest): Subject[] {
  const written = files
    .filter(({ status }) => status !== 'removed')
    .map(({ path, content }): Subject => ({ kind: 'file', file: path, bytes: new TextEncoder().encode(content) }));
  return [...written, { kind: 'request', file: CONFIGURATION_PATH, request }];
}

function knownLayers(profile: ProjectProfile, accepted: GenerationRequest | null): [KnownLayer, ...KnownLayer[]] {
  const minimal: KnownLayer = { rung: 'minimal', request: minimalRequest() };
  const detected: KnownLayer = { rung: 'detected', request: detectedRequest(profile) };
  const top: KnownLayer[] = accepted ? [{ rung: 'accepted-request', request: accepted }] : [];
  return hasChecks(profile) ? [minimal, detected, ...top] : [minimal, ...top];
}

/** The files that generation may replace, as they are at the head. Throws FILE_UNREADABLE: what cannot be shown is not replaced. */
async function readExisting(tree: Tree): Promise<ReadonlyMap<string, string>> {
  const contents = await tree.read(GENERATED_PATHS, MANIFEST_LIMIT);
  return new Map([...contents].map(([path, content]) => [path, textOf(path, content)]));
}

/** Lines end with LF, as generated ones do: a checkout that writes CRLF changes nothing. */
function textOf(path: string, content: FileContent): string {
  if (content.kind === 'too-large')
    throw new ActionError(
      'FILE_UNREADABLE',
      `${path} has ${content.size} bytes, so it was not made here; move it away.`,
    );
  const decoded = decodeText(content.bytes);
  if (decoded.kind === 'text') return decoded.text;
  throw new ActionError('FILE_UNREADABLE', `${path} is there, but ${decoded.why}`);
}
