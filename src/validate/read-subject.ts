import type { Subject } from '../domain/judge.ts';
import { decodeText } from '../domain/plain-text.ts';
import { MANIFEST_LIMIT } from '../domain/tree.ts';
import { readYaml } from '../workflow/document.ts';
import { isMapping } from '../workflow/facts/values.ts';
import type { JudgedDocument } from './engine.ts';

/** Decodes and parses a subject. Positions are those of the text as it is: only the byte-order mark is taken off. */
export function readSubject(subject: Subject): JudgedDocument {
  if (subject.kind === 'request') return subject;
  const { file, bytes } = subject;
  if (bytes.length > MANIFEST_LIMIT)
    return {
      kind: 'unreadable',
      file,
      why: `The file has ${bytes.length} bytes; at most ${MANIFEST_LIMIT} are judged.`,
    };
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable')
    return { kind: 'unreadable', file, why: `The file cannot be read: ${decoded.why}` };
  const yaml = readYaml(decoded.text);
  return { kind: isWorkflow(file, yaml.value) ? 'workflow' : 'other', file, text: decoded.text, yaml };
}

/** By its place, or by its look where it stands elsewhere. */
function isWorkflow(file: string, value: unknown): boolean {
  if (/(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(file)) return true;
  return isMapping(value) && 'jobs' in value && 'on' in value;
}
