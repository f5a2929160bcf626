import { expect, it } from 'vitest';
import { variablesOf, withoutVariables } from '../../src/domain/in-front.ts';
import { withVariables } from '../../src/profile/with-variables.ts';

const command = { run: 'go test ./...', directory: '.', because: [] };

it.each([
  ['A', '', "A='' go test ./..."],
  ['A', 'b c', "A='b c' go test ./..."],
  ['A', 'b', 'A=b go test ./...'],
])('A variable stands in front as a shell reads it: %s=%s', (name, value, run) => {
  expect(withVariables(command, [[name, value]], []).run).toBe(run);
  expect(variablesOf(run)).toEqual([[name, value]]);
  expect(withoutVariables(run)).toBe(command.run);
});

it.each(['A=1 go test ./...', 'go list ./... | xargs go test'])(
  'No variable is put in front of what sets it, or starts several programs: %s',
  (run) => {
    expect(withVariables({ ...command, run }, [['A', '2']], []).run).toBe(run);
  },
);
