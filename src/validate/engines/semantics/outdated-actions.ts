import { asText } from '../../../workflow/facts/values.ts';
import type { Check, Fault } from './check.ts';
import { stepsOf } from './steps.ts';

/** Of each action the last major release that was written for Node 12 or 16, by its action.yml. */
const OLD: Readonly<Record<string, number>> = {
  'actions/cache': 3,
  'actions/checkout': 3,
  'actions/configure-pages': 3,
  'actions/delete-package-versions': 4,
  'actions/dependency-review-action': 3,
  'actions/deploy-pages': 2,
  'actions/download-artifact': 3,
  'actions/github-script': 6,
  'actions/labeler': 4,
  'actions/setup-dotnet': 3,
  'actions/setup-go': 4,
  'actions/setup-java': 3,
  'actions/setup-node': 3,
  'actions/setup-python': 4,
  'actions/stale': 8,
  'actions/upload-artifact': 3,
  'aws-actions/configure-aws-credentials': 3,
  'azure/login': 1,
  'codecov/codecov-action': 3,
  'dessant/lock-threads': 4,
  'docker/build-push-action': 4,
  'docker/login-action': 2,
  'docker/metadata-action': 4,
  'docker/setup-buildx-action': 2,
  'docker/setup-qemu-action': 2,
  'dorny/paths-filter': 2,
  'github/codeql-action': 2,
  'golangci/golangci-lint-action': 3,
  'google-github-actions/auth': 1,
  'google-github-actions/setup-gcloud': 1,
  'goreleaser/goreleaser-action': 4,
  'gradle/wrapper-validation-action': 1,
  'release-drafter/release-drafter': 5,
  'swatinem/rust-cache': 1,
};

/** These needed no Node. */
const DOCKER = new Set(['docker/build-push-action@1']);

/** Those that GitHub fails at once: the services that they speak to are gone. (GitHub's changelog, 2024-04-16, 2024-12-05) */
const REFUSED: Readonly<Record<string, number>> = {
  'actions/cache': 2,
  'actions/download-artifact': 3,
  'actions/upload-artifact': 3,
};

/** Releases of actions that ran on a Node that runners do not have any more. */
export const outdatedActions: Check = ({ jobs }) =>
  jobs.flatMap(stepsOf).flatMap(({ step, path }): Fault[] => {
    const [name = '', ref = ''] = (asText(step.uses) ?? '').split('@');
    const [owner = '', repository = ''] = name.toLowerCase().split('/');
    const action = `${owner}/${repository}`;
    const major = Number(/^v?(\d{1,2})(?:\.\d+){0,2}$/.exec(ref)?.[1] ?? Number.POSITIVE_INFINITY);
    if (!isUpTo(OLD, action, major) || DOCKER.has(`${action}@${major}`)) return [];
    const rule = isUpTo(REFUSED, action, major) ? 'refused-action' : 'outdated-action';
    return [{ rule, path: [...path, 'uses'], params: { action, ref } }];
  });

function isUpTo(last: Readonly<Record<string, number>>, action: string, major: number): boolean {
  return Object.hasOwn(last, action) && major <= (last[action] ?? 0);
}
