import { asList, asMapping, asText, isDynamic, type Mapping } from '../../../workflow/facts/values.ts';
import type { Check, Fault } from './check.ts';
import { repeats } from './repeated.ts';

/** Inputs that `workflow_dispatch` takes. (GitHub's changelog, 2025-12-04) */
const MOST = 25;

export const tooManyInputs: Check = ({ workflow }) => {
  const count = Object.keys(asMapping(asMapping(asMapping(workflow.on).workflow_dispatch).inputs)).length;
  const path = ['on', 'workflow_dispatch', 'inputs'];
  const params = { count: String(count), most: String(MOST) };
  return count > MOST ? [{ rule: 'too-many-inputs', path, isOfKey: true, params }] : [];
};

/** Defaults that an input cannot have. That of a `boolean` is judged by GitHub's schema; an empty one is none. */
export const inputDefaults: Check = ({ workflow }) =>
  inputsOf(workflow).flatMap(({ name, input, path }): Fault[] => {
    const value = asText(input.default) ?? '';
    if (value === '' || isDynamic(value)) return [];
    const at = { rule: 'input-default' as const, path: [...path, 'default'] };
    if (input.type === 'number' && Number.isNaN(Number(value))) {
      return [{ ...at, params: { name, value, wanted: 'a number' } }];
    }
    const options = input.type === 'choice' ? asList(input.options).map(asText) : [];
    if (options.length === 0 || options.some((option) => isSame(option ?? '', value))) return [];
    return [{ ...at, params: { name, value, wanted: 'one of its options' }, level: 'warning' }];
  });

/** `1.0` may be written as a number in one place and as a text in the other. */
function isSame(option: string, value: string): boolean {
  return option === value || (option.trim() !== '' && Number(option) === Number(value)) || isDynamic(option);
}

/** Options that a person is shown twice. */
export const repeatedOptions: Check = ({ workflow }) =>
  inputsOf(workflow).flatMap(({ name, input, path }) => {
    const options = asList(input.options).map(asText);
    return repeats(options).map((index) => ({
      rule: 'repeated-option' as const,
      path: [...path, 'options', index],
      params: { name, option: options[index] ?? '' },
    }));
  });

/** Options of an input that is no choice: whoever starts the workflow is not shown them. */
export const unusedOptions: Check = ({ workflow }) =>
  inputsOf(workflow)
    .filter(({ event, input }) => event === 'workflow_dispatch' && 'options' in input && input.type !== 'choice')
    .map(({ name, path }) => ({
      rule: 'unused-options',
      path: [...path, 'options'],
      isOfKey: true,
      params: { name },
    }));

/** Defaults that are never used: whoever calls the workflow must give the input. */
export const unusedDefaults: Check = ({ workflow }) =>
  inputsOf(workflow)
    .filter(({ event, input }) => event === 'workflow_call' && input.required === true && 'default' in input)
    .map(({ name, path }) => ({ rule: 'unused-default', path: [...path, 'default'], params: { name } }));

interface PlacedInput {
  readonly event: 'workflow_dispatch' | 'workflow_call';
  readonly name: string;
  readonly input: Mapping;
  readonly path: Fault['path'];
}

function inputsOf(workflow: Mapping): PlacedInput[] {
  return (['workflow_dispatch', 'workflow_call'] as const).flatMap((event) =>
    Object.entries(asMapping(asMapping(asMapping(workflow.on)[event]).inputs)).map(([name, input]) => ({
      event,
      name,
      input: asMapping(input),
      path: ['on', event, 'inputs', name],
    })),
  );
}
