import type { Intent, IntentOf, Selector } from '../../../domain/request.ts';

/** An intent as somebody says it: what a person is asked about, and may copy. */
export function sentenceOf(intent: Intent): string {
  switch (intent.kind) {
    case 'check':
      return checkSentence(intent);
    case 'matrix':
      return `Test ${whom(intent.for)} on ${[...(intent.versions ?? []).map((version) => `${intent.tool ?? ''} ${version}`.trim()), ...(intent.systems ?? [])].join(', ')}.`;
    case 'service':
      return `The tests of ${whom(intent.for)} need ${[intent.service, intent.version].filter(Boolean).join(' ')}.`;
    case 'trigger':
      return triggerSentence(intent);
    case 'image':
      return imageSentence(intent);
    case 'publish':
      return `Publish the package of ${whom(intent.for)} to ${intent.registry} ${intent.on === 'manual' ? 'by hand' : 'on tags'}.`;
    case 'chart':
      return chartSentence(intent);
    case 'deploy':
      return `Deploy ${whom(intent.for)} to ${intent.environment}${intent.on ? ` ${MOMENTS[intent.on]}` : ''}${intent.approval ? ' after approval' : ''}.`;
    case 'runner':
      return `Run ${whom(intent.for)} on ${intent.labels.join(' ')} runners.`;
    case 'timeout':
      return `Give ${whom(intent.for)} ${intent.minutes} minutes.`;
    case 'custom':
      return `Run \`${intent.command}\`${'all' in intent.for ? '' : ` for ${whom(intent.for)}`}.`;
  }
}

const MOMENTS = { 'default-branch': 'from the default branch', tag: 'on tags', manual: 'by hand' } as const;

const NOUNS = {
  lint: 'lint',
  format: 'format check',
  typecheck: 'type check',
  test: 'tests',
  build: 'build',
  audit: 'audit',
  coverage: 'coverage check',
  'secret-scan': 'secret scan',
} as const;

function checkSentence({ check, ensure, tool, threshold, for: selector }: IntentOf<'check'>): string {
  if (!ensure) return `Remove the ${NOUNS[check]} from ${whom(selector)}.`;
  if (threshold !== undefined) return `Fail CI if the coverage of ${whom(selector)} is below ${threshold} %.`;
  return `Add the ${NOUNS[check]} for ${whom(selector)}${tool ? ` with ${tool}` : ''}.`;
}

const EVENTS = {
  pull_request: 'pull requests',
  push: 'pushes',
  tag: 'tags',
  schedule: 'a schedule',
  manual: 'demand',
  merge_group: 'the merge queue',
} as const;

function triggerSentence({ on, ensure, branches, paths, tags, cron }: IntentOf<'trigger'>): string {
  if (!ensure) return `Do not run the pipeline on ${EVENTS[on]}.`;
  const where = [
    branches ? ` to ${branches.join(', ')}` : '',
    tags ? ` matching ${tags.join(', ')}` : '',
    paths ? ` that touch ${paths.join(', ')}` : '',
    cron ? ` of ${cron}` : '',
  ].join('');
  return `Run the pipeline on ${EVENTS[on]}${where}.`;
}

function imageSentence({ for: selector, push, registry, platforms, ...rest }: IntentOf<'image'>): string {
  const off = (['scan', 'sbom', 'sign', 'provenance'] as const).filter((extra) => rest[extra] === false);
  const moment = push === 'tag' || push === 'default-branch' ? ` ${MOMENTS[push]}` : '';
  return [
    `${moment === '' ? 'Build' : 'Push'} the image of ${whom(selector)}`,
    push === 'never' ? ' without pushing it' : '',
    registry ? ` ${moment === '' ? 'for the registry' : 'to'} ${registry}` : '',
    moment,
    platforms ? ` for ${platforms.join(' and ')}` : '',
    off.length > 0 ? ` without ${off.join(' and ')}` : '',
    '.',
  ].join('');
}

function chartSentence({ for: selector, replicas, autoscale, cpu, memory, host, mesh }: IntentOf<'chart'>): string {
  const wishes = [
    replicas === undefined ? null : `${replicas} replicas`,
    autoscale &&
      `${autoscale.min} to ${autoscale.max} replicas${autoscale.cpuPercent ? ` at ${autoscale.cpuPercent} % CPU` : ''}`,
    cpu && `${cpu} of CPU`,
    memory && `${memory} of memory`,
    host && `the host ${host}`,
    mesh && `the mesh ${mesh}`,
  ].filter(Boolean);
  return `Give ${whom(selector)} ${wishes.join(', ')}.`;
}

function whom(selector: Selector): string {
  if ('all' in selector) return 'everything';
  if ('ecosystem' in selector) return `the ${selector.ecosystem} code`;
  return 'service' in selector ? selector.service : selector.path;
}
