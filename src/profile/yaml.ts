import { readYaml } from '../workflow/document.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import type { Found, Snapshot } from './snapshot.ts';

/** A YAML file, with `<<` merged as compose and GitLab do. The value is undefined, with a warning, where it cannot be parsed or is not there. */
export function readYamlManifest(snapshot: Snapshot, file: string): Found<Manifest> {
  const document = readYaml(snapshot.text(file) ?? '', { mergeKeys: true });
  const [problem] = document.problems.filter(({ level }) => level === 'error');
  const manifest = manifestOf(snapshot, file, document.value, (path) => document.keyRangeOf(path).start.line);
  if (!problem) return { value: manifest, warnings: [] };
  return {
    value: manifest,
    warnings: [
      { file, line: problem.range.start.line, message: `this is not YAML (${problem.message}); it is left out.` },
    ],
  };
}
