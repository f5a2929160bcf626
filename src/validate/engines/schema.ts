import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import type { Finding, Range } from '../../domain/finding.ts';
import type { Engine } from '../engine.ts';

/** What GitHub's own parser says: keys, types, expressions, needs. */
export const schemaEngine: Engine = {
  name: 'schema',
  judge: async (document) => {
    if (document.kind !== 'workflow' || document.yaml.problems.some(({ level }) => level === 'error')) return [];
    const { file, text } = document;
    const { context, value } = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
    // TryConversion: without it the parser stops at the first kind of fault and hides the rest.
    if (value) await convertWorkflowTemplate(context, value, undefined, { errorPolicy: 1 });
    const faults = context.errors.getErrors().map(({ rawMessage, range }): Finding => fault(file, rawMessage, range));
    return faults.filter((one, index) => faults.findIndex((other) => isSame(one, other)) === index);
  },
};

function isSame(a: Finding, b: Finding): boolean {
  return (
    a.message === b.message &&
    a.range.start.line === b.range.start.line &&
    a.range.start.column === b.range.start.column
  );
}

function fault(file: string, message: string, range: Range | undefined): Finding {
  const start = { line: 1, column: 1 };
  return {
    rule: 'workflow-schema',
    level: 'error',
    message: `${message.replace(/[.\s]+$/, '')}.`,
    file,
    path: [],
    range: range ?? { start, end: start },
    aliases: ['actionlint/syntax-check'],
    help: 'GitHub would refuse this file; see its workflow syntax reference.',
  };
}
