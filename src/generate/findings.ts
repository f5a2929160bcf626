import type { IntentPlaces } from '../domain/configuration.ts';
import type { Evidence } from '../domain/evidence.ts';
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

/**
 * A finding for each wish that is not in the jobs: where it stands in the configuration, or where the repository shows it, else at the top of
 * the file that it would be in.
 */
export function unsupportedFindings({ unsupported }: Pipeline, file: string, { places, asked }: Wished): Finding[] {
  return unsupported.map(({ intent, why, at }) => {
    if (!asked.has(intent)) return shownFinding(why, at, file);
    const whose = `It was asked for by ${JSON.stringify(intent)}`;
    const finding = generationFinding('INTENT_NOT_SUPPORTED', file, { why, whose });
    const place = ('for' in intent ? places.get(intent.for) : undefined) ?? places.get(intent);
    return place ? { ...finding, file: CONFIGURATION_PATH, ...place } : finding;
  });
}

const UNASKED = 'It is left out alone: nothing else is lost by it. It comes by itself once the reason is gone.';

function shownFinding(why: string, at: Evidence | null, file: string): Finding {
  const whose = 'Nobody has asked for it: the repository shows it';
  const finding = { ...generationFinding('INTENT_NOT_SUPPORTED', file, { why, whose }), help: UNASKED };
  return at === null ? finding : { ...finding, file: at.file, range: lineRange(at.line) };
}

function lineRange(line: number): Finding['range'] {
  const start = { line, column: 1 };
  return { start, end: start };
}

/** A finding for each unit that is to run with versions which its manifest excludes, at the line that does. */
export function rangeFindings(found: readonly OutOfRange[]): Finding[] {
  return found.flatMap(({ unit: { directory, allows }, versions }) =>
    allows.because.slice(0, 1).map(({ file, line }) => {
      const unit = directory === '.' ? 'The root' : directory;
      const params = { unit, tool: allows.tool, versions: versions.join(', '), allowed: allows.value };
      return { ...generationFinding('VERSION_OUT_OF_RANGE', file, params), range: lineRange(line) };
    }),
  );
}
