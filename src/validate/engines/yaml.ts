import type { Finding, Range } from '../../domain/finding.ts';
import { isMapping } from '../../workflow/facts/values.ts';
import type { Engine } from '../engine.ts';

/** Whether the text is YAML at all: syntax, keys that stand twice, aliases without bound. */
export const yamlEngine: Engine = {
  name: 'yaml',
  judge: (document) => {
    if (document.kind === 'request') return [];
    if (document.kind === 'unreadable') return [fault(document.file, document.why, START)];
    const { file, yaml } = document;
    const problems = yaml.problems.map(({ message, level, range }) => ({
      ...fault(file, sentence(message), range),
      level,
    }));
    if (problems.length > 0 || document.kind === 'other' || isMapping(yaml.value)) return problems;
    const what = yaml.value === null ? 'The file is empty' : 'The file is no mapping';
    return [fault(file, `${what}; a workflow is a mapping with on and jobs.`, START)];
  },
};

const START: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

function fault(file: string, message: string, range: Range): Finding {
  const help = 'Mend the text at that place; YAML 1.2 is what GitHub reads.';
  return {
    rule: 'yaml-syntax',
    level: 'error',
    message,
    file,
    path: [],
    range,
    aliases: ['actionlint/syntax-check'],
    help,
  };
}

function sentence(message: string): string {
  return `${message.replace(/[.\s]+$/, '')}.`;
}
