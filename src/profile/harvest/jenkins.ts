import { type Line, linesOf } from '../lines.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { PipelineStep } from './step.ts';
import { imageSetUp, plainStep } from './yaml-steps.ts';

/** `sh 'make test'`, `sh "…"`, `sh(script: '…')`; what Groovy fills into it, the reader of shells passes over. */
const SHELL = /(?:^|[\s{;])sh\s{0,4}\(?\s{0,4}(?:script\s{0,4}:\s{0,4})?(?:'''|"""|'([^']{1,500})'|"([^"]{1,500})")/;
const BLOCK = /(?:^|[\s{;])sh\s{0,4}\(?\s{0,4}(?:script\s{0,4}:\s{0,4})?('''|""")/;
const FOLDER = /(?:^|[\s{;])dir\s{0,4}\(\s{0,4}['"]([\w./-]{1,200})['"]\s{0,4}\)\s{0,4}\{/;
const IMAGE = /\bimage\s{0,4}\(?\s{0,4}['"]([\w./:@-]{1,200})['"]/;

/** The shell steps of a Jenkinsfile: Groovy is a language, so only plain lines count, and the folder that braces around them name. */
export function jenkinsSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const found: PipelineStep[] = [];
  const folders: (string | null)[] = [];
  const images = linesOf(snapshot.text(file) ?? '').flatMap(({ text, number }) =>
    imageSetUp(IMAGE.exec(text)?.[1] ?? null, number),
  );
  let block: { readonly end: string; readonly lines: Line[] } | null = null;
  const push = (script: readonly Line[]) => {
    const directory = folders.reduce<string | null>(into, '.');
    found.push(plainStep(file, { line: script[0]?.number ?? 1, script, directory, setUps: images.slice(0, 1) }));
  };
  for (const { text, number } of linesOf(snapshot.text(file) ?? '')) {
    if (block !== null) {
      if (!text.includes(block.end)) block.lines.push({ text, number });
      else {
        push(block.lines);
        block = null;
      }
      continue;
    }
    if (/^\s*\/\//.test(text)) continue;
    const [, single, double] = SHELL.exec(text) ?? [];
    const end = BLOCK.exec(text)?.[1];
    if (end !== undefined) block = text.split(end).length > 2 ? null : { end, lines: [] };
    else if (single !== undefined || double !== undefined) push([{ text: single ?? double ?? '', number }]);
    else nest(folders, text);
  }
  return found;
}

function into(directory: string | null, folder: string | null): string | null {
  return directory === null || folder === null ? null : joinPath(directory, folder);
}

/** Each brace that is open, with the folder that it changes to: `.` where it changes none, null where only the run can tell. */
function nest(folders: (string | null)[], text: string): void {
  const folder = FOLDER.exec(text)?.[1] ?? (/(?:^|[\s{;])dir\s{0,4}\(/.test(text) ? null : '.');
  const opened = text.split('{').length - 1;
  const closed = text.split('}').length - 1;
  for (let count = opened; count > closed; count -= 1) folders.push(folder);
  for (let count = closed; count > opened; count -= 1) folders.pop();
}
