import type { StringDefinition } from '@actions/workflow-parser/templates/schema/string-definition';
import { getWorkflowSchema } from '@actions/workflow-parser/workflows/workflow-schema';
import { expect, it } from 'vitest';
import { WORKFLOW_SCHEMA } from '../../../../src/validate/engines/schema/workflow-schema.ts';

it("The schema is the one of GitHub's parser, which proves it when it loads it, but for the descriptions and what it lacks", () => {
  const theirs = getWorkflowSchema();
  expect(JSON.stringify(theirs), 'what is added here; when the parser has it, the addition goes').not.toContain(
    'cache-mode',
  );
  const ours = Object.fromEntries(
    Object.entries(WORKFLOW_SCHEMA.definitions).filter(([name]) => !name.startsWith('cache-mode')),
  );
  expect(Object.keys(ours)).toEqual(Object.keys(theirs.definitions));
  const event = theirs.definitions['repository-dispatch-string'] as StringDefinition;
  expect(event.constant, 'the slip that is mended here; when it is gone, so is the mend').toBe(
    'branch_protection_rule',
  );
  event.constant = 'repository_dispatch';
  expect(plain(ours)).toEqual(plain(theirs.definitions));
  expect(WORKFLOW_SCHEMA.version).toBe(theirs.version);
});

/** Properties that are added here, by definition; those of pull requests are the filters for tags. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  'workflow-root': ['cache-mode'],
  'workflow-root-strict': ['cache-mode'],
  'job-factory': ['cache-mode'],
  'workflow-job': ['cache-mode'],
  'pull-request-mapping': ['tags', 'tags-ignore'],
  'pull-request-target-mapping': ['tags', 'tags-ignore'],
};

/** Without descriptions and without what is added. In a built definition only a description is a text of that name: a property is an object. */
function plain(definitions: object): unknown {
  const all = Object.entries(definitions).map(([name, definition]) => {
    const text = JSON.stringify(definition, (key, value: unknown) =>
      (key === 'description' && typeof value === 'string') || ADDED[name]?.includes(key) ? undefined : value,
    );
    return [name, JSON.parse(text)];
  });
  return Object.fromEntries(all);
}
