import { groupedBy } from '../../src/domain/grouped.ts';
import { AUTOMATION, PIPELINES } from '../../src/profile/ci/automation.ts';
import type { KnownEcosystem, ListedName } from '../../src/profile/ecosystems.ts';
import { ECOSYSTEM_LIST } from '../../src/profile/ecosystems.ts';
import type { Guide, VersionGuide } from '../../src/profile/guide.ts';
import { TOOLS } from '../../src/profile/harvest/checks/tools.ts';
import { UNKNOWN } from '../../src/profile/unknown-stacks.ts';
import { GUIDES } from './guides.ts';
import { codes, ordered, sentence, table } from './markdown.ts';

/** A table of all ecosystems, then a section for each. */
export function ecosystemSections(): string[] {
  const known = [...ECOSYSTEM_LIST].sort((a, b) => (GUIDES[a.name].title < GUIDES[b.name].title ? -1 : 1));
  const sections = known.map(section);
  const rows = known.map(({ name, marks }) => {
    const { title, managers } = GUIDES[name];
    return [`[${title}](#${anchorOf(title)})`, codes(marks), Object.keys(managers).join(', ')];
  });
  return [...table(['ecosystem', 'looked for where there is', 'managers'], rows), ...unknown(), ...sections.flat()];
}

function unknown(): string[] {
  const names = UNKNOWN.map(({ name, marks }) => `${name} (${codes(marks)})`);
  return ['', `Of these a warning says that they are not known: ${names.join(', ')}.`];
}

function section({ name, ecosystem }: KnownEcosystem & { readonly name: ListedName }): string[] {
  const guide = GUIDES[name];
  return [
    '',
    `### ${guide.title}`,
    '',
    guide.unit,
    '',
    ...table(
      ['', ''],
      [...commandRows(name, guide), ['lock files', lockFiles(guide)], ['reads', readsOf(ecosystem.reads)]],
    ),
    ...namesOf(guide),
    ...choiceOf(guide),
    ...guide.versions.flatMap(versionsOf),
  ];
}

function commandRows(name: ListedName, { commands }: Guide): string[][] {
  const checks = TOOLS.filter(({ ecosystem }) => ecosystem === name).map((tool) => tool.name);
  const more = checks.length === 0 ? [] : [['lint, from pipelines', codes(checks)]];
  const { install, lint, test, build } = commands;
  return [['install', install], ['lint', lint], ...more, ['test', test], ['build', build]];
}

function lockFiles({ managers }: Guide): string {
  const byManager = Object.entries(managers).map(([manager, files]) => ({ manager, names: listed(files) }));
  const groups = groupedBy(byManager, ({ names }) => names);
  const rows = [...groups].filter(([names]) => names !== '');
  if (rows.length === 0) return 'none';
  return rows
    .map(([names, own]) => (groups.size === 1 ? names : `${names} (${own.map(({ manager }) => manager).join(', ')})`))
    .join(', ');
}

function listed(files: readonly string[]): string {
  return files.map((file) => (file.includes(' ') ? file : `\`${file}\``)).join(', ');
}

/** Globs, but for those that nearly every ecosystem has. */
function readsOf(reads: readonly string[]): string {
  const hasAll = (globs: readonly string[]) => globs.every((glob) => reads.includes(glob));
  const [shared, title] = hasAll(AUTOMATION)
    ? [AUTOMATION, '[pipelines, tasks and scripts](#commands)']
    : hasAll(PIPELINES)
      ? [PIPELINES, '[pipelines](#commands)']
      : [[], ''];
  const own = codes(reads.filter((glob) => !shared.includes(glob)));
  return title === '' ? own : `${own}, ${title}`;
}

function namesOf({ names = {} }: Guide): string[] {
  const rows = Object.entries(names).map(([check, scripts]) => [check, codes(scripts)]);
  return rows.length === 0 ? [] : ['', ...table(['for', 'script, best first'], rows)];
}

function choiceOf({ choice }: Guide): string[] {
  return choice.length === 0 ? [] : ['', 'The manager:', '', ...ordered(choice)];
}

function versionsOf({ tool, sources, note }: VersionGuide): string[] {
  const more = note === undefined ? [] : ['', sentence(note)];
  return ['', `The version of ${tool}:`, '', ...ordered(sources), ...more];
}

/** As GitHub makes them from headings. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-');
}
