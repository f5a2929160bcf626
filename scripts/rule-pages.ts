import { inGeneral, type Rule } from '../src/domain/rule.ts';

const MADE =
  '<!-- Made by scripts/build-policies.ts from the METADATA and the examples beside each policy, and from the rules in src/. -->';

/** policies/README.md: the catalogue as a table. */
export function ruleCatalogue(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, kind, level, title, aliases }) =>
      `| [${id}](../docs/rules.md#${id}) | ${kind} | ${level} | ${title} | ${aliases.join(', ')} |`,
  );
  return `${[
    MADE,
    '# Policies',
    '',
    'Rego, compiled to WebAssembly. A rule is a folder below `agent/rules/<kind>/`, named for its fault, with its METADATA, its tests and',
    'its examples. `agent/main` is the one entrypoint; `agent/facts` is what several rules ask of a workflow. The input is what',
    '`src/workflow/facts/` makes of a file: everything that needs reading of text has been read before.',
    '',
    '| rule | judges | level | fault | elsewhere |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')}\n`;
}

export interface RuleGroup {
  readonly title: string;
  readonly rules: readonly Rule[];
}

/** docs/rules.md: a part for each group, a section a rule. */
export function rulePages(groups: readonly RuleGroup[]): string {
  const parts = groups.flatMap(({ title, rules }) => [`## ${title}`, '', ...rules.flatMap(rulePage)]);
  const lines = [MADE, '# Rules', '', 'Each is also printed by `agent-generate explain RULE`.', '', ...parts];
  return `${lines.join('\n').trimEnd()}\n`;
}

function rulePage({ id, level, title, description, help, aliases, good, bad }: Rule): string[] {
  const elsewhere = aliases.length > 0 ? ['', `Elsewhere: ${aliases.join(', ')}.`] : [];
  return [
    `### ${id}`,
    '',
    `**${title}.** Level: ${level}.`,
    '',
    description,
    '',
    inGeneral(help),
    ...elsewhere,
    '',
    'Bad:',
    '',
    '```yaml',
    bad.trimEnd(),
    '```',
    '',
    'Good:',
    '',
    '```yaml',
    good.trimEnd(),
    '```',
    '',
  ];
}
