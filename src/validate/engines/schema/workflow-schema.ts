import { StringDefinition } from '@actions/workflow-parser/templates/schema/string-definition';
import type { TemplateSchema } from '@actions/workflow-parser/templates/schema/template-schema';
import { getWorkflowSchema } from '@actions/workflow-parser/workflows/workflow-schema';

const REPOSITORY_DISPATCH = 'repository-dispatch-string';

/**
 * The parser's schema of workflows, with a slip of it mended: `on: repository_dispatch` stands there as a second `branch_protection_rule`,
 * so that a workflow which GitHub runs would be refused. (@actions/workflow-parser 0.3.61)
 */
export function workflowSchema(): TemplateSchema {
  const schema = getWorkflowSchema();
  const event = schema.definitions[REPOSITORY_DISPATCH];
  if (event instanceof StringDefinition) event.constant = 'repository_dispatch';
  return schema;
}
