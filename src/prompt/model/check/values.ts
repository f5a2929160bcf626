import { CHECKS } from '../../../domain/check.ts';
import type { IntentOf } from '../../../domain/request.ts';
import { isOwnCheck } from '../../reader/grounding.ts';
import { wordsFor } from './aim.ts';
import { areDaysSaid } from './days.ts';
import type { Family } from './families.ts';
import { type Hearing, notSaid, type Reason, unasked, unsaid } from './reason.ts';
import { isTakenFrom } from './removal.ts';
import type { Piece, Said } from './said.ts';
import { isServiceNamed } from './services.ts';
import type { Spoken } from './spoken.ts';
import { isIntervalSaid, isTimeSaid, unsaidInterval } from './times.ts';

/** A check that is taken away must have been named; a tool and a threshold were said, or are the repository's own. */
export function checkWarrant(intent: IntentOf<'check'>, { said: whole, profile }: Hearing): Reason[] {
  const said = whole.affirmed;
  const { check, ensure, tool, threshold, command } = intent;
  // Whoever says it in other words (`whine about semicolons`) speaks of no check at all.
  const isOurs = said.speaksOf(check) || CHECKS.every((one) => !said.speaksOf(one));
  // Policies refuse to take tests, builds, audits and scans away, whoever asks.
  const isWanted = ensure ? isOurs || isToolFor(tool, said) : isTakenFrom(intent.for, check, whole, profile);
  const commands = profile.units.flatMap(({ commands: { lint, test, build } }) => [...lint, ...test, ...build]);
  const isKnown = (name: string) => said.names(name) || commands.some(({ run }) => run.split(/[\s/]+/).includes(name));
  return [
    ...(isWanted ? [] : [unasked('ensure', intent)]),
    ...(tool === undefined || isKnown(tool) ? [] : [unsaid('tool', intent, notSaid('tool', tool))]),
    ...(command === undefined || isOwnCheck(command, profile) || isSpoken(command, said)
      ? []
      : [unasked('command', intent)]),
    ...(threshold === undefined || isPercentSaid(threshold, said)
      ? []
      : [unsaid('threshold', intent, 'Which threshold is meant? No such number was said.')]),
  ];
}

/** One of the percentages; where there is none, one of the numbers. */
function isPercentSaid(threshold: number, said: Spoken): boolean {
  return said.percents.length > 0 ? said.percents.includes(threshold) : said.numbers.includes(String(threshold));
}

/** A check may be asked for by its tool alone. */
function isToolFor(tool: string | undefined, said: Spoken): boolean {
  return tool !== undefined && said.names(tool);
}

