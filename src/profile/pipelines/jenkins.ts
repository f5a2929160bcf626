import type { PipelineStep } from '../ci/step.ts';
import { imageSetUp, plainStep } from '../ci/yaml-steps.ts';
import { type Line, linesOf } from '../lines.ts';
import { joinPath } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** `sh 'make test'`, `sh "…"`, `sh(script: '…')`; what Groovy fills into it, the reader of shells passes over. */
const SHELL = /(?:^|[\s{;])sh\s{0,4}\(?\s{0,4}(?:script\s{0,4}:\s{0,4})?(?:'''|"""|'([^']{1,500})'|"([^"]{1,500})")/;
const BLOCK = /(?:^|[\s{;])sh\s{0,4}\(?\s{0,4}(?:script\s{0,4}:\s{0,4})?('''|""")/;
const FOLDER = /(?:^|[\s{;])dir\s{0,4}\(\s{0,4}['"]([\w./-]{1,200})['"]\s{0,4}\)\s{0,4}\{/;
const IMAGE = /\bimage\s{0,4}\(?\s{0,4}['"]([\w./:@-]{1,200})['"]/;

/** The shell steps of a Jenkinsfile: Groovy is a language, so only plain lines count, and the folder that braces around them name. */
export function jenkinsSteps(snapshot: Snapshot, file: string): PipelineStep[] {
  const found: PipelineStep[] = [];
  const folders: (string | null)[] = [];
  const lines = linesOf(snapshot.text(file) ?? '');
  const setUps = lines.flatMap(({ text, number }) => imageSetUp(IMAGE.exec(text)?.[1] ?? null, number)).slice(0, 1);
  let block: { readonly end: string; readonly lines: Line[] } | null = null;
  const push = (script: readonly Line[]) => {
    found.push(plainStep(file, { line: script[0]?.number ?? 1, script, directory: here(folders), setUps }));
  };
  for (const { text, number } of lines) {
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

/** Deeper than anybody nests. */
const DEEPEST = 64;

/** The folder that the innermost open brace has led to; null where only the run can tell. */
function here(folders: readonly (string | null)[]): string | null {
  const last = folders.at(-1);
  return last === undefined ? '.' : last;
}

/** Each brace that is open, with the folder that it has led to. */
function nest(folders: (string | null)[], text: string): void {
  const folder = FOLDER.exec(text)?.[1] ?? (/(?:^|[\s{;])dir\s{0,4}\(/.test(text) ? null : '.');
  const opened = text.split('{').length - 1;
  const closed = text.split('}').length - 1;
  for (let count = opened; count > closed; count -= 1) {
    const around = here(folders);
    const isKnown = around !== null && folder !== null && folders.length < DEEPEST;
    folders.push(isKnown ? joinPath(around, folder) : null);
  }
  for (let count = closed; count > opened; count -= 1) folders.pop();
}
