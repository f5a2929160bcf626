import { linesOf } from '../lines.ts';
import { oncePerFile } from '../once.ts';
import type { Snapshot } from '../snapshot.ts';
import { expand, type Word, wordAt } from '../word.ts';

const PURPOSES = ['test', 'testing', 'ci', 'local', 'dev', 'development', 'example', 'sample', 'template', 'dist'];

/** Globs of the files that hold settings for work on a project, or examples of them. */
export const ENVIRONMENT_FILES = [
  '**/.env',
  `**/.env.{${PURPOSES.join()}}`,
  `**/.{${PURPOSES.join()}}.env`,
  `**/{.env-,env.,env-}{${PURPOSES.join()}}`,
];

const ENVIRONMENT_NAME = new RegExp(
  String.raw`^(?:\.env(?:[.-](?:${PURPOSES.join('|')}))?|env[.-](?:${PURPOSES.join('|')})|\.(?:${PURPOSES.join('|')})\.env)$`,
);

/** Assignments by name. */
export type Variables = ReadonlyMap<string, Word>;

/** The assignments of a `.env` file; none where it is not there. A value may use the names above it. */
export const readEnvFile = oncePerFile((snapshot, file): Variables => {
  const variables = new Map<string, Word>();
  for (const { text, number } of linesOf(snapshot.text(file) ?? '')) {
    const [, name, value = ''] = /^\s{0,20}(?:export\s{1,20})?(\w+)\s{0,20}=(.*)$/.exec(text) ?? [];
    if (name === undefined) continue;
    const word = wordAt(unquoted(value.trim()), file, number);
    variables.set(name, value.trim().startsWith("'") ? word : expand(word, lookUpIn(variables), () => ''));
  }
  return variables;
});

/** Names of those in a folder. */
export function environmentFiles(snapshot: Snapshot, directory: string): readonly string[] {
  return snapshot.namesIn(directory).filter((name) => ENVIRONMENT_NAME.test(name));
}

/** The look-up in a set of variables. */
export function lookUpIn(variables: Variables): (name: string) => Word | null {
  return (name) => variables.get(name) ?? null;
}

/** Quotes are taken off; without them a comment may follow. */
function unquoted(value: string): string {
  const quote = value[0];
  if (quote === '"' || quote === "'") {
    const end = value.indexOf(quote, 1);
    return end < 0 ? value.slice(1) : value.slice(1, end);
  }
  const comment = value.search(/\s#/);
  return comment < 0 ? value : value.slice(0, comment).trim();
}
