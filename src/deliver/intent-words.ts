import type { Check, Intent, IntentOf, Selector } from '../domain/request.ts';
import { cronWords } from './cron-words.ts';

/** What an intent asks for, as half a sentence: `lint all go code`. Names in it are as untrusted as they were in the request. */
export function intentWords(intent: Intent): string {
  switch (intent.kind) {
    case 'check':
      return checkWords(intent);
    case 'matrix':
      return matrixWords(intent);
    case 'service':
      return `test ${about(intent.for)} beside ${withVersion(intent.service, intent.version)}`;
    case 'trigger':
      return intent.ensure ? `run ${triggerWords(intent)}` : `do not run ${triggerWords(whole(intent))}`;
    case 'image':
      return imageWords(intent);
    case 'publish':
      return `publish ${about(intent.for)} to ${intent.registry}${intent.on === 'manual' ? ', started by hand' : ', started by a tag'}`;
    case 'chart':
      return `make a Helm chart for ${about(intent.for)}`;
    case 'deploy':
      return deployWords(intent);
    case 'runner':
      return `run the jobs of ${about(intent.for)} on ${intent.labels.join(', ')}`;
    case 'timeout':
      return `stop the jobs of ${about(intent.for)} after ${intent.minutes} ${intent.minutes === 1 ? 'minute' : 'minutes'}`;
    case 'custom':
      return `run \`${intent.command}\` for ${about(intent.for)}`;
  }
}

function about(selector: Selector): string {
  if ('all' in selector) return 'everything';
  if ('ecosystem' in selector) return `all ${selector.ecosystem} code`;
  return 'service' in selector ? selector.service : selector.path;
}

const CHECK_WORDS: Readonly<Record<Check, (subject: string) => string>> = {
  lint: (subject) => `lint ${subject}`,
  format: (subject) => `check the format of ${subject}`,
  typecheck: (subject) => `check the types of ${subject}`,
  test: (subject) => `test ${subject}`,
  build: (subject) => `build ${subject}`,
  audit: (subject) => `audit the dependencies of ${subject}`,
  coverage: (subject) => `measure the coverage of ${subject}`,
  'secret-scan': (subject) => `scan ${subject} for secrets`,
};

function checkWords({ check, ensure, tool, threshold, command, for: selector }: IntentOf<'check'>): string {
  const what = CHECK_WORDS[check](about(selector));
  if (!ensure) return `do not ${what}`;
  const least = threshold === undefined ? '' : `, at least ${threshold} %`;
  return `${what}${tool ? ` with ${tool}` : ''}${command ? ` by \`${command}\`` : ''}${least}`;
}

function matrixWords({ for: selector, tool, versions, systems }: IntentOf<'matrix'>): string {
  const on = [...(versions ? [`${tool} ${listed(versions)}`] : []), ...(systems ? [listed(systems)] : [])];
  // One alone takes the place of what is there.
  const alone = [...(versions ?? []), ...(systems ?? [])].length === 1 ? ' alone' : '';
  return `test and build ${about(selector)} on ${on.join(', on ')}${alone}`;
}

/** An event is taken away as a whole, whatever branches or paths are said with it. */
function whole({ kind, on, ensure }: IntentOf<'trigger'>): IntentOf<'trigger'> {
  return { kind, on, ensure };
}

function triggerWords({ on, branches, paths, tags, cron }: IntentOf<'trigger'>): string {
  const to = branches ? ` to ${listed(branches)} alone` : '';
  const touching = paths ? ` that touch ${listed(paths)}` : '';
  switch (on) {
    case 'pull_request':
      return `on pull requests${to}${touching}`;
    case 'push':
      return `on pushes${to}${touching}`;
    case 'tag':
      return `on tags${tags ? ` ${listed(tags)}` : ''}`;
    case 'schedule':
      return cron ? cronWords(cron) : 'on a schedule';
    case 'manual':
      return 'when a person starts it';
    case 'merge_group':
      return 'in the merge queue';
  }
}

const PUSHES = {
  never: 'pushed nowhere',
  'default-branch': 'pushed from the default branch',
  tag: 'pushed when a tag is',
} as const;

function imageWords({ for: selector, push, registry, platforms, ...extras }: IntentOf<'image'>): string {
  const wishes = [
    ...(push ? [PUSHES[push]] : []),
    ...(registry ? [`to ${registry}`] : []),
    ...(platforms ? [`for ${listed(platforms)}`] : []),
    ...turned('a scan for vulnerabilities', extras.scan),
    ...turned('an SBOM', extras.sbom),
    ...turned('a signature', extras.sign),
    ...turned('provenance', extras.provenance),
  ];
  return [`build the image of ${about(selector)}`, ...wishes].join(', ');
}

function turned(what: string, isWanted: boolean | undefined): string[] {
  return isWanted === undefined ? [] : [`${isWanted ? 'with' : 'without'} ${what}`];
}

const DEPLOYS = {
  'default-branch': ' from the default branch',
  tag: ' when a tag is pushed',
  manual: ' when a person starts it',
} as const;

function deployWords({ for: selector, environment, through, on, approval }: IntentOf<'deploy'>): string {
  const approved = approval === undefined ? '' : `, ${approval ? 'after an approval' : 'without an approval'}`;
  return `deploy ${about(selector)} to ${environment}${through ? ` through ${through}` : ''}${on ? DEPLOYS[on] : ''}${approved}`;
}

function withVersion(name: string, version: string | undefined): string {
  return version === undefined ? name : `${name} ${version}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
