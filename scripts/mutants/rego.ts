import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** A piece of a text, by offsets; the end is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** A rule of a module: its head, and the expressions that must hold. */
export interface RegoRule {
  readonly name: string;
  readonly whole: Span;
  readonly head: Span;
  readonly body: readonly Span[];
}

export interface RegoModule {
  readonly text: string;
  readonly rules: readonly RegoRule[];
}

const Location = z.object({ row: z.number(), col: z.number(), text: z.string() });
const Ast = z.object({
  rules: z._default(
    z.array(
      z.object({
        location: Location,
        head: z.object({ name: z.string(), location: Location }),
        body: z.array(z.object({ location: Location })),
      }),
    ),
    [],
  ),
});

/** A module as OPA's own parser reads it. A rule without a body has none here; OPA's tree gives it one that is true. */
export function readRego(opa: string, path: string): RegoModule {
  const text = readFileSync(path, 'utf8');
  const flags = ['parse', '--format', 'json', '--json-include', 'locations,-comments'];
  const output = execFileSync(opa, [...flags, path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const { rules } = Ast.parse(JSON.parse(output));
  return {
    text,
    rules: rules.map((rule) => {
      const head = spanAt(text, rule.head.location);
      const body = rule.body.map(({ location }) => spanAt(text, location)).filter(({ start }) => start >= head.end);
      return { name: rule.head.name, whole: spanAt(text, rule.location), head, body };
    }),
  };
}

function spanAt(text: string, { row, col, text: encoded }: z.infer<typeof Location>): Span {
  const words = Buffer.from(encoded, 'base64').toString('utf8');
  const before = text.split('\n').slice(0, row - 1);
  const start = before.reduce((sum, line) => sum + line.length + 1, 0) + col - 1;
  if (!text.startsWith(words, start)) throw new Error(`OPA's place ${row}:${col} is not in the text.`);
  return { start, end: start + words.length, text: words, line: row };
}

/** The text with a piece of it replaced. */
export function replaceSpan(text: string, { start, end }: Pick<Span, 'start' | 'end'>, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
