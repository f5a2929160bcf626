import { pathOf } from '../docker/sources.ts';
import { linesOf } from '../lines.ts';
import { baseName } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Word } from '../word.ts';
import type { ImageBuild } from './image-build.ts';

/** The programs of the repository that the checks of an image start, each with the check: what a Dockerfile copies under the name that the check calls. */
export function checkScripts(snapshot: Snapshot, { facts, context, compose }: ImageBuild): readonly CheckScript[] {
  return [facts.healthcheck, compose?.healthcheck ?? null].flatMap((check) => {
    const names = new Set(check?.value.split(/[\s"',[\]]+/).map(baseName));
    const source = facts.sources.find(({ value }) => baseName(value).length > 2 && names.has(baseName(value)));
    const file = source ? pathOf(snapshot, context, source.value) : null;
    return check && file !== null && snapshot.has(file) ? [{ check, file }] : [];
  });
}

export interface CheckScript {
  readonly check: Word;
  readonly file: string;
}

/** A longer program is no check. */
const MOST_LINES = 2_000;

/** What a program fills into its texts: `${port}` of a shell, `{port}` of Python, `$PORT`. */
const FILLED = /\$?\{[^{}]{0,200}\}|\$\w{1,60}/g;

/** The address of its own, as far as it is written; what stands behind it is asked there. */
const OWN = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1?\])?(?::\d{0,5})?(\/[\w./~-]{1,200})/;

/** The path that such a program asks the image itself for; null where it asks for none. */
export function askedByScript(snapshot: Snapshot, { check, file }: CheckScript): Word | null {
  for (const { text, number } of linesOf(snapshot.text(file) ?? '').slice(0, MOST_LINES)) {
    const path = OWN.exec(text.replace(FILLED, ''))?.[1];
    if (path !== undefined && !/^\s*(?:#|\/\/)/.test(text))
      return { value: path, at: [...check.at, { file, line: number }] };
  }
  return null;
}
