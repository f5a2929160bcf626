import policyRules from '../../../policies/rules.json' with { type: 'json' };
import { CONFIGURATION_RULE } from '../../context/rules.ts';
import { renderCode, renderRule } from '../../deliver/terminal/rule.ts';
import { ActionError, ERROR_CATALOGUE } from '../../domain/errors.ts';
import { paintWith } from '../../domain/paint.ts';
import { FALLBACKS } from '../../domain/proposal.ts';
import { REFUSALS } from '../../domain/refusal.ts';
import type { Rule } from '../../domain/rule.ts';
import { GENERATION_RULES } from '../../generate/rules.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { nearestWord } from '../../inputs/nearest.ts';
import { OWN_RULES } from '../../validate/own-rules.ts';

/** Prints why a rule is there, why something is refused, or what to do where a run ends with a code. Throws UNKNOWN_RULE, with what was probably meant where something is near. */
export async function explainCommand({ rule: wanted }: Extract<CommandLine, { command: 'explain' }>): Promise<number> {
  const catalogue: readonly Rule[] = [
    ...(policyRules as readonly Rule[]),
    ...OWN_RULES,
    ...GENERATION_RULES,
    CONFIGURATION_RULE,
  ];
  const paint = paintWith(readEnvironment(process.stdout.isTTY === true).color);
  const rule = catalogue.find(({ id, aliases }) => id === wanted || aliases.some((alias) => isNamed(alias, wanted)));
  const code = textOf(CODES, wanted) ?? (rule ? null : textOf(REFUSALS, wanted));
  if (code !== null) {
    process.stdout.write(renderCode(wanted, code, paint));
    return 0;
  }
  if (!rule) {
    const near = nearestWord(wanted, [
      ...catalogue.map(({ id }) => id),
      ...Object.keys(CODES),
      ...Object.keys(REFUSALS),
    ]);
    throw new ActionError(
      'UNKNOWN_RULE',
      `there is no rule '${wanted}'${near === null ? '.' : `; did you mean ${near}?`}`,
    );
  }
  process.stdout.write(renderRule(rule, paint));
  return 0;
}

/** What ends a run, or takes something from its answer: what to do about each. */
const CODES: Readonly<Record<string, string>> = {
  ...FALLBACKS,
  ...Object.fromEntries(Object.entries(ERROR_CATALOGUE).map(([code, { help }]) => [code, help])),
};

function textOf(texts: Readonly<Record<string, string>>, wanted: string): string | null {
  return Object.hasOwn(texts, wanted) ? (texts[wanted] ?? null) : null;
}

/** `zizmor/artipacked` and `artipacked` both name it. */
function isNamed(alias: string, wanted: string): boolean {
  return alias === wanted || alias.split('/')[1] === wanted;
}
