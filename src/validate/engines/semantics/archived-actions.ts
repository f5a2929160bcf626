import { asText } from '../../../workflow/facts/values.ts';
import type { Check, Fault } from './check.ts';
import { stepsOf } from './steps.ts';

/** Repositories of actions that their owners have archived, and what does the same today; nothing where there is no one such thing. */
const ARCHIVED: Readonly<Record<string, string>> = {
  '8398a7/action-slack': 'slackapi/slack-github-action',
  'actions-rs/audit-check': 'rustsec/audit-check',
  'actions-rs/cargo': 'cargo in a script',
  'actions-rs/clippy-check': 'cargo clippy in a script',
  'actions-rs/grcov': 'grcov in a script',
  'actions-rs/install': 'taiki-e/install-action',
  'actions-rs/tarpaulin': 'cargo tarpaulin in a script',
  'actions-rs/toolchain': 'rustup in a script',
  'actions/create-release': 'gh release create in a script',
  'actions/setup-elixir': 'erlef/setup-beam',
  'actions/setup-haskell': 'haskell-actions/setup',
  'actions/setup-ruby': 'ruby/setup-ruby',
  'actions/upload-release-asset': 'gh release upload in a script',
  'azure/container-scan': '',
  'azure/get-keyvault-secrets': 'az keyvault in a script',
  'cirrus-actions/rebase': '',
  'contributor-assistant/github-action': '',
  'crazy-max/ghaction-docker-buildx': 'docker/setup-buildx-action',
  'delaguardo/setup-graalvm': 'graalvm/setup-graalvm',
  'gradle/gradle-build-action': 'gradle/actions/setup-gradle',
  'grafana/k6-action': 'grafana/setup-k6-action',
  'ilshidur/action-slack': 'slackapi/slack-github-action',
  'jakejarvis/s3-sync-action': 'aws s3 sync in a script',
  'marvinpinto/action-automatic-releases': 'gh release create in a script',
  'marvinpinto/actions': 'gh release create in a script',
  'repo-sync/pull-request': 'gh pr create in a script',
  'semgrep/semgrep-action': 'semgrep in a script',
  'sonarsource/sonarcloud-github-action': 'sonarsource/sonarqube-scan-action',
  'technote-space/auto-cancel-redundant-workflow': 'concurrency of the workflow',
  'technote-space/get-diff-action': 'git diff in a script',
  'tibdex/github-app-token': 'actions/create-github-app-token',
  'verygoodopensource/very_good_coverage': '',
};

/** Actions that nobody mends any more, whatever is found in them. (zizmor: archived-uses) */
export const archivedActions: Check = ({ jobs }) =>
  jobs.flatMap(stepsOf).flatMap(({ step, path }): Fault[] => {
    const [name = ''] = (asText(step.uses) ?? '').split('@');
    const action = name.split('/').slice(0, 2).join('/');
    const key = action.toLowerCase();
    if (!Object.hasOwn(ARCHIVED, key)) return [];
    const instead = ARCHIVED[key] === '' ? '' : `; ${ARCHIVED[key]} does the same`;
    return [{ rule: 'archived-action', path: [...path, 'uses'], params: { action, instead } }];
  });
