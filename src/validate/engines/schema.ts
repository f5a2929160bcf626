import { convertWorkflowTemplate, NoOperationTraceWriter } from '@actions/workflow-parser';
import type { TemplateSchema } from '@actions/workflow-parser/templates/schema/template-schema';
import { TemplateContext, TemplateValidationErrors } from '@actions/workflow-parser/templates/template-context';
import { readTemplate } from '@actions/workflow-parser/templates/template-reader';
import { WORKFLOW_ROOT } from '@actions/workflow-parser/workflows/workflow-constants';
import type { Range } from '../../domain/finding.ts';
import type { Engine, JudgedText } from '../engine.ts';
import { clause } from '../message.ts';
import { ownFinding } from '../own-finding.ts';
import { nodeReader } from './schema/node-reader.ts';
import { dropWholeExpressions } from './schema/whole-expressions.ts';
import { WORKFLOW_SCHEMA } from './schema/workflow-schema.ts';

/** What GitHub's own parser says: keys, types, expressions, needs; of workflows, and of the metadata of actions. */
export const schemaEngine: Engine = {
  name: 'schema',
  judge: async (document) => {
    if (document.kind !== 'workflow' && document.kind !== 'action') return [];
    if (document.yaml.problems.some(({ level }) => level === 'error')) return [];
    const errors = await (document.kind === 'workflow' ? workflowErrors(document) : actionErrors(document));
    const rule = document.kind === 'workflow' ? 'workflow-schema' : 'action-schema';
    const faults = errors.map(({ rawMessage, range }) =>
      ownFinding({ rule, file: document.file, params: { problem: clause(rawMessage) }, ...(range ? { range } : {}) }),
    );
    // What is wrong in an anchor is said again for each of its aliases, and some faults are found by both steps.
    return [...new Map(faults.map((one) => [JSON.stringify([one.message, one.range.start]), one])).values()];
  },
};

interface ParserError {
  readonly rawMessage: string;
  readonly range?: Range | undefined;
}

/** TryConversion of the parser's ErrorPolicy: without it the parser stops at the first kind of fault and hides the rest. */
const CONVERSION = { errorPolicy: 1 };

async function workflowErrors(text: JudgedText): Promise<ParserError[]> {
  const { context, value } = read(text, WORKFLOW_SCHEMA, WORKFLOW_ROOT);
  if (value) {
    dropWholeExpressions(value);
    await convertWorkflowTemplate(context, value, undefined, CONVERSION);
  }
  return context.errors.getErrors();
}

/** Files of this kind are rare here: what reads them is loaded when one is there. */
async function actionErrors(text: JudgedText): Promise<ParserError[]> {
  const { ACTION_ROOT, convertActionTemplate, getActionSchema } = await import(
    '@actions/workflow-parser/actions/index'
  );
  const { context, value } = read(text, getActionSchema(), ACTION_ROOT);
  if (value) convertActionTemplate(context, value, CONVERSION);
  return context.errors.getErrors();
}

/** As the parser's `parseWorkflow` and `parseAction` do it, but from the nodes that are there. */
function read({ file, yaml }: JudgedText, schema: TemplateSchema, root: string) {
  const context = new TemplateContext(new TemplateValidationErrors(), schema, new NoOperationTraceWriter());
  const id = context.getFileId(file);
  return { context, value: readTemplate(context, root, nodeReader(id, yaml.nodes), id) };
}
