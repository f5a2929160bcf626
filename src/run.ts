import type { Catalogues } from './domain/catalogue.ts';
import type { Existing } from './domain/coverage.ts';
import type { Deadline } from './domain/deadline.ts';
import { ActionError } from './domain/errors.ts';
import type { Judge, Subject } from './domain/judge.ts';
import type { AskedLayer } from './domain/layer.ts';
import { decodeText } from './domain/plain-text.ts';
import type { ProjectProfile } from './domain/profile.ts';
import type { Candidate, Effect, Proposal } from './domain/proposal.ts';
import { CONFIGURATION_PATH, type FileHistory, isWorkflow, type RepositoryContext } from './domain/repository.ts';
import type { GenerationRequest } from './domain/request.ts';
import { type FileContent, MANIFEST_LIMIT, type Tree } from './domain/tree.ts';
import { detectedRequest, minimalRequest } from './generate/detected.ts';
import { effectsOf } from './generate/effects.ts';
import {
  type Detection,
  GENERATED_PATHS,
  type Generated,
  type GenerateInput,
  generate,
  withoutMerging,
} from './generate/generate.ts';
import { findBase, needsBase } from './generate/merge/find-base.ts';
import { mergeRequests } from './generate/merge-requests.ts';
import { answer, type KnownLayer } from './ladder.ts';
import { profileInForce } from './profile-in-force.ts';
import { hasChecks, repositoryFindings } from './repository-findings.ts';
import { validate } from './validate/validate.ts';

/** Everything that the line needs of the outside. */
export interface RunInput {
  readonly context: RepositoryContext;
  /** The layers that must be asked, lowest first; they may need to know what the repository is. */
  readonly asked: (profile: ProjectProfile) => readonly AskedLayer[] | Promise<readonly AskedLayer[]>;
  readonly catalogues: Catalogues;
  readonly judge: Judge;
  readonly deadline: Deadline;
  /** What a person says about the workflows that are there, before the configuration is asked. */
  readonly workflows?: Existing | null;
}

export interface Outcome {
  readonly profile: ProjectProfile;
  /** Paths of the workflows that are not ours: they keep running beside what is proposed. */
  readonly beside: readonly string[];
  /** Those of them that do nothing else than what is proposed, where it is to replace them. */
  readonly replaceable: readonly string[];
  readonly proposal: Proposal;
  /** Of what was asked for in words. */
  readonly effects: readonly Effect[];
}

/** The straight line, from what happened to a proven proposal. Throws what its stages throw; a verdict that is no pass is no error. */
export async function run({ context, asked, catalogues, judge, deadline, workflows }: RunInput): Promise<Outcome> {
  const paths = (await context.tree.list()).entries.map(({ path }) => path);
  const beside = paths.filter((path) => isWorkflow(path) && !GENERATED_PATHS.includes(path));
  // Git lists the base while the head is read; whether it could is found out where the listing is used.
  if (beside.length > 0) context.baseTree?.list().catch(() => {});
  const inForce = await profileInForce(context, workflows);
  const { profile, replaceable } = inForce;
  const existing = await readExisting(context.tree);
  const bases = await findBases(existing, context.histories);
  const known = knownLayers(profile, context.configuration?.request ?? null);
  const own = known.filter(({ rung }) => rung !== 'accepted-request').map(({ request }) => request);
  const notes = await repositoryFindings(context, inForce);
  const about = {
    profile,
    existing,
    bases,
    catalogues,
    defaultBranch: context.defaultBranch,
    paths,
    places: context.configuration?.places ?? new Map(),
  };
  const inputOf = (stack: readonly GenerationRequest[]): GenerateInput => ({
    ...about,
    request: mergeRequests(stack),
    detection: detectionIn(stack, own, paths),
  });
  const prove = async (stack: readonly GenerationRequest[]): Promise<Candidate> => {
    const input = inputOf(stack);
    const { request } = input;
    const generated = generate(input);
    const judged = async (it: Generated): Promise<Candidate> => {
      const findings = [...context.findings, ...it.findings, ...notes];
      const report = await validate({ subjects: subjectsOf(it, request), judge, deadline, findings });
      return { request, pipeline: it.pipeline, release: it.release, changeSet: it.changeSet, report };
    };
    const candidate = await judged(generated);
    const why = faultOfEdits(generated, candidate);
    return why === null ? candidate : await judged(withoutMerging(generated, why));
  };
  const proposal = await answer({ known, asked: await asked(profile), prove, deadline });
  return { profile, beside, replaceable, proposal, effects: effectsOf(inputOf, proposal.understood) };
}

/** What the layers above detection are judged against; null where there are none. */
function detectionIn(
  stack: readonly GenerationRequest[],
  own: readonly GenerationRequest[],
  paths: readonly string[],
): Detection | null {
  const below = stack.filter((request) => own.includes(request));
  return below.length === stack.length ? null : { request: mergeRequests(below), paths };
}

/**
 * What is judged: every file that would be written, and the request that it was made from. Of a file that is left as it is, what was printed
 * is: whether it goes with the edits is the person's to say.
 */
function subjectsOf({ files }: Generated, request: GenerationRequest): Subject[] {
  const written = files.flatMap(({ anew, file, state }): Subject[] => {
    const text = state === 'left' ? anew.printed : file.content;
    // What is to go has no text.
    return text === '' ? [] : [{ kind: 'file', file: file.path, bytes: new TextEncoder().encode(text) }];
  });
  return [...written, { kind: 'request', file: CONFIGURATION_PATH, request }];
}

/** Why a file with the edits of people in it is refused; null where that is not so. */
function faultOfEdits({ files }: Generated, { report }: Candidate): string | null {
  if (report.verdict !== 'fail' || !files.some(({ state }) => state === 'merged')) return null;
  const fault = report.findings.find(({ level }) => level === 'error');
  return fault ? `${fault.rule} at line ${fault.range.start.line}: ${fault.message}` : null;
}

/** What was generated last, of the files that people have edited since; a place that has their history is asked only if those before it did not know. */
async function findBases(
  existing: ReadonlyMap<string, string>,
  histories: readonly FileHistory[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const bases = new Map<string, readonly string[]>();
  for (const [path, text] of existing) {
    for (const history of needsBase(text) ? histories : []) {
      const base = bases.has(path) ? null : findBase(text, await history.versionsOf(path));
      if (base !== null) bases.set(path, base);
    }
  }
  return bases;
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
