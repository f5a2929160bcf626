import type { DocumentPath } from '../../domain/finding.ts';
import type { ContextPath } from '../../workflow/expressions/tree.ts';
import { known, UNKNOWN, type Value } from '../../workflow/expressions/value.ts';
import type { Manifest } from '../formats/manifest.ts';
import { MOST } from './limits.ts';
import { asText } from './matrix.ts';

/** What an input of a call is, by its name in any case; null where that is not known. */
export type InputOf = (name: string) => string | number | boolean | null;

/** The inputs of an action or a workflow that are declared at a path, as a call gives them, or else as they usually are. */
export function inputsOf(called: Manifest, path: DocumentPath, given: ReadonlyMap<string, string>): InputOf {
  const usual = called.keys(path).flatMap((name) => asText([name, called.at([...path, name, 'default'])]));
  const texts = new Map([...usual, ...given].map(([name, text]) => [name.toLowerCase(), text]));
  const types = new Map(called.keys(path).map((name) => [name.toLowerCase(), called.text([...path, name, 'type'])]));
  return (name) => {
    const text = texts.get(name.toLowerCase()) ?? null;
    return text === null ? null : typed(text, types.get(name.toLowerCase()) ?? null);
  };
}

/** As a text, nought and no would count as true. (workflow syntax, `on.workflow_call.inputs.<input_id>.type`) */
function typed(text: string, type: string | null): string | number | boolean {
  if (type === 'boolean' && /^(?:true|false)$/.test(text)) return text === 'true';
  return type === 'number' && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? Number(text) : text;
}

/** A text with its `${{ inputs.… }}` put in, where they are plain words. */
export function withInputs(text: string, inputOf: InputOf): string {
  return text
    .slice(0, MOST.line)
    .replace(/\$\{\{\s{0,8}inputs\.([\w-]{1,100})\s{0,8}\}\}/g, (written, name: string) => {
      const value = inputOf(name);
      return value !== null && /^[\w.:*^~/@ -]{0,100}$/.test(String(value)) ? String(value) : written;
    });
}

/** What `inputs.…` gives in such a call. */
export function inputValue([context, name = '', ...rest]: ContextPath, inputOf: InputOf): Value {
  const value = context === 'inputs' && rest.length === 0 ? inputOf(name) : null;
  return value === null || String(value).includes('${{') ? UNKNOWN : known(value);
}
