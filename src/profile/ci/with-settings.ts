import type { Line } from '../lines.ts';

/** A text of a shell with the plain values that its step itself gives to variables; what single quotes hold is no variable. */
export function withSettings(text: string, environment: ReadonlyMap<string, string>): string {
  if (environment.size === 0 || !text.includes('$')) return text;
  return text.replace(VARIABLE, (written, braced?: string, plain?: string) => {
    const value = environment.get(braced ?? plain ?? '');
    return value !== undefined && PLAIN.test(value) ? value : written;
  });
}

/** A quoted text or an escape, which stays, or `${NAME}`, or `$NAME`. */
const VARIABLE = /'[^'\n]{0,2000}'|\\.|\$(?:\{(\w{1,60})\}|(\w{1,60}))/g;

/** One word to every shell, with quotes and without. */
const PLAIN = /^[\w./:@+-]{1,200}$/;

/** The lines of a step's script with those values, but for what the script sets itself. */
export function linesWithSettings(script: readonly Line[], environment: ReadonlyMap<string, string>): readonly Line[] {
  if (environment.size === 0 || !script.some(({ text }) => text.includes('$'))) return script;
  const own = new Set(script.flatMap(({ text }) => [...text.matchAll(SET)].map(([, name = '']) => name)));
  const given = new Map([...environment].filter(([name]) => !own.has(name)));
  return script.map((line) => ({ ...line, text: withSettings(line.text, given) }));
}

/** `NAME=`, `NAME+=`, `read NAME`, `for NAME in`. */
const SET = /(?:^|[\s;&|(])(?:(?:read|for) )?([A-Za-z_]\w{0,60})(?:\+?=| in |$)/g;
