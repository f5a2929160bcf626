import { FeatureFlags } from '@actions/expressions/features';
import { convertWorkflowTemplate, NoOperationTraceWriter } from '@actions/workflow-parser';
import type { TemplateSchema } from '@actions/workflow-parser/templates/schema/template-schema';
import { TemplateContext, TemplateValidationErrors } from '@actions/workflow-parser/templates/template-context';
import { readTemplate } from '@actions/workflow-parser/templates/template-reader';
import { WORKFLOW_ROOT } from '@actions/workflow-parser/workflows/workflow-constants';
import type { Range } from '../../domain/finding.ts';
import { asMapping, isMapping } from '../../workflow/facts/values.ts';
import type { Engine, JudgedText } from '../engine.ts';
import { parserClause } from '../message.ts';
import { ownFinding } from '../own-finding.ts';
import { takeAsGitHub } from './schema/leniency.ts';
import { nodeReader } from './schema/node-reader.ts';
import { WORKFLOW_SCHEMA } from './schema/workflow-schema.ts';

/** What GitHub's own parser says: keys, types, expressions, needs; of workflows, and of the metadata of actions. */
export const schemaEngine: Engine = {
  name: 'schema',
  judge: async (document) => {
    if (document.kind !== 'workflow' && document.kind !== 'action') return [];
    // What is no mapping, or no YAML, has failed already.
    if (!isMapping(document.yaml.value)) return [];
    const errors = await (document.kind === 'workflow' ? workflowErrors(document) : actionErrors(document));
    const ruleOf = document.kind === 'workflow' ? () => 'workflow-schema' as const : actionRules(document);
    const faults = errors.map((error) => {
      const { rawMessage, range } = error;
      const params = { problem: parserClause(rawMessage) };
      return ownFinding({ rule: ruleOf(error), file: document.file, params, ...(range ? { range } : {}) });
    });
    // What is wrong in an anchor is said again for each of its aliases, and some faults are found by both steps.
    return [...new Map(faults.map((one) => [JSON.stringify([one.message, one.range.start]), one])).values()];
  },
};

interface ParserError {
  readonly rawMessage: string;
  readonly range?: Range | undefined;
}

/** Steps side by side, which GitHub runs since June 2026: to the parser they are an experiment still. */
const featureFlags = new FeatureFlags({ allowBackgroundSteps: true });

/** TryConversion of the parser's ErrorPolicy: without it the parser stops at the first kind of fault and hides the rest. */
const CONVERSION = { errorPolicy: 1, featureFlags };

async function workflowErrors(text: JudgedText): Promise<ParserError[]> {
  const { context, value } = read(text, WORKFLOW_SCHEMA, WORKFLOW_ROOT);
  if (value) {
    takeAsGitHub(value);
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

/** Runners read no description and no badge: these are for people. (actions/runner, ActionManifestManager) */
function actionRules({ yaml }: JudgedText): (error: ParserError) => 'action-schema' | 'action-metadata' {
  const isBranded = Object.hasOwn(asMapping(yaml.value), 'branding');
  const badge = yaml.rangeOf(['branding']);
  return ({ rawMessage, range }) => {
    const isOfBadge = isBranded && range !== undefined && isWithin(range, badge);
    const isMissing = /^Required property is missing: (?:name|description)$/.test(rawMessage);
    return isOfBadge || isMissing ? 'action-metadata' : 'action-schema';
  };
}

function isWithin({ start, end }: Range, whole: Range): boolean {
  return start.line >= whole.start.line && end.line <= whole.end.line;
}

/** As the parser's `parseWorkflow` and `parseAction` do it, but from the nodes that are there. */
function read({ file, yaml }: JudgedText, schema: TemplateSchema, root: string) {
  const context = new TemplateContext(new TemplateValidationErrors(), schema, new NoOperationTraceWriter());
  context.state.featureFlags = featureFlags;
  const id = context.getFileId(file);
  return { context, value: readTemplate(context, root, nodeReader(id, yaml.nodes), id) };
}
