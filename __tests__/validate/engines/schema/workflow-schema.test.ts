import type { StringDefinition } from '@actions/workflow-parser/templates/schema/string-definition';
import { getWorkflowSchema } from '@actions/workflow-parser/workflows/workflow-schema';
import { expect, it } from 'vitest';
import { WORKFLOW_SCHEMA } from '../../../../src/validate/engines/schema/workflow-schema.ts';

it("The schema is the one of GitHub's parser, which proves it when it loads it, but for the descriptions", () => {
  const theirs = getWorkflowSchema();
  expect(Object.keys(WORKFLOW_SCHEMA.definitions)).toEqual(Object.keys(theirs.definitions));
  const event = theirs.definitions['repository-dispatch-string'] as StringDefinition;
  expect(event.constant, 'the slip that is mended here; when it is gone, so is the mend').toBe(
    'branch_protection_rule',
  );
  event.constant = 'repository_dispatch';
  expect(undescribed(WORKFLOW_SCHEMA.definitions)).toEqual(undescribed(theirs.definitions));
  expect(WORKFLOW_SCHEMA.version).toBe(theirs.version);
});

/** In a built definition only a description is a text of that name: a property is an object. */
function undescribed(definitions: object): unknown {
  const text = JSON.stringify(definitions, (key, value: unknown) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
  );
  return JSON.parse(text);
}
