import { CHECKS } from '../../../domain/check.ts';
import type { IntentOf } from '../../../domain/request.ts';
import { isOwnCheck } from '../../reader/grounding.ts';
import { wordsFor } from './aim.ts';
import type { Family } from './families.ts';
import { type Hearing, notSaid, type Reason, unasked, unsaid } from './reason.ts';
import type { Said } from './said.ts';

/** A check that is taken away must have been named; a tool and a threshold were said, or are the repository's own. */
export function checkWarrant(intent: IntentOf<'check'>, { said, profile }: Hearing): Reason[] {
  const { check, ensure, tool, threshold, command } = intent;
  // Whoever says it in other words (`whine about semicolons`) speaks of no check at all.
  const isOurs = said.speaksOf(check) || CHECKS.every((one) => !said.speaksOf(one));
  // Policies refuse to take tests, builds, audits and scans away, whoever asks.
  const isWanted = ensure ? isOurs || isToolFor(tool, said) : said.speaksOf('remove') && said.speaksOf(check);
  const commands = profile.units.flatMap(({ commands: { lint, test, build } }) => [...lint, ...test, ...build]);
  const isKnown = (name: string) => said.names(name) || commands.some(({ run }) => run.split(/[\s/]+/).includes(name));
  return [
    ...(isWanted ? [] : [unasked('ensure', intent)]),
    ...(tool === undefined || isKnown(tool) ? [] : [unsaid('tool', intent, notSaid('tool', tool))]),
    ...(command === undefined || isOwnCheck(command, profile) || isSpoken(command, said)
      ? []
      : [unasked('command', intent)]),
    ...(threshold === undefined || said.numbers.includes(String(threshold))
      ? []
      : [unsaid('threshold', intent, 'Which threshold is meant? No such number was said.')]),
  ];
}

/** A check may be asked for by its tool alone. */
function isToolFor(tool: string | undefined, said: Said): boolean {
  return tool !== undefined && said.names(tool);
}

export function matrixWarrant(intent: IntentOf<'matrix'>, { said, profile }: Hearing): Reason[] {
  const own = profile.units.flatMap(({ version, versions }) => [...(version ? [version] : []), ...versions]);
  const invented = (intent.versions ?? []).filter(
    (version) => !said.numbers.includes(version) && !said.names(version) && !own.some(({ value }) => value === version),
  );
  const between = invented.filter((version) => !said.hasRange || !isBetween(version, said.numbers));
  const isOfTool =
    intent.tool === undefined ||
    said.speaksOf('version') ||
    said.speaksOf('test') ||
    wordsFor(intent.tool).some((word) => said.nearlyNames(word));
  const systems = (intent.systems ?? []).filter((system) => !said.speaksOf(system));
  return [
    ...(between.length === 0 ? [] : [unsaid('versions', intent, notSaid('version', between.join(', ')))]),
    ...(isOfTool ? [] : [unsaid('tool', intent, notSaid('tool', intent.tool ?? ''))]),
    ...(systems.length === 0 ? [] : [unsaid('systems', intent, notSaid('system', systems.join(', ')))]),
  ];
}

/** `1.25` is said by `1.24 to 1.26`. */
function isBetween(version: string, numbers: readonly string[]): boolean {
  const alike = numbers.filter((one) => one.split('.').length === version.split('.').length).map(rank);
  const own = rank(version);
  return alike.some((one) => one < own) && alike.some((one) => one > own);
}

function rank(version: string): number {
  return version.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0);
}

export function serviceWarrant(intent: IntentOf<'service'>, { said, profile }: Hearing): Reason[] {
  const { service, version } = intent;
  const needs = profile.units.flatMap((unit) => unit.needs);
  const isNamed =
    said.nearlyNames(service) ||
    said.quotes(service.slice(0, 4)) ||
    (said.speaksOf('database') && needs.some((need) => need.service === service));
  const isKnown = version === undefined || said.names(version) || needs.some((need) => need.version === version);
  return [
    ...(isNamed ? [] : [unsaid('service', intent, notSaid('database or broker', service))]),
    ...(isKnown ? [] : [unsaid('version', intent, notSaid('version', version))]),
  ];
}

