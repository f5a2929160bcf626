import type { Finding } from '../../domain/finding.ts';
import { pathspecMatcher } from '../../domain/glob/pathspec.ts';
import type { Pipeline, PipelineTrigger } from '../../domain/pipeline.ts';
import type { ProjectProfile } from '../../domain/profile.ts';
import { passesFilter } from '../filter.ts';
import { generationFinding } from '../findings.ts';
import { ownGlobs } from '../plan/globs.ts';
import { USUAL_BRANCHES } from '../plan/triggers.ts';

export interface ReachInput {
  readonly profile: ProjectProfile;
  readonly planned: Pipeline;
  readonly defaultBranch: string | null;
  /** Every path that is looked at. */
  readonly paths: readonly string[];
  readonly file: string;
}

type PullRequest = Extract<PipelineTrigger, { on: 'pull_request' }>;

/** Which pull requests to the default branch no longer start the pipeline: an error where none does. */
export function lostReach(input: ReachInput): Finding[] {
  const { planned, defaultBranch, file } = input;
  const trigger = planned.triggers.find((it) => it.on === 'pull_request');
  if (!trigger) return [unreached(input, 'it has no trigger for them')];
  const branches = defaultBranch === null ? USUAL_BRANCHES : [defaultBranch];
  if (!branches.some((branch) => passesAll(trigger.branches, branch))) {
    const why = `none of the branches ${trigger.branches.join(', ')} is it`;
    // Where the name is only assumed, the filter may well be right.
    return defaultBranch === null
      ? [generationFinding('CHANGES_NOT_REACHED', file, { what: `goes to ${branches.join(' or ')}` })]
      : [unreached(input, why)];
  }
  return lostPaths(input, trigger);
}

function lostPaths(input: ReachInput, { paths: patterns }: PullRequest): Finding[] {
  if (patterns.length === 0) return [];
  const reached = input.paths.filter((path) => passesFilter(patterns, path));
  if (reached.length === 0)
    return [unreached(input, `the paths ${patterns.join(', ')} match no file of the repository`)];
  const { units, services } = input.profile;
  const missed = [...units, ...services].filter((owner) => !reached.some(pathspecMatcher(ownGlobs(owner))));
  if (missed.length === 0) return [];
  const folders = [...new Set(missed.map(({ directory }) => directory))];
  return [generationFinding('CHANGES_NOT_REACHED', input.file, { what: `changes only ${folders.join(', ')}` })];
}

function unreached({ defaultBranch, file }: ReachInput, why: string): Finding {
  return generationFinding('PULL_REQUESTS_NOT_REACHED', file, { branch: defaultBranch ?? 'the default branch', why });
}

/** Without a filter everything passes. */
function passesAll(patterns: readonly string[], name: string): boolean {
  return patterns.length === 0 || passesFilter(patterns, name);
}
