import { describe, expect, it } from 'vitest';
import { strictSchema } from '../../../src/domain/strict-schema.ts';
import { ModelAnswerSchema } from '../../../src/prompt/model/answer.ts';
import { TOOL } from '../../../src/prompt/model/tool.ts';

type Json = Readonly<Record<string, unknown>>;

describe('The tool of a model', () => {
  it('bounds every text, list and number, so that a small model ends somewhere', () => {
    const nodes = schemasIn(TOOL.input);
    expect(nodes.length).toBeGreaterThan(100);
    for (const node of nodes) {
      if (node.type === 'string' && node.enum === undefined && node.const === undefined)
        expect(node.maxLength, JSON.stringify(node)).toBeLessThanOrEqual(1000);
      if (node.type === 'array') expect(node.maxItems, JSON.stringify(node)).toBeLessThanOrEqual(100);
      if (node.type === 'object') expect(node.additionalProperties).toBe(false);
    }
  });

  it('has no keyword that a grammar of a server does not know', () => {
    const keywords = new Set(schemasIn(TOOL.input).flatMap((node) => Object.keys(node)));
    expect([...keywords].sort()).toEqual(
      'additionalProperties anyOf const enum items maxItems maxLength maximum minItems minLength minimum properties required type'.split(
        ' ',
      ),
    );
  });
});

describe('The strict schema of the tool', () => {
  const strict = strictSchema(TOOL.input);

  it('has the keywords that every strict mode takes, and no others', () => {
    const keywords = new Set(schemasIn(strict).flatMap((node) => Object.keys(node)));
    expect([...keywords].sort()).toEqual('additionalProperties anyOf enum items properties required type'.split(' '));
  });

  it('lets nothing be left out, and nothing be added', () => {
    for (const node of schemasIn(strict).filter(({ type }) => type === 'object')) {
      expect(node.additionalProperties).toBe(false);
      expect(node.required).toEqual(Object.keys(node.properties as Json));
    }
    expect(strict.type).toBe('object');
  });

  it('lets what may be left out be null, and nothing else', () => {
    const check = (strict.properties as Record<string, Json>).intents?.items as { anyOf: readonly Json[] };
    const properties = check.anyOf[0]?.properties as Record<string, { anyOf?: readonly Json[] }>;
    const nullable = Object.keys(properties).filter((name) =>
      properties[name]?.anyOf?.some(({ type }) => type === 'null'),
    );
    expect(nullable).toEqual(['tool', 'threshold', 'command']);
  });

  it('stays within the limits of strict modes: 5,000 properties, 1,000 words of lists, ten levels', () => {
    const nodes = schemasIn(strict);
    expect(nodes.reduce((sum, { properties }) => sum + Object.keys(properties ?? {}).length, 0)).toBeLessThan(5000);
    expect(nodes.reduce((sum, node) => sum + (Array.isArray(node.enum) ? node.enum.length : 0), 0)).toBeLessThan(1000);
    expect(depthOf(strict)).toBeLessThanOrEqual(10);
  });

  it('is for the same answers', () => {
    expect(ModelAnswerSchema.safeParse({ intents: [], questions: [], refused: [] }).success).toBe(true);
    expect(strict.required).toEqual(['intents', 'questions', 'refused']);
  });
});

/** Every schema in a schema, itself among them. */
function schemasIn(schema: Json): Json[] {
  const { properties = {}, items, anyOf = [] } = schema as { properties?: Json; items?: Json; anyOf?: readonly Json[] };
  const inside = [...(Object.values(properties) as Json[]), ...(items ? [items] : []), ...anyOf];
  return [schema, ...inside.flatMap(schemasIn)];
}

/** Levels of objects and lists in one another. */
function depthOf(schema: Json): number {
  const {
    type,
    properties = {},
    items,
    anyOf = [],
  } = schema as {
    type?: string;
    properties?: Json;
    items?: Json;
    anyOf?: readonly Json[];
  };
  const inside = [...(Object.values(properties) as Json[]), ...(items ? [items] : []), ...anyOf];
  return (type === 'object' || type === 'array' ? 1 : 0) + Math.max(0, ...inside.map(depthOf));
}