export function matrixWarrant(intent: IntentOf<'matrix'>, { said: { affirmed: said }, profile }: Hearing): Reason[] {
  const own = profile.units.flatMap(({ version, versions }) => [...(version ? [version] : []), ...versions]);
  const measured = new Set([...said.minutes, ...said.percents].map(String));
  const numbers = said.numbers.filter((one) => !measured.has(one));
  const invented = (intent.versions ?? []).filter(
    (version) =>
      !numbers.includes(version) &&
      (measured.has(version) || !said.names(version)) &&
      !own.some(({ value }) => value === version),
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

export function serviceWarrant(intent: IntentOf<'service'>, { said: { affirmed: said }, profile }: Hearing): Reason[] {
  const { service, version } = intent;
  const needs = profile.units.flatMap((unit) => unit.needs);
  const isNamed =
    isServiceNamed(service, said) || (said.speaksOf('database') && needs.some((need) => need.service === service));
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
export function triggerWarrant(intent: IntentOf<'trigger'>, hearing: Hearing): Reason[] {
  const { said, defaultBranch } = hearing;
  const { on, ensure, branches = [], paths = [], tags = [], cron } = intent;
  const where = ensure ? aboutEvent(on, said) : said;
  const names = [
    ...branches.filter((one) => one !== defaultBranch || !where.speaksOf('branch')),
    ...tags.filter((one) => one !== 'v*'),
    ...paths,
  ].filter((one) => !isPlaceNamed(one, where));
  const often = cron === undefined || where.quotes(cron) ? null : unsaidInterval(cron, where);
  return [
    ...(isCalled(intent, hearing) ? [] : [unasked('on', intent)]),
    ...(names.length === 0 ? [] : [unsaid('branches', intent, notSaid('branch, tag or path', names.join(', ')))]),
    ...(cron === undefined || where.quotes(cron) || isTimeSaid(cron, where)
      ? []
      : [unsaid('cron', intent, 'At what time? It was not said like this.')]),
    ...(often === null ? [] : [unsaid('cron', intent, often)]),
    ...(cron === undefined || where.quotes(cron) || areDaysSaid(cron, where)
      ? []
      : [unsaid('cron', intent, 'On which days? They were not said like this.')]),
  ];
}

/** The sentences that speak of an event: `Run on pull requests. Lint web.` names no branch that is called web. */
function aboutEvent(on: IntentOf<'trigger'>['on'], { affirmed, pieces, spoken }: Said): Spoken {
  const own = pieces.filter(({ text }) => spoken(text).speaksOf(EVENTS[on])).map(({ sentence }) => sentence);
  if (own.length === 0) return affirmed;
  const isOn = ({ text, sentence }: Piece) =>
    own.includes(sentence) || (own.includes(sentence - 1) && /^(?:only|also|but|those|to|on|and) /.test(text));
  return spoken(
    pieces
      .filter(isOn)
      .map(({ text }) => text)
      .join(' \n '),
  );
}

/** A pattern of branches, tags or paths stands whole in the words, or the folder that it begins with does. */
function isPlaceNamed(name: string, said: Spoken): boolean {
  const folder = name.replace(/^\.\//, '').replace(/\/?\*.*$|\/$/, '');
  const isWhole = said.text.split(/[\s,;"'`]+/).includes(name.toLowerCase());
  return isWhole || (folder !== '' && said.names(folder)) || (/[\p{L}\d]/u.test(name) && said.names(name));
}

function isCalled({ on, ensure, cron }: IntentOf<'trigger'>, { said }: Hearing): boolean {
  if (on === 'schedule')
    return ensure
      ? said.affirmed.speaksOf('schedule') || (cron !== undefined && isIntervalSaid(said.affirmed))
      : said.turned.some(({ what }) => what.speaksOf('schedule'));
  const isOf = ensure ? said.affirmed.speaksOf(EVENTS[on]) : said.turned.some(({ what }) => what.speaksOf(EVENTS[on]));
  return isOf && said.speaksOf('pipeline');
}

/** Minutes are a span that was said, or where there is none, one of the numbers or hours of them; where none was said, the words told it otherwise (`half an hour`). */
export function timeoutWarrant(intent: IntentOf<'timeout'>, { said: { affirmed: said } }: Hearing): Reason[] {
  const { minutes } = intent;
  const numbers = said.numbers.map(Number);
  const isCounted = numbers.some((one) => one === minutes || one * 60 === minutes);
  const isSaid =
    said.minutes.length > 0 && !isVague(said)
      ? said.minutes.includes(minutes)
      : numbers.length === 0 || isVague(said) || isCounted;
  return said.speaksOf('time') && isSaid ? [] : [unsaid('minutes', intent, 'How many minutes may it take?')];
}

/** `an hour and a half`, `three quarters of an hour`: no number says it. */
function isVague({ text }: Spoken): boolean {
  return /(?<!\p{L})(?:half|quarters?|halbe|anderthalb|demi|media|mezz)/u.test(text);
}

/** A step of one's own is called by its command or by words of its name: what else the repository could run is not for a model to choose. */
export function customWarrant(intent: IntentOf<'custom'>, { said: { affirmed: said }, profile }: Hearing): Reason[] {
  const { command } = intent;
  const isCheck = isOwnCheck(command, profile) && CHECKS.some((check) => said.quotes(check));
  return isCheck || isSpoken(command, said)
    ? []
    : [unsaid('command', intent, `Should \`${command}\` be run in a step of its own?`)];
}

/** Whether words speak of a command: word for word, or of what it is called. */
function isSpoken(command: string, said: Spoken): boolean {
  const parts = command
    .split(/[\s:./_-]+/)
    .filter((part) => part.length >= 4 && !RUNNERS.test(part))
    .map((part) => part.slice(0, 6));
  return said.names(command) || parts.some((part) => said.quotes(part));
}

const RUNNERS = /^(make|just|task|npm|pnpm|yarn|bun|run)$/;
