import { baseName, directoryOf } from '../../paths.ts';
import { blockPrefixes } from './blocks.ts';
import { stepOf } from './route-paths.ts';
import type { RouterPrefix, SourceFile } from './routers.ts';

/** A function, or a variable, that stands for the routes that are added in it. */
interface Holder extends SourceFile {
  readonly name: string;
  readonly isFunction: boolean;
}

/** No program nests more of them. */
const DEEPEST = 6;

/**
 * What the functions and variables of a Rust program, whose files are given, put before the routes that are added in them: the paths that
 * they are nested below, or the scope that they configure. (docs.rs, "axum": Router::nest, Router::merge; actix.rs, "configure")
 */
export function nestedRouters(all: readonly SourceFile[]): (file: SourceFile) => RouterPrefix {
  const prefixAt = (file: SourceFile, offset: number, depth: number): string | null => {
    const [nest] = holdersAt(file, offset).flatMap((holder) => all.flatMap((other) => nestsIn(other, holder)));
    if (!nest) return '';
    const before = depth < DEEPEST ? prefixAt(nest.at, nest.offset, depth + 1) : null;
    const around = blockPrefixes(nest.at.text, nest.at.file)(nest.offset);
    return nest.path === null || before === null || around === null ? null : before + around + stepOf(nest.path);
  };
  return (file) => (_, offset) => prefixAt(file, offset, 0);
}

/** The variable whose statement goes on at an offset, and the function around it. */
function holdersAt({ file, text }: SourceFile, offset: number): Holder[] {
  const before = text.slice(Math.max(0, offset - NEAR), offset);
  const [, name = '', since = ''] = /[\s\S]*\blet\s(?:mut\s)?(\w{1,60})\b[^=\n]{0,100}=([\s\S]*)$/.exec(before) ?? [];
  const variable = name !== '' && !/;|\bfn\s/.test(since) ? [{ file, text, name, isFunction: false }] : [];
  const around = /[\s\S]*\bfn\s(\w{1,60})/.exec(before)?.[1];
  return around === undefined ? variable : [...variable, { file, text, name: around, isFunction: true }];
}

/** A list of routes is not longer. */
const NEAR = 6_000;

interface Nest {
  readonly at: SourceFile;
  readonly offset: number;
  /** Null where it is computed. */
  readonly path: string | null;
}

/** Where a file puts what a holder stands for: below a path, or beside its own routes. */
function nestsIn(at: SourceFile, { file, text, name, isFunction }: Holder): Nest[] {
  if (!at.text.includes(name) || (!isFunction && at.text !== text)) return [];
  const call = String.raw`((?:\w{1,60}::){0,6})${name}\b`;
  const put = new RegExp(
    String.raw`(?:\bnest(?:_service)?\(\s*(?:"([^"\n]{0,100})"|([\w:]{1,80})),\s*|\.merge\(\s*|(?:\bscope\(\s*"([^"\n]{0,100})"\s*\)\s*)?\.configure\(\s*)${call}`,
    'g',
  );
  const module = baseName(file) === 'mod.rs' ? baseName(directoryOf(file)) : baseName(file).replace(/\.rs$/, '');
  return [...at.text.matchAll(put)].flatMap(({ 1: nested, 2: computed, 3: scope, 4: from = '', index }) => {
    const isIt = from === '' ? at.file === file : from.endsWith(`${module}::`);
    return isIt ? [{ at, offset: index, path: computed === undefined ? (nested ?? scope ?? '') : null }] : [];
  });
}
