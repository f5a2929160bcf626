import type { Catalogues } from '../../../domain/catalogue.ts';
import { ActionError } from '../../../domain/errors.ts';
import { entry, map, plain, scalar, type YamlNode } from '../yaml.ts';
import { literal } from './text.ts';

/** What every part of the printer needs of the outside. */
export interface Press {
  readonly catalogues: Catalogues;
  /** False where nothing may come from a cache. */
  readonly caches: boolean;
}

/** A value of an input: text, which is quoted and made inert where it must be, or what stands as it is. */
export type InputValue = string | number | boolean | YamlNode;

export interface ActionInput {
  readonly value: InputValue;
  /** The reason for it, on a line above. */
  readonly why: string;
}

export type Inputs = Readonly<Record<string, InputValue | ActionInput | null>>;

export interface ActionStep {
  readonly name: string;
  /** By which later steps ask for its outputs. */
  readonly id?: string;
  /** `owner/name` as in the catalogue. */
  readonly uses: string;
  readonly with?: Inputs;
  /** Variables that the action reads. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Lines above the step. */
  readonly above?: readonly string[];
}

/**
 * A step that uses an action at its full commit, with its release as a comment. Inputs that are null are left out.
 * Throws INTERNAL for an action or input that the catalogue does not have: it would be a workflow that does not run.
 */
export function actionStep(
  { catalogues }: Press,
  { name, id, uses, with: inputs = {}, environment = {}, above = [] }: ActionStep,
): YamlNode {
  const action = catalogues.actions[uses];
  if (!action) throw new ActionError('INTERNAL', `the catalogue has no action ${uses}.`);
  const { sha, version } = action;
  const options = Object.entries(inputs).flatMap(([key, value]) => {
    if (value === null) return [];
    if (!Object.hasOwn(action.inputs, key)) throw new ActionError('INTERNAL', `${uses} has no input ${key}.`);
    return [inputEntry(key, value)];
  });
  const variables = Object.entries(environment).map(([key, value]) => entry(key, literal(value)));
  return map([
    entry('name', literal(name), { above }),
    id === undefined ? null : entry('id', scalar(id)),
    entry('uses', plain(`${uses}@${sha}`, version)),
    options.length > 0 ? entry('with', map(options)) : null,
    variables.length > 0 ? entry('env', map(variables)) : null,
  ]);
}

function inputEntry(key: string, value: InputValue | ActionInput) {
  return typeof value === 'object' && 'why' in value
    ? entry(key, nodeOf(value.value), { above: [value.why] })
    : entry(key, nodeOf(value));
}

function nodeOf(value: InputValue): YamlNode {
  if (typeof value === 'string') return value === '' ? scalar('') : literal(value);
  return typeof value === 'object' ? value : plain(value);
}
