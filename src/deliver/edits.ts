import type { Finding } from '../domain/finding.ts';

/** What becomes of what people have written into a file: the worst of all files. */
export type EditFate = 'replaced' | 'left' | 'taken-out' | 'conflict' | 'kept';

const FATES: readonly (readonly [rule: string, fate: EditFate])[] = [
  ['WRITTEN_BY_HAND', 'replaced'],
  ['BASE_NOT_FOUND', 'left'],
  ['MERGE_NOT_PROVEN', 'left'],
  ['EDITED_OUT', 'taken-out'],
  ['EDIT_IN_CONFLICT', 'conflict'],
  ['EDITED_BY_HAND', 'kept'],
];

/** The rule that tells it; null where no file has anything of a person. */
export function editsIn(findings: readonly Finding[]): { readonly rule: string; readonly fate: EditFate } | null {
  const [rule, fate] = FATES.find(([id]) => findings.some((finding) => finding.rule === id)) ?? [];
  return rule === undefined || fate === undefined ? null : { rule, fate };
}