const EVENTS: Readonly<Record<IntentOf<'trigger'>['on'], Family>> = {
  pull_request: 'pull_request',
  push: 'push_event',
  tag: 'tag',
  schedule: 'schedule',
  manual: 'manual',
  merge_group: 'merge_group',
};

/** What starts the pipeline, and what no longer does. */
export function triggerWarrant(intent: IntentOf<'trigger'>, { said, defaultBranch }: Hearing): Reason[] {
  const { on, ensure, branches = [], paths = [], tags = [], cron } = intent;
  const isCalled =
    on === 'schedule'
      ? said.speaksOf('schedule') || (ensure && said.speaksOf('often') && said.speaksOf('span'))
      : said.speaksOf(EVENTS[on]) && said.speaksOf('pipeline');
  const isSpoken = isCalled && (ensure || said.speaksOf('remove'));
  const names = [
    ...branches.filter((one) => one !== defaultBranch || !said.speaksOf('branch')),
    ...tags.filter((one) => one !== 'v*'),
    ...paths,
  ].filter((one) => !said.names(one) && !said.names(one.replace(/^\.\//, '').replace(/\/?\*.*$|\/$/, '')));
  const isOften = cron !== undefined && !/^\d+ /.test(cron) && !said.quotes(cron) && !said.speaksOf('time');
  return [
    ...(isSpoken ? [] : [unasked('on', intent)]),
    ...(names.length === 0 ? [] : [unsaid('branches', intent, notSaid('branch, tag or path', names.join(', ')))]),
    ...(cron === undefined || isTimeSaid(cron, said)
      ? []
      : [unsaid('cron', intent, 'At what time? It was not said like this.')]),
    ...(isOften ? [unsaid('cron', intent, 'This starts more than once an hour. Should it?')] : []),
  ];
}

/** Hour and minute are among the numbers that were said, where any was; what begins a day or its half needs none. */
function isTimeSaid(cron: string, said: Said): boolean {
  const numbers = said.numbers.map(Number);
  const isSaid = (field = '') =>
    !/^\d+$/.test(field) || numbers.includes(Number(field) % 12) || numbers.includes(Number(field));
  const [minute, hour] = cron.split(' ');
  return (
    numbers.length === 0 ||
    said.quotes(cron) ||
    ((minute === '0' || isSaid(minute)) && (/^(0|12)$/.test(hour ?? '') || isSaid(hour)))
  );
}

/** Minutes are one of the numbers that were said, or hours of them; where none was said, the words told it otherwise (`half an hour`). */
export function timeoutWarrant(intent: IntentOf<'timeout'>, { said }: Hearing): Reason[] {
  const { minutes } = intent;
  const numbers = said.numbers.map(Number);
  const isSaid = numbers.length === 0 || numbers.some((one) => one === minutes || one * 60 === minutes);
  return said.speaksOf('time') && isSaid ? [] : [unsaid('minutes', intent, 'How many minutes may it take?')];
}

/** A step of one's own is called by its command or by words of its name: what else the repository could run is not for a model to choose. */
export function customWarrant(intent: IntentOf<'custom'>, { said, profile }: Hearing): Reason[] {
  const { command } = intent;
  const isCheck = isOwnCheck(command, profile) && CHECKS.some((check) => said.quotes(check));
  return isCheck || isSpoken(command, said)
    ? []
    : [unsaid('command', intent, `Should \`${command}\` be run in a step of its own?`)];
}

/** Whether words speak of a command: word for word, or of what it is called. */
function isSpoken(command: string, said: Said): boolean {
  const parts = command
    .split(/[\s:./_-]+/)
    .filter((part) => part.length >= 4 && !RUNNERS.test(part))
    .map((part) => part.slice(0, 6));
  return said.names(command) || parts.some((part) => said.quotes(part));
}

const RUNNERS = /^(make|just|task|npm|pnpm|yarn|bun|run)$/;
