import type { Snapshot } from '../../snapshot.ts';

/** Globs of the files by which other systems, and people, start things in a repository. */
export const PIPELINES = [
  '.github/workflows/*.{yml,yaml}',
  '{.gitlab-ci,.travis,.drone,azure-pipelines,bitbucket-pipelines,appveyor,cloudbuild,buildspec}.{yml,yaml}',
  '.circleci/config.yml',
  'Jenkinsfile',
  'Makefile',
];

const OTHERS =
  /^(?:\.?(?:gitlab-ci|travis|drone|azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|buildspec)\.ya?ml|\.circleci\/config\.yml|Jenkinsfile|Makefile)$/;

/** The pipelines that are there, GitHub's first. Our own say nothing: what they start was chosen by us. */
export function pipelinesOf(snapshot: Snapshot): string[] {
  const workflows = snapshot.paths.filter((path) => /^\.github\/workflows\/(?!generated)[^/]+\.ya?ml$/.test(path));
  return [...workflows, ...snapshot.paths.filter((path) => OTHERS.test(path))];
}
