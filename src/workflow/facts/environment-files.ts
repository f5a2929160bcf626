import { originsOf, type Scope } from './flows.ts';
import { printedInto, textsPutInto } from './step-writes.ts';
import { hasManyLines, isUntrusted } from './untrusted.ts';

/** Text of outsiders that a script writes where it counts for every later step. */
export interface EnvironmentWriteFact {
  /** Which of `$GITHUB_ENV` and `$GITHUB_PATH`. */
  readonly file: 'ENV' | 'PATH';
  /** The context that it comes from, or the command that reads it out of an artifact. */
  readonly text: string;
}

export interface WritingScript {
  readonly run: string;
  readonly commands: readonly string[];
  readonly scope: Scope;
  /** An earlier step has brought an artifact of a run that an outsider has started. */
  readonly hasForeignFiles: boolean;
}

/**
 * The first text of outsiders in a file of the environment that may hold a line of its own there, or a folder to look for programs in; null
 * where there is none. A title or a branch has one line, which is no more than the value of the variable that the script names.
 */
export function environmentWrite(script: WritingScript): EnvironmentWriteFact | null {
  if (!/GITHUB_(?:ENV|PATH)/i.test(script.run)) return null;
  for (const file of ['ENV', 'PATH'] as const) {
    const text = writtenByOutsiders(script, file);
    if (text !== null) return { file, text };
  }
  return null;
}

function writtenByOutsiders(script: WritingScript, file: EnvironmentWriteFact['file']): string | null {
  const { run, commands, scope, hasForeignFiles } = script;
  const { lines, documents } = printedInto(file, run);
  const isPath = file === 'PATH';
  const words = unguarded([...lines.map(isPath ? whole : quotedParts), ...documents]);
  for (const text of textsPutInto(words, commands)) {
    const found = originsOf(text, scope).find(({ path }) => isUntrusted(path) && (isPath || hasManyLines(path)));
    if (found) return found.path.join('.');
  }
  if (!hasForeignFiles) return null;
  const copied = commands.find((command) => COPIES.test(command) && command.includes(`GITHUB_${file}`));
  return copied ?? words.map((word) => READS.exec(word)?.[0] ?? null).find((read) => read !== null) ?? null;
}

function whole(text: string): string {
  return text;
}

/** A shell makes one line of what stands outside of quotes. */
function quotedParts(text: string): string {
  return (text.match(/"(?:\\.|[^"\\])*"?|^[A-Za-z_]\w*<<\S+/gs) ?? []).join(' ');
}

/** Without the values between two words that nobody can know before the run: no text of outsiders ends such a value. */
function unguarded(texts: readonly string[]): string[] {
  let end: string | null = null;
  return texts.filter((text) => {
    const bare = text.replaceAll(/["']/g, '').trim();
    if (end !== null) {
      if (bare === end) end = null;
      return false;
    }
    end = /^[A-Za-z_]\w*<<(.*\$.*)$/s.exec(bare)?.[1] ?? null;
    return true;
  });
}

const COPIES = /^cat\s[^>]*>>?\s*["']?\$/;
const READS = /\$\(\s*(?:cat\s|<)[^|)]*\)/;
