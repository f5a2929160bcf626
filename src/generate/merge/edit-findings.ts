import type { Finding } from '../../domain/finding.ts';
import { mayHoldSecret, REDACTED } from '../../secrets/suspicion.ts';
import { type GenerationRuleId, generationFinding } from '../findings.ts';
import { hunksOf } from './hunks.ts';
import type { KeptBlock } from './keep-blocks.ts';
import type { Region } from './regions.ts';

/** Of one kind so many are told each by itself: nobody reads more. */
const MOST_FINDINGS = 20;

/** So much is shown of one text. */
const MOST_LINES = 6;
const MOST_CHARACTERS = 200;

/** Where lines stand in a file: below its header, and around the blocks that are kept. */
export interface Layout {
  readonly file: string;
  /** How many lines the header has. */
  readonly header: number;
  readonly blocks: readonly KeptBlock[];
}

interface Located {
  readonly region: Region;
  /** How many lines of the merged ones stand before it, and how many it has. */
  readonly at: number;
  readonly size: number;
}

/** The parts of what was merged with their places in it. */
export function located(regions: readonly Region[]): Located[] {
  let at = 0;
  return regions.map((region) => {
    const size = region.kind === 'ours' ? region.ours.length : region.theirs.length;
    at += size;
    return { region, at: at - size, size };
  });
}

/** Each place where a person's words stand in the way of what would be generated, with both. */
export function conflictFindings(parts: readonly Located[], layout: Layout): Finding[] {
  const conflicts = parts.filter(({ region }) => region.kind === 'conflict');
  return bounded(conflicts, layout.file, 'EDIT_IN_CONFLICT', ({ region, at, size }) =>
    placed('EDIT_IN_CONFLICT', layout, { at, size }, { theirs: shown(region.theirs), ours: shown(region.ours) }),
  );
}

/** One finding for all edits that are kept. */
export function keptFindings(parts: readonly Located[], layout: Layout): Finding[] {
  const edits = parts.filter(({ region }) => region.kind === 'theirs');
  const [first] = edits;
  if (first === undefined) return [];
  const lines = edits.slice(0, MOST_FINDINGS).map(({ at }) => lineAt(at, layout));
  const more = edits.length > lines.length ? `, and ${edits.length - lines.length} more` : '';
  const count = edits.length === 1 ? '1 edit by hand is' : `${edits.length} edits by hand are`;
  const word = lines.length === 1 ? 'line' : 'lines';
  return [placed('EDITED_BY_HAND', layout, first, { count, lines: `${word} ${lines.join(', ')}${more}` })];
}

/** Pins of a person that gave way to newer ones. */
export function pinFindings(replaced: readonly Region[], file: string): Finding[] {
  return bounded(replaced, file, 'PIN_REPLACED', ({ theirs, ours }) =>
    generationFinding('PIN_REPLACED', file, { theirs: shown(theirs), ours: shown(ours) }),
  );
}

/** Every difference between a file that is left as it is and what would be generated. */
export function differenceFindings(theirs: readonly string[], ours: readonly string[], layout: Layout): Finding[] {
  const differences = hunksOf(theirs, ours) ?? [{ from: 0, to: theirs.length, lines: ours }];
  return bounded(differences, layout.file, 'DIFFERENCE_LEFT', ({ from, to, lines }) =>
    placed(
      'DIFFERENCE_LEFT',
      layout,
      { at: from, size: to - from },
      { theirs: shown(theirs.slice(from, to)), ours: shown(lines) },
    ),
  );
}

/** A finding about lines of a file. */
export function placed(
  id: GenerationRuleId,
  layout: Layout,
  { at, size }: { readonly at: number; readonly size: number },
  params: Readonly<Record<string, string>>,
): Finding {
  const line = lineAt(at, layout);
  const end = size === 0 ? line : lineAt(at + size - 1, layout) + 1;
  const range = { start: { line, column: 1 }, end: { line: end, column: 1 } };
  return { ...generationFinding(id, layout.file, params), range };
}

function lineAt(at: number, { header, blocks }: Layout): number {
  const kept = blocks.filter((block) => block.at <= at).reduce((sum, { lines }) => sum + lines.length, 0);
  return header + kept + at + 1;
}

function bounded<T>(all: readonly T[], file: string, id: GenerationRuleId, make: (one: T) => Finding): Finding[] {
  const left = all.length - MOST_FINDINGS;
  const rest = left > 0 ? [generationFinding('MORE_NOT_SHOWN', file, { count: String(left), rule: id })] : [];
  return [...all.slice(0, MOST_FINDINGS).map(make), ...rest];
}

/** Lines in one sentence, cut to a bound. A line that may hold a secret is not repeated. */
function shown(lines: readonly string[]): string {
  if (lines.length === 0) return 'nothing';
  const some = lines.slice(0, MOST_LINES).map((line) => (mayHoldSecret(line) ? REDACTED : line.trim()));
  const text = some.join(' ⏎ ');
  const isCut = text.length > MOST_CHARACTERS || lines.length > MOST_LINES;
  return `“${text.slice(0, MOST_CHARACTERS).replace(/[\ud800-\udbff]$/, '')}${isCut ? ' …' : ''}”${isCut ? ` (${lines.length} lines)` : ''}`;
}
