import type { Catalogues } from '../../../domain/catalogue.ts';
import { ActionError } from '../../../domain/errors.ts';
import { entry, map, plain, scalar, type YamlEntry, type YamlNode } from '../yaml.ts';

/** A value of an input: text that is quoted where it must be, or what stands as it is (booleans, numbers, expressions). */
export type InputValue = string | number | boolean | YamlNode;

export interface ActionStep {
  readonly name: string;
  /** `owner/name` as in the catalogue. */
  readonly uses: string;
  readonly id?: string;
  readonly with?: Readonly<Record<string, InputValue | null>>;
  /** A line above the step. */
  readonly above?: readonly string[];
}

/**
 * A step that uses an action at the catalogue's full commit, with its release as a comment. Inputs that are null are left out.
 * Throws INTERNAL for an action or input that the catalogue does not have: it would be a workflow that does not run.
 */
export function actionStep(
  { actions }: Catalogues,
  { name, uses, id, with: inputs = {}, above = [] }: ActionStep,
): YamlNode {
  const action = actions[uses];
  if (!action) throw new ActionError('INTERNAL', `the catalogue has no action ${uses}.`);
  const given = Object.entries(inputs).flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]));
  for (const [key] of given)
    if (!Object.hasOwn(action.inputs, key)) throw new ActionError('INTERNAL', `${uses} has no input ${key}.`);
  const options: YamlEntry[] = given.map(([key, value]) => entry(key, nodeOf(value)));
  return map([
    entry('name', scalar(name), { above }),
    id === undefined ? null : entry('id', scalar(id)),
    entry('uses', plain(`${uses}@${action.sha}`, action.version)),
    options.length > 0 ? entry('with', map(options)) : null,
  ]);
}

function nodeOf(value: InputValue): YamlNode {
  if (typeof value === 'string') return scalar(value);
  return typeof value === 'object' ? value : plain(value);
}
