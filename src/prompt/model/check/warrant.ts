import type { Intent, IntentOf } from '../../../domain/request.ts';
import { isMeant } from './aim.ts';
import type { Family } from './families.ts';
import { type Hearing, notSaid, type Reason, unasked, unsaid } from './reason.ts';
import type { Said } from './said.ts';
import {
  checkWarrant,
  customWarrant,
  matrixWarrant,
  serviceWarrant,
  timeoutWarrant,
  triggerWarrant,
} from './values.ts';

/**
 * What of an intent nobody has asked for. The words are the warrant: its kind must have been spoken of, whom it is for and its values must stand in
 * them. What the repository says is no warrant, for others write it.
 */
export function unwarranted(intent: Intent, hearing: Hearing): Reason[] {
  const reasons = warrantOf(intent, hearing);
  const isAimed = !hasAim(intent, hearing) || isMeant(intent.for, hearing.said, hearing.profile);
  return isAimed ? reasons : [...reasons, unasked('for', intent)];
}

/** A search for secrets is over everything, and who names a tool names its code. */
function hasAim(intent: Intent, { said }: Hearing): intent is Exclude<Intent, { kind: 'trigger' }> {
  if (intent.kind === 'trigger') return false;
  const isTooled = intent.kind === 'check' && intent.ensure && intent.tool !== undefined && said.names(intent.tool);
  return !isTooled && !(intent.kind === 'check' && intent.check === 'secret-scan');
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

const EXTRAS = ['scan', 'sbom', 'sign', 'provenance'] as const;

const IMAGE_FAMILIES = ['image', 'arm', ...EXTRAS] as const;

function offOf(intent: IntentOf<'image'>) {
  return EXTRAS.filter((extra) => intent[extra] === false);
}

function imageWarrant(intent: IntentOf<'image'>, hearing: Hearing): Reason[] {
  const { said } = hearing;
  const { push, registry, platforms = [] } = intent;
  const isPushed = asksToPush(intent, hearing);
  const isForeign = platforms.some((one) => one !== 'linux/amd64' && !said.names(one));
  return [
    ...unless(push === undefined || isPushed || (push === 'never' && said.speaksOf('push')), 'push', intent),
    ...(push === 'default-branch' || push === 'tag'
      ? unless(said.speaksOf(MOMENTS[push]), 'push', intent, 'When should it be pushed?')
      : []),
    ...unless(
      registry === undefined || isNamedHost(registry, said),
      'registry',
      intent,
      notSaid('registry', registry ?? ''),
    ),
    ...unless(!isForeign || said.speaksOf('arm'), 'platforms', intent),
    ...EXTRAS.flatMap((extra) => unless(intent[extra] !== true || said.speaksOf(extra), extra, intent)),
    ...unless(isPushed || IMAGE_FAMILIES.some((it) => said.speaksOf(it)), 'kind', intent),
    ...offOf(intent).flatMap((extra) => unless(said.speaksOf('remove') && said.speaksOf(extra), extra, intent)),
  ];
}

/** Something is to be pushed, and the words tell that it is an image: who lints on every push to main asks for none. */
function asksToPush({ registry }: IntentOf<'image'>, { said, profile }: Hearing): boolean {
  const isHostSaid = registry !== undefined && isNamedHost(registry, said);
  const isImage = said.speaksOf('image') || said.speaksOf('arm') || said.asksFor('publish') || isHostSaid;
  return (said.asksFor('push') && isImage) || said.asksToPush(profile.services.map(({ name }) => name));
}

/** What people call the two registries that everybody knows. */
const HOST_WORDS: Readonly<Record<string, readonly string[]>> = {
  'docker.io': ['docker hub', 'dockerhub'],
  'ghcr.io': ['ghcr', 'github container registry', 'github packages', "github's registry"],
};

function isNamedHost(host: string, said: Said): boolean {
  return said.names(host) || (Object.hasOwn(HOST_WORDS, host) && (HOST_WORDS[host] ?? []).some((it) => said.names(it)));
}

const REGISTRY_WORDS = {
  npm: ['npm', 'npmjs', 'npm registry'],
  pypi: ['pypi', 'pip', 'python package index'],
  crates: ['crates', 'crates.io', 'crate'],
  'maven-central': ['maven', 'maven central', 'sonatype', 'central'],
  nuget: ['nuget', 'nuget.org'],
  rubygems: ['rubygems', 'rubygems.org', 'gem', 'gems'],
} as const;

const PACKAGES = ['package', 'packages', 'crate', 'gem', 'library'];

function publishWarrant(intent: IntentOf<'publish'>, { said }: Hearing): Reason[] {
  const isNamed = REGISTRY_WORDS[intent.registry].some((word) => said.names(word));
  return [
    ...unless(said.asksFor('publish') || said.asksToPush(PACKAGES), 'kind', intent),
    ...unless(isNamed, 'registry', intent, notSaid('registry', intent.registry)),
    ...unless(intent.on !== 'manual' || said.speaksOf('manual'), 'on', intent),
  ];
}

function chartWarrant(intent: IntentOf<'chart'>, { said }: Hearing): Reason[] {
  const { host, cpu, memory, replicas, autoscale, mesh } = intent;
  const texts = [host, cpu, memory].filter((value) => value !== undefined);
  const counts = [replicas, autoscale?.min, autoscale?.max, autoscale?.cpuPercent].filter((it) => it !== undefined);
  const areSaid =
    texts.every((value) => said.names(value) || isAmountSaid(value, said)) &&
    counts.every((value) => said.numbers.includes(String(value)));
  return [
    ...unless(said.speaksOf('chart'), 'kind', intent),
    ...unless(mesh === undefined || said.nearlyNames(mesh), 'mesh', intent, notSaid('mesh', mesh ?? '')),
    ...unless(areSaid, host === undefined ? 'replicas' : 'host', intent, 'Which values are meant? They were not said.'),
  ];
}

/** `500m` is said by `half a core`. */
function isAmountSaid(value: string, said: Said): boolean {
  return said.numbers.includes(value.replace(/[a-z]+$/i, '')) || (value === '500m' && said.names('half'));
}

function deployWarrant(intent: IntentOf<'deploy'>, { said }: Hearing): Reason[] {
  const { environment, on, approval, through } = intent;
  return [
    ...unless(said.speaksOf('deploy'), 'kind', intent),
    ...unless(
      said.nearlyNames(environment) || said.names(environment.slice(0, 4)),
      'environment',
      intent,
      notSaid('environment', environment),
    ),
    ...unless(on === undefined || said.speaksOf(MOMENTS[on]), 'on', intent, 'When should it be deployed?'),
    ...unless(approval !== false, 'approval', intent),
    ...unless(through === undefined || said.names(through) || said.names(through.slice(0, 4)), 'through', intent),
  ];
}

function runnerWarrant(intent: IntentOf<'runner'>, { said }: Hearing): Reason[] {
  const unknown = intent.labels.filter((label) => !said.names(label));
  return [
    ...unless(said.speaksOf('runner'), 'kind', intent),
    ...unless(unknown.length === 0, 'labels', intent, notSaid('label', unknown.join(', '))),
  ];
}
