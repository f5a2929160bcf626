import type { Finding, Level, Range } from '../../domain/finding.ts';
import { CONFIGURATION_PATH } from '../../domain/repository.ts';
import { isMapping } from '../../workflow/facts/values.ts';
import { MORE_THAN_ONE, streamProblems } from '../../workflow/problems.ts';
import type { Engine, JudgedDocument, JudgedText } from '../engine.ts';
import { clause } from '../message.ts';
import { ownFinding } from '../own-finding.ts';

type Text = JudgedText & { readonly kind: 'workflow' | 'action' | 'other' };

/** Whether the text is YAML at all: syntax, keys that stand twice, aliases without bound; and whether it is text. */
export const yamlEngine: Engine = { name: 'yaml', judge };

function judge(document: JudgedDocument): Finding[] {
  switch (document.kind) {
    case 'request':
      return [];
    case 'unreadable':
      return [syntax(document.file, { message: document.why })];
    case 'workflow':
    case 'action':
    case 'other':
      return [...encodingFault(document), ...textFaults(document), ...otherKind(document)];
  }
}

/** A report that finds nothing in something else would seem to say that it is good. The configuration has a judge of its own. */
function otherKind({ kind, file }: Text): Finding[] {
  const isOurs = file === CONFIGURATION_PATH || file.endsWith(`/${CONFIGURATION_PATH}`);
  return kind === 'other' && !isOurs ? [ownFinding({ rule: 'not-a-workflow', file })] : [];
}

/** GitHub reads UTF-8. git shows no difference of UTF-16, so nobody reviews what changes in it. */
function encodingFault({ file, encoding }: Text): Finding[] {
  if (encoding === 'utf-8') return [];
  return [ownFinding({ rule: 'text-encoding', file, params: { encoding: encoding.toUpperCase() } })];
}

function textFaults({ kind, file, text, yaml }: Text): Finding[] {
  // Other files may be streams, such as Kubernetes manifests; a workflow and an action are one document.
  const isStream = kind === 'other' && yaml.problems.some(({ message }) => message === MORE_THAN_ONE);
  const problems = (isStream ? streamProblems(text) : yaml.problems).map((problem) => syntax(file, problem));
  if (problems.length > 0 || kind === 'other' || isMapping(yaml.value)) return problems;
  const shape = kind === 'workflow' ? 'a workflow is a mapping with on and jobs' : "an action's metadata is a mapping";
  return [
    syntax(file, { message: `${yaml.value === null ? 'The file is empty' : 'The file is no mapping'}; ${shape}` }),
  ];
}

function syntax(
  file: string,
  { message, ...place }: { readonly message: string; readonly level?: Level; readonly range?: Range },
) {
  return ownFinding({ rule: 'yaml-syntax', file, params: { problem: clause(message) }, ...place });
}
