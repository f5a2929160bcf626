import {
  CAPABILITY_KINDS,
  type Capability,
  type CapabilityKind,
  isGrave,
} from '../../workflow/capabilities/capability.ts';
import type { CapabilityChange } from './capability-change.ts';
import { alike, andMore, firstOf } from './lists.ts';
import { cellCode, code, prose } from './markdown.ts';
import type { Cuts, GithubPage } from './page.ts';

const HIGH_RISK = '🚨 **high-risk**';
const THIRD_PARTY = '🔶 **third-party**';

const KIND_WORDS: Readonly<Record<CapabilityKind, { readonly one: string; readonly many: string }>> = {
  permission: { one: 'permission', many: 'Permissions' },
  secret: { one: 'secret', many: 'Secrets' },
  trigger: { one: 'trigger', many: 'Triggers' },
  runner: { one: 'runner', many: 'Runners' },
  environment: { one: 'environment', many: 'Environments' },
  action: { one: 'action', many: 'Actions' },
};

/** What the pipeline may do that the base's may not: high-risk things first and in words, all of them as a table. */
export function capabilitiesSection(page: GithubPage, change: CapabilityChange, { entries }: Cuts): string {
  const { added, removed, moved, uncompared } = change;
  const lead = uncompared === null ? [] : [prose(uncompared)];
  if (added.length + removed.length + moved.length === 0)
    return [...lead, 'It may do exactly what the pipeline at the base may do.'].join('\n\n');
  const title = page.isFirst ? 'What it may do' : 'What it may do that it could not do before';
  return [`#### ${title}`, ...lead, riskList(change, entries), table(change, entries)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** One line for what is high-risk for the same reason in the same jobs. */
function riskList({ risks }: CapabilityChange, entries: number): string {
  const graveFirst = [...risks.filter(isGrave), ...risks.filter((one) => !isGrave(one))];
  const groups = alike(graveFirst, ({ kind, risk, jobs }) => [kind, risk, jobs]);
  const { shown, left } = firstOf(groups, Math.max(1, entries));
  const lines = shown.map((group) => riskLine(group, Math.max(1, entries)));
  return [...lines, ...andMore(left)].join('\n');
}

function riskLine(group: readonly Capability[], entries: number): string {
  const [first] = group;
  if (!first) return '';
  const { shown, left } = firstOf(group, entries);
  const words = KIND_WORDS[first.kind];
  const names = shown.map((one) => code(named(one))).join(', ');
  const more = left > 0 ? ` and ${left} more` : '';
  return `- ${isGrave(first) ? HIGH_RISK : THIRD_PARTY} ${group.length === 1 ? words.one : words.many.toLowerCase()} ${names}${more}${inJobs(first)}: ${prose(first.risk ?? '')}`;
}

function inJobs({ jobs }: Capability): string {
  const { shown, left } = firstOf(jobs, 3);
  if (shown.length === 0) return '';
  const names = shown.map((job) => code(job, 60)).join(', ');
  return ` in ${names}${left > 0 ? ` and ${left} more jobs` : ''}`;
}

/** An action with what it is held to, as people say it: its version, else the start of the commit. */
function named({ kind, name, pin, version }: Capability): string {
  if (kind !== 'action' || pin === '') return name;
  const isCommit = /^[0-9a-f]{40}$/.test(pin);
  return `${name}@${isCommit ? (version ?? pin.slice(0, 7)) : pin}`;
}

function table({ added, removed, moved }: CapabilityChange, entries: number): string {
  if (entries === 0) return '';
  const hasRemoved = removed.length + moved.length > 0;
  const rows = CAPABILITY_KINDS.flatMap((kind) => {
    const came = [...added, ...moved.map(({ to }) => to)].filter((one) => one.kind === kind);
    const went = [...removed, ...moved.map(({ from }) => from)].filter((one) => one.kind === kind);
    if (came.length + went.length === 0) return [];
    const cells = [
      KIND_WORDS[kind].many,
      cell(came, entries, true),
      ...(hasRemoved ? [cell(went, entries, false)] : []),
    ];
    return [`| ${cells.join(' | ')} |`];
  });
  const head = hasRemoved ? ['| | ➕ added | ➖ removed |', '|---|---|---|'] : ['| | ➕ added |', '|---|---|'];
  return [...head, ...rows].join('\n');
}

function cell(all: readonly Capability[], entries: number, isNew: boolean): string {
  const { shown, left } = firstOf(all, entries);
  const texts = shown.map((one) => `${isNew ? mark(one) : ''}${cellCode(named(one))}`);
  return [...texts, ...(left > 0 ? [`and ${left} more`] : [])].join(', ');
}

function mark(one: Capability): string {
  if (one.risk === null) return '';
  return isGrave(one) ? '🚨 ' : '🔶 ';
}
