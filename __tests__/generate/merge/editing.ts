import { withHeader } from '../../../src/generate/header.ts';

export const PATH = '.github/workflows/generated.yml';

/** A generated file: what was generated, and what a person has made of it. */
export function generated(body: string, edited = body): string {
  const text = withHeader(body, { version: 1, intents: [] });
  return text.slice(0, text.length - body.length) + edited;
}

/** The id that a file's header names. */
export function idIn(text: string): string | undefined {
  return /^# body: (\w+)/m.exec(text)?.[1];
}
