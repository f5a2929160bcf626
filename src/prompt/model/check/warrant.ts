import type { Intent, IntentOf } from '../../../domain/request.ts';
import { isMeant } from './aim.ts';
import type { Family } from './families.ts';
import { type Hearing, notSaid, type Reason, unasked, unsaid } from './reason.ts';
import {
  checkWarrant,
  customWarrant,
  matrixWarrant,
  serviceWarrant,
  timeoutWarrant,
  triggerWarrant,
} from './values.ts';

/**
 * What of an intent nobody has asked for. The words are the warrant: what takes away, costs, leaves the job or changes where and when it runs
 * must have been spoken of, and its values must stand in them. What the repository says is no warrant, for others write it.
 */
export function unwarranted(intent: Intent, hearing: Hearing): Reason[] {
  const reasons = warrantOf(intent, hearing);
  const isWeighty = intent.kind !== 'trigger' && weighs(intent);
  const isAimed = !isWeighty || isMeant(intent.for, hearing.said, hearing.profile);
  return isAimed ? reasons : [...reasons, unasked('for', intent)];
}

/** Whether it matters whom it is for. A check more, a version or a database harms nobody. */
function weighs(intent: Exclude<Intent, { kind: 'trigger' }>): boolean {
  switch (intent.kind) {
    case 'check':
      return !intent.ensure;
    case 'matrix':
    case 'service':
    case 'timeout':
    case 'custom':
      return false;
    case 'image':
      return (intent.push ?? 'never') !== 'never' || offOf(intent).length > 0;
    case 'publish':
    case 'chart':
    case 'deploy':
    case 'runner':
      return true;
  }
}

function warrantOf(intent: Intent, hearing: Hearing): Reason[] {
  switch (intent.kind) {
    case 'check':
      return checkWarrant(intent, hearing);
    case 'matrix':
      return matrixWarrant(intent, hearing);
    case 'service':
      return serviceWarrant(intent, hearing);
    case 'trigger':
      return triggerWarrant(intent, hearing);
    case 'image':
      return imageWarrant(intent, hearing);
    case 'publish':
      return publishWarrant(intent, hearing);
    case 'chart':
      return chartWarrant(intent, hearing);
    case 'deploy':
      return deployWarrant(intent, hearing);
    case 'runner':
      return runnerWarrant(intent, hearing);
    case 'timeout':
      return timeoutWarrant(intent, hearing);
    case 'custom':
      return customWarrant(intent, hearing);
  }
}

function unless(is: boolean, at: string, intent: Intent, text?: string): Reason[] {
  if (is) return [];
  return [text === undefined ? unasked(at, intent) : unsaid(at, intent, text)];
}

const MOMENTS: Readonly<Record<'default-branch' | 'tag' | 'manual', Family>> = {
  'default-branch': 'branch',
  tag: 'tag',
  manual: 'manual',
};

function offOf(intent: IntentOf<'image'>) {
  return (['scan', 'sbom', 'sign', 'provenance'] as const).filter((extra) => intent[extra] === false);
}

function imageWarrant(intent: IntentOf<'image'>, { said }: Hearing): Reason[] {
  const { push, registry, platforms = [] } = intent;
  const isForeign = platforms.some((one) => one !== 'linux/amd64' && !said.names(one));
  return [
    ...unless(push === undefined || said.speaksOf('push'), 'push', intent),
    ...(push === 'default-branch' || push === 'tag'
      ? unless(said.speaksOf(MOMENTS[push]), 'push', intent, 'When should it be pushed?')
      : []),
    ...unless(registry === undefined || said.names(registry), 'registry', intent, notSaid('registry', registry ?? '')),
    ...unless(!isForeign || said.speaksOf('arm'), 'platforms', intent),
    ...offOf(intent).flatMap((extra) => unless(said.speaksOf('remove') && said.speaksOf(extra), extra, intent)),
  ];
}

const REGISTRY_WORDS = {
  npm: ['npm', 'npmjs', 'npm registry'],
  pypi: ['pypi', 'pip', 'python package index'],
  crates: ['crates', 'crates.io', 'crate'],
  'maven-central': ['maven', 'maven central', 'sonatype', 'central'],
  nuget: ['nuget', 'nuget.org'],
  rubygems: ['rubygems', 'rubygems.org', 'gem', 'gems'],
} as const;

function publishWarrant(intent: IntentOf<'publish'>, { said }: Hearing): Reason[] {
  const isNamed = REGISTRY_WORDS[intent.registry].some((word) => said.names(word));
  return [
    ...unless(said.speaksOf('publish'), 'kind', intent),
    ...unless(isNamed, 'registry', intent, notSaid('registry', intent.registry)),
    ...unless(intent.on !== 'manual' || said.speaksOf('manual'), 'on', intent),
  ];
}

function chartWarrant(intent: IntentOf<'chart'>, { said }: Hearing): Reason[] {
  const { host, cpu, memory, replicas, autoscale } = intent;
  const texts = [host, cpu, memory].filter((value) => value !== undefined);
  const counts = [replicas, autoscale?.min, autoscale?.max, autoscale?.cpuPercent].filter((it) => it !== undefined);
  const areSaid =
    texts.every((value) => said.names(value) || said.numbers.includes(value.replace(/[a-z]+$/i, ''))) &&
    counts.every((value) => said.numbers.includes(String(value)));
  return [
    ...unless(said.speaksOf('chart'), 'kind', intent),
    ...unless(areSaid, host === undefined ? 'replicas' : 'host', intent, 'Which values are meant? They were not said.'),
  ];
}

function deployWarrant(intent: IntentOf<'deploy'>, { said }: Hearing): Reason[] {
  const { environment, on, approval } = intent;
  return [
    ...unless(said.speaksOf('deploy'), 'kind', intent),
    ...unless(
      said.names(environment) || said.names(environment.slice(0, 4)),
      'environment',
      intent,
      notSaid('environment', environment),
    ),
    ...unless(on === undefined || said.speaksOf(MOMENTS[on]), 'on', intent, 'When should it be deployed?'),
    ...unless(approval !== false, 'approval', intent),
  ];
}

function runnerWarrant(intent: IntentOf<'runner'>, { said }: Hearing): Reason[] {
  const unknown = intent.labels.filter((label) => !said.names(label));
  return [
    ...unless(said.speaksOf('runner') || unknown.length === 0, 'kind', intent),
    ...unless(unknown.length === 0, 'labels', intent, notSaid('label', unknown.join(', '))),
  ];
}
