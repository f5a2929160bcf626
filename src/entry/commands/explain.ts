import { closest } from 'fastest-levenshtein';
import policyRules from '../../../policies/rules.json' with { type: 'json' };
import { CONFIGURATION_RULE } from '../../context/rules.ts';
import { renderRule } from '../../deliver/terminal/rule.ts';
import { ActionError } from '../../domain/errors.ts';
import { paintWith } from '../../domain/paint.ts';
import type { Rule } from '../../domain/rule.ts';
import { GENERATION_RULES } from '../../generate/rules.ts';
import type { CommandLine } from '../../inputs/command-line.ts';
import { readEnvironment } from '../../inputs/environment.ts';
import { OWN_RULES } from '../../validate/own-rules.ts';

/** Prints why a rule is there. Throws UNKNOWN_RULE with the nearest spelling. */
export async function explainCommand({ rule: wanted }: Extract<CommandLine, { command: 'explain' }>): Promise<number> {
  const catalogue: readonly Rule[] = [
    ...(policyRules as readonly Rule[]),
    ...OWN_RULES,
    ...GENERATION_RULES,
    CONFIGURATION_RULE,
  ];
  const rule = catalogue.find(({ id, aliases }) => id === wanted || aliases.some((alias) => isNamed(alias, wanted)));
  if (!rule)
    throw new ActionError(
      'UNKNOWN_RULE',
      `there is no rule '${wanted}'; did you mean ${closest(
        wanted,
        catalogue.map(({ id }) => id),
      )}?`,
    );
  process.stdout.write(renderRule(rule, paintWith(readEnvironment(process.stdout.isTTY === true).color)));
  return 0;
}

/** `zizmor/artipacked` and `artipacked` both name it. */
function isNamed(alias: string, wanted: string): boolean {
  return alias === wanted || alias.split('/')[1] === wanted;
}
