import { ParseError, parseTOML } from 'toml-eslint-parser';
import { oncePerText } from '../once.ts';
import type { Found, Snapshot } from '../snapshot.ts';
import { type Manifest, manifestOf } from './manifest.ts';
import { tomlLines } from './toml-lines.ts';
import { tomlValue } from './toml-value.ts';

/** A TOML 1.1 file, dates as written. The value is undefined where it is not there or cannot be parsed; the latter is a warning. */
export const readToml = oncePerText((snapshot: Snapshot, file: string): Found<Manifest> => {
  const text = snapshot.text(file);
  const nothing = manifestOf(snapshot, file, undefined, () => 1);
  if (text === null) return { value: nothing, warnings: [] };
  try {
    const program = parseTOML(text);
    return { value: manifestOf(snapshot, file, tomlValue(program), tomlLines(program)), warnings: [] };
  } catch (thrown) {
    const { line, why } = faultOf(thrown);
    return { value: nothing, warnings: [{ file, line, message: `this is not TOML (${why}); it is left out.` }] };
  }
});

function faultOf(thrown: unknown): { readonly line: number; readonly why: string } {
  if (thrown instanceof ParseError) return { line: thrown.lineNumber, why: thrown.message };
  if (thrown instanceof RangeError) return { line: 1, why: 'it is nested too deeply' };
  throw thrown;
}
