import type { Intent, IntentOf } from '../../../domain/request.ts';
import { isMeant } from './aim.ts';
import { isEnvironmentNamed, needsApproval } from './environments.ts';
import type { Family } from './families.ts';
import { type Hearing, notSaid, type Reason, unasked, unsaid } from './reason.ts';
import { isTakenFrom } from './removal.ts';
import type { Spoken } from './spoken.ts';
import {
  checkWarrant,
  customWarrant,
  matrixWarrant,
  serviceWarrant,
  timeoutWarrant,
  triggerWarrant,
} from './values.ts';
import { saidOf } from './wishes.ts';

/**
 * What of an intent nobody has asked for. The words are the warrant: its kind must have been spoken of, whom it is for and its values must stand in
 * them. What the repository says is no warrant, for others write it.
 */
export function unwarranted(intent: Intent, hearing: Hearing): Reason[] {
  const reasons = warrantOf(intent, hearing, hearing.said.affirmed);
  if (!hasAim(intent, hearing)) return reasons;
  const { said, profile } = hearing;
  if (!isMeant(intent.for, said, profile)) return [...reasons, unasked('for', intent)];
  if (reasons.length > 0) return reasons;
  const own = saidOf(intent.for, said, profile);
  const isOwn =
    own === null || warrantOf(intent, { ...hearing, said: { ...said, affirmed: own } }, said.affirmed).length === 0;
  return isOwn ? [] : [unasked('for', intent)];
}

/** A search for secrets is over everything, and who names a tool names its code. */
function hasAim(intent: Intent, { said }: Hearing): intent is Exclude<Intent, { kind: 'trigger' }> {
  if (intent.kind === 'trigger') return false;
  const isTooled = intent.kind === 'check' && intent.ensure && intent.tool !== undefined && said.names(intent.tool);
  return !isTooled && !isRemoval(intent) && !(intent.kind === 'check' && intent.check === 'secret-scan');
}

/** What only takes something away has its aim held against the clause that does so. */
function isRemoval(intent: Intent): boolean {
  if (intent.kind === 'check') return !intent.ensure;
  if (intent.kind !== 'image') return false;
  const { push, registry, platforms } = intent;
  const hasMore = registry !== undefined || platforms !== undefined || EXTRAS.some((extra) => intent[extra] === true);
  return !hasMore && (push === 'never' || (push === undefined && offOf(intent).length > 0));
}

