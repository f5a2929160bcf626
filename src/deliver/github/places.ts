import { code, link, wellFormed } from './markdown.ts';
import type { GithubPage } from './page.ts';

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A place as `file:line`, or by another name for it, linked to the head's file where that has this very line: a proposed file is not there yet. */
export function placed(
  { file, line }: Place,
  { proposal, links }: Pick<GithubPage, 'proposal' | 'links'>,
  name = `${file}:${line}`,
): string {
  const shown = code(name);
  const isProposed = proposal.changeSet.files.some(({ path, status }) => path === file && status !== 'unchanged');
  if (links.blob === null || isProposed || file.startsWith('<')) return shown;
  const path = wellFormed(file).split('/').map(encodeURIComponent).join('/');
  return link(shown, `${links.blob}/${path}#L${line}`);
}
