import type * as z from 'zod/mini';

/** What is wrong at one place of an answer. */
export interface Issue {
  /** `intents.0.minutes`, or `` for the whole. */
  readonly at: string;
  readonly text: string;
}

/** An issue of the schema in words that a model can mend it by. */
export function issueOf(issue: z.core.$ZodIssue): Issue {
  return { at: issue.path.map(String).join('.'), text: textOf(issue) };
}

function textOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `This must be ${issue.expected}.`;
    case 'unrecognized_keys':
      return `There is no field ${named(issue.keys)} here.`;
    case 'invalid_value':
      return `This must be one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'invalid_union':
      return 'This is none of the shapes that can stand here; see the schema of the tool.';
    case 'too_small':
      return `This must be at least ${issue.minimum}${measureOf(issue.origin)}.`;
    case 'too_big':
      return `This must be at most ${issue.maximum}${measureOf(issue.origin)}.`;
    default:
      return `This ${issue.message}.`;
  }
}

/** Of many the first few: who answers with them is told so, and the person reads it too. */
function named(keys: readonly string[]): string {
  const first = keys.slice(0, MOST_KEYS).map((key) => JSON.stringify(key.slice(0, 60)));
  return keys.length > MOST_KEYS ? `${first.join(', ')} and ${keys.length - MOST_KEYS} more` : first.join(', ');
}

const MOST_KEYS = 5;

function measureOf(origin: string): string {
  if (origin === 'string') return ' characters long';
  return origin === 'array' ? ' items long' : '';
}
