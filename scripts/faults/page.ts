import { ERROR_CATALOGUE, type ErrorCode } from '../../src/domain/errors.ts';
import type { Rung } from '../../src/domain/proposal.ts';
import { row as tableRow } from '../pages/tables.ts';

/** What came of a row of the matrix. */
export interface Played {
  readonly fault: string;
  readonly layer: Rung;
  readonly code: string | null;
  /** The whole of what the person was told; empty where everything was done. */
  readonly told: string;
  /** The longer one of both protocols. */
  readonly seconds: number;
  /** That the run had. */
  readonly limit: number;
}

/** The page of all rows, chapter by chapter. */
export function faultsPage(chapters: readonly (readonly [title: string, rows: readonly Played[]])[]): string {
  return [
    '# When a model fails',
    '',
    INTRODUCTION,
    ...chapters.flatMap(([title, rows]) => ['', `## ${title}`, '', ...HEAD, ...rows.map(lineOf)]),
    '',
  ].join('\n');
}

const INTRODUCTION = `Somebody asks *Lint the Go code* of a repository with a Go module, and each line is what a model, or the way to it, does then: by Anthropic's Messages and by chat completions, with the same
outcome. In every run the file is proven, the exit code is 0, and the key stands nowhere. Where the model fails, our own reader reads the words; where it
asks, nothing of the words is done before they are answered.

Each line is a test in \`__tests__/e2e/models\`, on the built action, started as a runner starts it; those of a model on the same machine are in \`__tests__/e2e/local-model\`, in a job. The page is made from such runs by \`node scripts/faults.ts\`; the seconds are those of the
machine that it ran on, loaded or not, of all those that the run had.`;

const ALL_DONE = 'nothing: all was done';

const HEAD = [
  tableRow('what goes wrong', 'made from', 'what the person is told', 'code', 'seconds'),
  '|---|---|---|---|---|',
];

function lineOf({ fault, layer, code, told, seconds, limit }: Played): string {
  return tableRow(
    fault,
    `\`${layer}\``,
    told === '' ? ALL_DONE : escaped(withoutHelp(told, code)),
    code === null ? '' : `\`${code}\``,
    `${seconds.toFixed(1)} of ${limit}`,
  );
}

/** What to do next is the same for all rows with the code, and stands with it in docs/action.md. */
function withoutHelp(told: string, code: string | null): string {
  const help = code !== null && isErrorCode(code) ? ERROR_CATALOGUE[code].help : '';
  return told.replace(help, '').trim();
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CATALOGUE, code);
}

function escaped(text: string): string {
  return text.replace(/[<>*_[\]`]/g, '\\$&');
}
