import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Question } from '../../../domain/request.ts';
import type { Token } from './tokens.ts';
import { readValue } from './values.ts';

/** The key of an issue, as Jira writes it (two to ten capitals and digits, a dash, a number), and the number of one of GitHub's. */
const TICKET = /^(?:[A-Z][A-Z0-9]{1,9}-\d{1,6}|#\d{1,7})$/;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')' };
/** What a wish may stand under, in one word. */
const SUBJECT = /^(?:charts?|helm|ci|pipeline|workflow|images?|containers?|timeouts?|triggers?|runners?|checks?)$/;

/** `OPS-412, lint web`, `[ABC-12] lint web`, `Chart changes: web gets 2 replicas`: what a line begins with to say where it belongs, and nothing of the wish. */
export function withoutHeadings(tokens: readonly Token[], profile: ProjectProfile): Token[] {
  const names = namesIn(profile);
  const read: Token[] = [];
  let at = 0;
  while (at < tokens.length) {
    const isFirst = read.length === 0 || read.at(-1)?.kind === 'stop';
    const token = tokens[at];
    const length = isFirst ? ticketAt(tokens, at, names) : 0;
    if (length === 0 && token) read.push(token);
    at += Math.max(length, 1);
    if (length === 0 && isFirst && isChanges(tokens, at)) at += 1;
  }
  return read;
}

/** `JAVA-21: test ledger`: in capitals before a wish it may be the key of an issue, or a version: nobody can tell. */
export function doubtfulKeysIn(tokens: readonly Token[]): Question[] {
  return tokens.flatMap((token, at) => {
    const isFirst = at === 0 || tokens[at - 1]?.kind === 'stop';
    const place = CLOSING[token.text] === undefined ? at : at + 1;
    const key = tokens[place];
    const isDoubtful = isFirst && key !== undefined && keyAt(tokens, at) > 0 && isValued(key);
    const text =
      'Is this the key of an issue, or a value that is meant? Leave it out, or say the value behind the wish.';
    return isDoubtful ? [{ about: key.raw, text, choices: [] }] : [];
  });
}

/** How many tokens are a ticket with what parts it from the wish; 0 where none begins, or something of the repository is called so. */
function ticketAt(tokens: readonly Token[], at: number, names: ReadonlySet<string>): number {
  const ticket = tokens[CLOSING[tokens[at]?.text ?? ''] === undefined ? at : at + 1];
  return ticket && isMeant(ticket, names) ? 0 : keyAt(tokens, at);
}

/** The same, whatever is called so. */
function keyAt(tokens: readonly Token[], at: number): number {
  const close = CLOSING[tokens[at]?.text ?? ''];
  const place = close === undefined ? at : at + 1;
  const ticket = tokens[place];
  if (ticket?.kind !== 'word' || !TICKET.test(ticket.raw)) return 0;
  const [next = '', after = ''] = tokens.slice(place + 1, place + 3).map(({ text }) => text);
  if (close !== undefined) return next !== close ? 0 : /^[,:\u2013\u2014-]$/.test(after) ? 4 : 3;
  return /^[,:\u2013\u2014-]$/.test(next) ? 2 : 0;
}

/** What has versions or widths: `ARM-64`, `PG-17`. */
const VALUED =
  /^(?:arm|amd|x|x86|aarch|macos|windows|win|ubuntu|linux|node|java|jdk|python|go|golang|rust|ruby|php|dotnet|net|pg|postgres|postgresql|mysql|mariadb|redis|mongo|mongodb|kafka)$/;

/** `WEB-2`, `JAVA-21`: what the repository has, or a value. */
function isMeant(ticket: Token, names: ReadonlySet<string>): boolean {
  const key = ticket.text.split('-')[0] ?? '';
  return names.has(ticket.text) || names.has(key) || isValued(ticket);
}

function isValued(ticket: Token): boolean {
  return VALUED.test(ticket.text.split('-')[0] ?? '') || readValue(ticket) !== null;
}

/** `changes:` behind a subject. */
function isChanges(tokens: readonly Token[], at: number): boolean {
  const [subject, word, colon] = tokens.slice(at - 1, at + 2).map(({ text }) => text);
  return SUBJECT.test(subject ?? '') && /^(?:changes?|updates?)$/.test(word ?? '') && colon === ':';
}

function namesIn({ services, units, packages = [] }: ProjectProfile): ReadonlySet<string> {
  const folders = units.flatMap(({ directory }) => directory.split('/'));
  return new Set([...services, ...packages].map(({ name }) => name.toLowerCase()).concat(folders));
}
