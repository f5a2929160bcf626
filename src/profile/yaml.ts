import { readYaml } from '../workflow/document.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import { oncePerFile } from './once.ts';
import type { Found, Snapshot } from './snapshot.ts';

/** No person's manifest is longer, and each look-up walks through the keys of its mapping. */
const LONGEST = 250_000;

/** A YAML file, with `<<` merged as compose and GitLab do. The value is undefined, with a warning, where it cannot be parsed or is not there. */
export const readYamlManifest = oncePerFile((snapshot: Snapshot, file: string): Found<Manifest> => {
  const text = snapshot.text(file) ?? '';
  if (text.length > LONGEST) return leftOut(snapshot, file, { line: 1, why: `longer than ${LONGEST} characters` });
  const document = readYaml(text, { mergeKeys: true });
  const [problem] = document.problems.filter(({ level }) => level === 'error');
  if (problem)
    return leftOut(snapshot, file, { line: problem.range.start.line, why: problem.message.replace(/\.$/, '') });
  const lineOf: Manifest['lineOf'] = (path) => document.keyRangeOf(path).start.line;
  return { value: manifestOf(snapshot, file, document.value, lineOf), warnings: [] };
});

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
