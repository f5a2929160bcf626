import { STDIN_NAME, type Subject } from '../domain/judge.ts';
import { decodeText } from '../domain/plain-text.ts';
import { MANIFEST_LIMIT } from '../domain/tree.ts';
import { readYaml } from '../workflow/document.ts';
import { isMapping } from '../workflow/facts/values.ts';
import type { JudgedDocument, JudgedText } from './engine.ts';

/** Decodes and parses a subject. Positions are those of the text as it is: only the byte-order mark is taken off. */
export function readSubject(subject: Subject): JudgedDocument {
  if (subject.kind === 'request') return subject;
  const { file, bytes } = subject;
  if (bytes.length > MANIFEST_LIMIT)
    return unreadable(file, `The file has ${bytes.length} bytes; at most ${MANIFEST_LIMIT} are judged.`);
  const decoded = decodeText(bytes);
  if (decoded.kind === 'unreadable') return unreadable(file, `The file cannot be read: ${decoded.why}`);
  const { text, encoding } = decoded;
  const judged: JudgedText = { file, text, encoding, yaml: readYaml(text, { sources: true }) };
  return { kind: kindOf(judged), ...judged };
}

function unreadable(file: string, why: string): JudgedDocument {
  return { kind: 'unreadable', file, why };
}

/** By its place, or by its look where it stands elsewhere. */
function kindOf({ file, yaml: { value } }: JudgedText): 'workflow' | 'action' | 'other' {
  // What is piped in has no place: it is taken for what this program is about.
  if (file === STDIN_NAME || /(^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(file)) return 'workflow';
  if (/(^|\/)action\.ya?ml$/.test(file)) return 'action';
  return isMapping(value) && 'jobs' in value && 'on' in value ? 'workflow' : 'other';
}
