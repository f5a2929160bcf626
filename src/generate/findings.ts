import type { IntentPlaces } from '../domain/configuration.ts';
import type { Finding } from '../domain/finding.ts';
import type { Pipeline } from '../domain/pipeline.ts';
import { CONFIGURATION_PATH } from '../domain/repository.ts';
import type { Intent } from '../domain/request.ts';
import { fill, type Rule } from '../domain/rule.ts';
import type { OutOfRange } from './plan/out-of-range.ts';
import { GENERATION_RULES } from './rules.ts';

const RULES = new Map<string, Rule>(GENERATION_RULES.map((rule) => [rule.id, rule]));
const START = { line: 1, column: 1 };

export type GenerationRuleId = (typeof GENERATION_RULES)[number]['id'];

/** A finding about a whole generated file, in the words of its rule. */
export function generationFinding(
  id: GenerationRuleId,
  file: string,
  params: Readonly<Record<string, string>> = {},
): Finding {
  const { level = 'warning', message = id, help = '', aliases = [] } = RULES.get(id) ?? {};
  return {
    rule: id,
    level,
    message: fill(message, params),
    file,
    path: [],
    range: { start: START, end: START },
    aliases,
    help,
  };
}

/** What a person must set up before the jobs of a file work. */
export function setupFindings({ setup }: Pipeline, file: string): Finding[] {
  return setup.map((what) => generationFinding('SETUP_NEEDED', file, { what }));
}

interface Wished {
  /** Where intents stand in the configuration. */
  readonly places: IntentPlaces;
  readonly asked: ReadonlySet<Intent>;
}

/** A finding for each wish that is not in the jobs: where it stands in the configuration, else at the top of the file that it would be in. */
export function unsupportedFindings({ unsupported }: Pipeline, file: string, { places, asked }: Wished): Finding[] {
  return unsupported.map(({ intent, why }) => {
    const whose = asked.has(intent)
      ? `It was asked for by ${JSON.stringify(intent)}`
      : 'Nobody has asked for it: the repository shows it';
    const finding = generationFinding('INTENT_NOT_SUPPORTED', file, { why, whose });
    const place = ('for' in intent ? places.get(intent.for) : undefined) ?? places.get(intent);
    return place ? { ...finding, file: CONFIGURATION_PATH, ...place } : finding;
  });
}

/** A finding for each unit that is to run with versions which its manifest excludes, at the line that does. */
export function rangeFindings(found: readonly OutOfRange[]): Finding[] {
  return found.flatMap(({ unit: { directory, allows }, versions }) =>
    allows.because.slice(0, 1).map(({ file, line }) => {
      const at = { line, column: 1 };
      const unit = directory === '.' ? 'The root' : directory;
      const params = { unit, tool: allows.tool, versions: versions.join(', '), allowed: allows.value };
      return { ...generationFinding('VERSION_OUT_OF_RANGE', file, params), range: { start: at, end: at } };
    }),
  );
}
