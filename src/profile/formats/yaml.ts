import { readYaml } from '../../workflow/document.ts';
import { oncePerText } from '../once.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { type Manifest, manifestOf } from './manifest.ts';

/** No person's manifest is longer, and each look-up walks through the keys of its mapping. */
const LONGEST = 250_000;

/** A YAML file, with `<<` merged as compose and GitLab do. The value is undefined, with a warning, where it cannot be parsed or is not there. */
export const readYamlManifest = oncePerText((snapshot: Snapshot, file: string): Found<Manifest> => {
  const text = snapshot.text(file) ?? '';
  if (text.length > LONGEST) return leftOut(snapshot, file, { line: 1, why: `longer than ${LONGEST} characters` });
  const document = readYaml(text, { mergeKeys: true });
  const [problem] = document.problems.filter(({ level }) => level === 'error');
  if (problem)
    return leftOut(snapshot, file, { line: problem.range.start.line, why: problem.message.replace(/\.$/, '') });
  const lineOf: Manifest['lineOf'] = (path) => document.keyRangeOf(path).start.line;
  return { value: manifestOf(snapshot, file, document.value, lineOf), warnings: [] };
});

/** Every document of a YAML file, with the lines of the file; one that cannot be parsed is passed over. */
export function readYamlDocuments(snapshot: Snapshot, file: string): Manifest[] {
  const text = (snapshot.text(file) ?? '').slice(0, LONGEST);
  let line = 0;
  return text.split(/^---(?=\s|$)/m).flatMap((part) => {
    const before = line;
    line += part.split('\n').length - 1;
    const document = readYaml(part, { mergeKeys: true });
    if (document.problems.some(({ level }) => level === 'error')) return [];
    return [manifestOf(snapshot, file, document.value, (path) => before + document.keyRangeOf(path).start.line)];
  });
}

interface Fault {
  readonly line: number;
  readonly why: string;
}

function leftOut(snapshot: Snapshot, file: string, { line, why }: Fault): Found<Manifest> {
  return {
    value: manifestOf(snapshot, file, undefined, () => 1),
    warnings: [{ file, line, message: `this is not YAML that can be read (${why}); it is left out.` }],
  };
}
