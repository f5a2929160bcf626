import { type HclValue, readHcl } from '../../formats/hcl.ts';
import { readJson } from '../../formats/json.ts';
import { isMapping, type Manifest } from '../../formats/manifest.ts';
import type { Snapshot } from '../../snapshot.ts';

/** A text with the variables in it, a list or a map of such texts; null for what only Docker evaluates. */
export type BakeValue = string | readonly BakeValue[] | ReadonlyMap<string, BakeValue> | null;

export interface BakeBlock {
  readonly name: string;
  readonly line: number;
  readonly fields: ReadonlyMap<string, BakeValue>;
}

/** A bake file: what each kind of block holds. (docs.docker.com, "Bake file reference") */
export interface BakeFile {
  readonly file: string;
  /** By their names. */
  readonly targets: ReadonlyMap<string, BakeBlock>;
  readonly groups: ReadonlyMap<string, BakeBlock>;
  /** Defaults that are written out. */
  readonly variables: ReadonlyMap<string, string>;
}

/** No person's bake file is longer. */
const LONGEST = 200_000;

/** A bake file in HCL or JSON; without blocks where it cannot be read. */
export function readBake(snapshot: Snapshot, file: string): BakeFile {
  const text = snapshot.text(file) ?? '';
  const isJson = file.endsWith('.json');
  const blocks = text.length > LONGEST ? [] : isJson ? jsonBlocks(readJson(snapshot, file).value) : hclBlocks(text);
  const ofType = (type: string) => {
    const own = blocks.filter((block) => block.type === type);
    return new Map(own.map((block) => [block.name, block]));
  };
  const variables = [...ofType('variable').values()].flatMap(({ name, fields }): [string, string][] => {
    const value = fields.get('default');
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { file, targets: ofType('target'), groups: ofType('group'), variables: new Map(variables) };
}

interface TypedBlock extends BakeBlock {
  readonly type: string;
}

function hclBlocks(text: string): TypedBlock[] {
  return readHcl(text).map(({ type, labels, line, attributes }) => ({
    type,
    name: labels[0] ?? '',
    line,
    fields: new Map([...attributes].map(([name, value]) => [name, fromHcl(value)])),
  }));
}

/** A name is a variable: JSON has no other way to write it than `${…}`. */
function fromHcl(value: HclValue): BakeValue {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'name':
      return /^(?:true|false)$/.test(value.name) ? value.name : value.name === 'null' ? null : `\${${value.name}}`;
    case 'list':
      return value.items.map(fromHcl);
    case 'map':
      return new Map(value.entries.map(([name, entry]) => [name, fromHcl(entry)]));
    case 'unknown':
      return null;
  }
}

function jsonBlocks(manifest: Manifest): TypedBlock[] {
  return ['target', 'group', 'variable'].flatMap((type) =>
    manifest.keys([type]).map((name) => {
      const fields = fromJson(manifest.at([type, name]));
      return {
        type,
        name,
        line: manifest.lineOf([type, name]),
        fields: fields instanceof Map ? fields : new Map<string, BakeValue>(),
      };
    }),
  );
}

function fromJson(value: unknown): BakeValue {
  if (['string', 'number', 'boolean'].includes(typeof value)) return String(value);
  if (Array.isArray(value)) return value.map(fromJson);
  return isMapping(value) ? new Map(Object.entries(value).map(([name, inner]) => [name, fromJson(inner)])) : null;
}
