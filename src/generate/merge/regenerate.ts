import type { FileStatus, GeneratedFile } from '../../domain/changes.ts';
import type { Finding } from '../../domain/finding.ts';
import { gitBlobId } from '../../workflow/digest.ts';
import { readYaml } from '../../workflow/document.ts';
import { generationFinding } from '../findings.ts';
import { type HeadedText, isPristine, readHeaded, writeHeaded } from '../header.ts';
import { shownNames } from '../shown.ts';
import {
  conflictFindings,
  differenceFindings,
  keptFindings,
  type Layout,
  located,
  pinFindings,
  placed,
} from './edit-findings.ts';
import { editedOut } from './edited-out.ts';
import { type Kept, type MarkFault, putBack, takeOut } from './keep-blocks.ts';
import { linesOf, textOf } from './lines.ts';
import { type Merged, mergeThreeWay } from './three-way.ts';

/** A generated file as it is now, and as it is generated anew. */
export interface Anew {
  readonly path: string;
  /** Null where there is none. */
  readonly previous: string | null;
  readonly printed: string;
  /** The lines of the body that was generated last; null where that is not known. */
  readonly base: readonly string[] | null;
}

export interface Regenerated {
  readonly anew: Anew;
  readonly file: GeneratedFile;
  readonly findings: readonly Finding[];
  /** Whether it is what was printed, has a person's words in it as well, or is left as it is. */
  readonly state: 'printed' | 'merged' | 'left';
}

/**
 * What should stand at the path: what was printed, with the edits that people have made since the last time. Where these cannot be told, or
 * nothing sound comes of it, the file stays as it is. Whatever a person wrote is in it, or in a finding.
 */
export function regenerate(anew: Anew): Regenerated {
  const { path, previous, printed } = anew;
  if (previous === null || previous.trim() === '' || previous === printed) return made(anew, 'printed', printed, []);
  const [theirs, ours] = [readHeaded(previous), readHeaded(printed)];
  if (theirs === null || ours === null)
    return made(anew, 'printed', printed, [generationFinding('WRITTEN_BY_HAND', path)]);
  const header = { ...ours, added: theirs.added };
  return isPristine(theirs) ? made(anew, 'printed', writeHeaded(header), []) : merged(anew, theirs, header);
}

/** The file stays, for the reasons of `why`; what would be another in it is told. */
export function leaveAsItIs(anew: Anew, why: readonly Finding[]): Regenerated {
  const { path, previous, printed } = anew;
  const [theirs, ours] = [readHeaded(previous ?? printed), readHeaded(printed)];
  const differences =
    theirs && ours ? differenceFindings(linesOf(theirs.body), linesOf(ours.body), layoutOf(path, theirs)) : [];
  return made(anew, 'left', previous ?? printed, [...why, ...differences]);
}

function made(anew: Anew, state: Regenerated['state'], content: string, findings: readonly Finding[]): Regenerated {
  const { path, previous } = anew;
  return { anew, state, findings, file: { path, content, previous, status: statusOf(previous, content) } };
}

function statusOf(previous: string | null, content: string): FileStatus {
  if (previous === null) return 'added';
  return previous === content ? 'unchanged' : 'changed';
}

function merged(anew: Anew, theirs: HeadedText, header: HeadedText): Regenerated {
  const lines = linesOf(theirs.body);
  const taken = takeOut(lines);
  const isClear = 'rest' in taken;
  const { blocks, rest }: Kept = isClear ? taken : { blocks: [], rest: lines };
  const marks = isClear ? [] : [markFinding(layoutOf(anew.path, theirs), taken)];
  const ours = linesOf(header.body);
  const base = [rest, ours].find((known) => gitBlobId(textOf(known)) === theirs.id) ?? anew.base;
  if (base === null) return leaveAsItIs(anew, [generationFinding('BASE_NOT_FOUND', anew.path), ...marks]);
  const sides = { base, theirs: rest, ours };
  // What touches is put side by side, as long as that is sound.
  for (const isStrict of [false, true]) {
    const it = mergeThreeWay(sides, blocks, isStrict);
    const content = it && contentOf(it, header);
    if (it && content && isSound(content))
      return made(anew, 'merged', content, [
        ...marks,
        ...lostFindings(anew, content),
        ...findingsOf(anew, it, content),
      ]);
  }
  return leaveAsItIs(anew, [generationFinding('MERGE_NOT_PROVEN', anew.path, { why: NOT_SOUND }), ...marks]);
}

const NOT_SOUND = 'they do not go together with what is new as YAML, or too much was edited.';

function markFinding(layout: Layout, { line, what }: MarkFault): Finding {
  return placed('KEEP_BLOCK_UNCLEAR', layout, { at: line, size: 1 }, { what });
}

function layoutOf(file: string, { added, own }: HeadedText): Layout {
  return { file, header: added.length + own.length + 1, blocks: [] };
}

function contentOf({ lines, base, blocks }: Merged, header: HeadedText): string {
  return writeHeaded({ ...header, id: gitBlobId(textOf(base)), body: textOf(putBack(lines, blocks)) });
}

function isSound(content: string): boolean {
  return readYaml(content).problems.every(({ level }) => level !== 'error');
}

/** Whatever a person has taken out stays out, but never unsaid. */
function lostFindings({ path, printed }: Anew, content: string): Finding[] {
  const lost = editedOut(printed, content);
  return lost.length === 0 ? [] : [generationFinding('EDITED_OUT', path, { what: shownNames(lost).join('; ') })];
}

function findingsOf({ path, previous }: Anew, { regions, blocks, replaced }: Merged, content: string): Finding[] {
  const header = readHeaded(content);
  if (header === null) return [];
  const layout = { ...layoutOf(path, header), blocks };
  const parts = located(regions);
  const told = [...conflictFindings(parts, layout), ...keptFindings(parts, layout)];
  // Once it is settled there is nothing to say of what has moved.
  if (previous === content) return told;
  const moved = blocks.flatMap(({ at, moved: why }) =>
    why === null ? [] : [placed('KEEP_BLOCK_MOVED', layout, { at, size: 0 }, { why })],
  );
  return [...told, ...moved, ...pinFindings(replaced, path)];
}