/** `rest` is all that denies nothing: where somebody's own words say no moment, it may stand there. */
function warrantOf(intent: Intent, hearing: Hearing, rest: Spoken): Reason[] {
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
      return imageWarrant(intent, hearing, rest);
    case 'publish':
      return publishWarrant(intent, hearing, rest);
    case 'chart':
      return chartWarrant(intent, hearing);
    case 'deploy':
      return deployWarrant(intent, hearing, rest);
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

function isMomentSaid(on: keyof typeof MOMENTS, said: Spoken, rest: Spoken): boolean {
  const isOwn = Object.values(MOMENTS).some((family) => said.speaksOf(family));
  return (isOwn ? said : rest).speaksOf(MOMENTS[on]);
}

const EXTRAS = ['scan', 'sbom', 'sign', 'provenance'] as const;

const IMAGE_FAMILIES = ['image', 'arm', ...EXTRAS] as const;

function offOf(intent: IntentOf<'image'>) {
  return EXTRAS.filter((extra) => intent[extra] === false);
}

function imageWarrant(intent: IntentOf<'image'>, hearing: Hearing, rest: Spoken): Reason[] {
  const { said: whole, profile } = hearing;
  const said = whole.affirmed;
  const { push, registry, platforms = [] } = intent;
  const isTaken = (family: Family) => isTakenFrom(intent.for, family, whole, profile);
  const isPushed = asksToPush(intent, hearing);
  const isForeign = platforms.some((one) => one !== 'linux/amd64' && !said.names(one));
  const about = isRemoval(intent) ? whole : said;
  return [
    ...unless(push === undefined || (push === 'never' ? isTaken('push') : isPushed), 'push', intent),
    ...(push === 'default-branch' || push === 'tag'
      ? unless(isMomentSaid(push, said, rest), 'push', intent, 'When should it be pushed?')
      : []),
    ...unless(
      registry === undefined || isNamedHost(registry, said),
      'registry',
      intent,
      notSaid('registry', registry ?? ''),
    ),
    ...unless(!isForeign || said.speaksOf('arm'), 'platforms', intent),
    ...EXTRAS.flatMap((extra) => unless(intent[extra] !== true || said.speaksOf(extra), extra, intent)),
    ...unless(isPushed || IMAGE_FAMILIES.some((it) => about.speaksOf(it)), 'kind', intent),
    ...offOf(intent).flatMap((extra) => unless(isTaken(extra), extra, intent)),
  ];
}

/** Something is to be pushed, and the words tell that it is an image: who lints on every push to main asks for none. */
function asksToPush({ registry }: IntentOf<'image'>, { said: { affirmed: said }, profile }: Hearing): boolean {
  const isHostSaid = registry !== undefined && isNamedHost(registry, said);
  const isImage = said.speaksOf('image') || said.speaksOf('arm') || said.asksFor('publish') || isHostSaid;
  return (said.asksFor('push') && isImage) || said.asksToPush(profile.services.map(({ name }) => name));
}

/** What people call the two registries that everybody knows. */
const HOST_WORDS: Readonly<Record<string, readonly string[]>> = {
  'docker.io': ['docker hub', 'dockerhub'],
  'ghcr.io': ['ghcr', 'github container registry', 'github packages', "github's registry"],
};

function isNamedHost(host: string, said: Spoken): boolean {
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

function publishWarrant(intent: IntentOf<'publish'>, { said: { affirmed: said } }: Hearing, rest: Spoken): Reason[] {
  const isNamed = REGISTRY_WORDS[intent.registry].some((word) => said.names(word));
  return [
    ...unless(said.asksFor('publish') || said.asksToPush(PACKAGES), 'kind', intent),
    ...unless(isNamed, 'registry', intent, notSaid('registry', intent.registry)),
    ...unless(intent.on !== 'manual' || isMomentSaid('manual', said, rest), 'on', intent),
  ];
}

function chartWarrant(intent: IntentOf<'chart'>, { said: { affirmed: said } }: Hearing): Reason[] {
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
function isAmountSaid(value: string, said: Spoken): boolean {
  return said.numbers.includes(value.replace(/[a-z]+$/i, '')) || (value === '500m' && said.names('half'));
}

const WAYS = { 'argo-cd': ['argo-cd', 'argocd', 'argo'], helm: ['helm'] } as const;

function deployWarrant(intent: IntentOf<'deploy'>, { said: { affirmed: said } }: Hearing, rest: Spoken): Reason[] {
  const { environment, on, approval, through } = intent;
  return [
    ...unless(said.asksFor('deploy'), 'kind', intent),
    ...unless(isEnvironmentNamed(environment, said), 'environment', intent, notSaid('environment', environment)),
    ...unless(on === undefined || isMomentSaid(on, said, rest), 'on', intent, 'When should it be deployed?'),
    ...unless(approval !== false && (approval === true || !needsApproval(environment, rest)), 'approval', intent),
    ...unless(through === undefined || WAYS[through].some((way) => said.names(way)), 'through', intent),
  ];
}

function runnerWarrant(intent: IntentOf<'runner'>, { said: { affirmed: said } }: Hearing): Reason[] {
  const unknown = intent.labels.filter((label) => !isLabelSaid(label, said));
  return [
    ...unless(
      RUNNER.test(said.text) || intent.labels.every((label) => label.includes('-') && said.names(label)),
      'kind',
      intent,
    ),
    ...unless(unknown.length === 0, 'labels', intent, notSaid('label', unknown.join(', '))),
  ];
}

/** Words for a runner; `the server of cart` and `machine learning` are none. */
const RUNNER =
  /(?<!\p{L})(?:runners?|self-? ?hosted|runs?-on|labell?(?:ed|s)?|hosted|gpu|\p{L}+ (?:machines|hardware|servers|boxes)|maschin|machin(?!e)|m\u00e1quin|macchin|\u0440\u0430\u043d\u043d\u0435\u0440|\u043c\u0430\u0448\u0438\u043d)|\u8fd0\u884c\u5668|\u673a\u5668|\u30e9\u30f3\u30ca\u30fc|\u30de\u30b7\u30f3|\ub7ec\ub108|\uba38\uc2e0/u;

/** What runners are called by everybody, or has a sign or number in it; of other words, those that stand beside a runner or are called labels. */
function isLabelSaid(label: string, said: Spoken): boolean {
  if (!said.names(label)) return false;
  const isUsual = /^(?:self-hosted|linux|windows|macos|x64|x86|arm|arm64|gpu)$|[\d-]/i.test(label);
  return (
    isUsual || /(?<!\p{L})label/u.test(said.text) || said.names(`${label} runner`) || said.names(`${label} runners`)
  );
}
