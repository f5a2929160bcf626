import type { KnownAction } from '../../../domain/catalogue.ts';
import type { Level } from '../../../domain/finding.ts';

export interface InputFault {
  readonly rule: 'unknown-input' | 'missing-input' | 'deprecated-input';
  readonly level: Level;
  readonly params: Readonly<Record<'action' | 'input', string>>;
  /** Whether it is about an input that is there; about the whole step otherwise. */
  readonly given: boolean;
}

export interface GivenInputs {
  /** The action as written. */
  readonly name: string;
  /** Names of the inputs as written. */
  readonly inputs: readonly string[];
  readonly action: KnownAction;
  /** Whether the step names exactly the release whose inputs are known, not a tag that moves on to later ones. */
  readonly exact: boolean;
}

/** What GitHub lets every step of an action in a container have, whatever its metadata says. */
const OF_CONTAINERS = ['args', 'entrypoint'];

/** Inputs that the release does not have, that it misses, or that it would rather not get. Case does not matter, as on GitHub. */
export function judgeInputs({ name, inputs, action, exact }: GivenInputs): InputFault[] {
  const release = action.version === null ? name : `${name} ${action.version}`;
  const known = new Map(Object.entries(action.inputs).map(([key, input]) => [key.toLowerCase(), input]));
  const allowed = new Set([...known.keys(), ...(action.runs === 'docker' ? OF_CONTAINERS : [])]);
  const given = new Set(inputs.map((input) => input.toLowerCase()));
  // What is known of another release may be wrong about this one: that much is said, and no more. What came after it is not known at all.
  const isOlder = action.inputsFrom !== undefined;
  const level: Level = exact && !isOlder ? 'error' : 'warning';
  const unknown = isOlder ? [] : inputs.filter((it) => !allowed.has(it.toLowerCase()));
  const missing = Object.entries(action.inputs).filter(
    ([key, { required, default: value }]) => required === true && value === undefined && !given.has(key.toLowerCase()),
  );
  const fault = (rule: InputFault['rule'], input: string, weight: Level): InputFault => ({
    rule,
    level: weight,
    params: { action: release, input },
    given: rule !== 'missing-input',
  });
  return [
    ...unknown.map((it) => fault('unknown-input', it, level)),
    ...missing.map(([key]) => fault('missing-input', key, level)),
    ...inputs
      .filter((it) => known.get(it.toLowerCase())?.deprecated)
      .map((it) => fault('deprecated-input', it, 'warning')),
  ];
}
