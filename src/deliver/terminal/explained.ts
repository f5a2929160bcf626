import { type Paint, printableLine } from '../../domain/paint.ts';
import type { Proposal } from '../../domain/proposal.ts';
import { explain } from '../explain/explain.ts';
import type { ExplainedValue } from '../explain/value.ts';

/** As wide as a value is shown. */
const MOST_VALUE = 120;

/** Every job, step and value with the lines that show it, or whose default it is. */
export function explanation({ pipeline, request }: Pick<Proposal, 'pipeline' | 'request'>, paint: Paint): string {
  return explain(pipeline, request)
    .map(({ name, because, values }) => {
      const reason = because.length > 0 ? `  ${paint.dim(cited(because))}` : '';
      return [`  ${paint.bold(printableLine(name))}${reason}`, ...values.map((one) => valueLine(one, paint))].join(
        '\n',
      );
    })
    .join('\n');
}

function valueLine({ label, value, because, note }: ExplainedValue, paint: Paint): string {
  const shown = printableLine(value);
  const short = shown.length > MOST_VALUE ? `${shown.slice(0, MOST_VALUE - 1)}…` : shown;
  const reasons = [...(because.length > 0 ? [cited(because)] : []), ...(note === null ? [] : [printableLine(note)])];
  return `    ${label.padEnd(14)} ${short}  ${paint.dim(`← ${reasons.join('; ')}`)}`;
}

function cited([first, ...more]: ExplainedValue['because']): string {
  if (!first) return '';
  const excerpt = first.excerpt === undefined || first.excerpt === '' ? '' : `  ${printableLine(first.excerpt)}`;
  return `${printableLine(first.file)}:${first.line}${more.length > 0 ? ` and ${more.length} more` : ''}${excerpt}`;
}
