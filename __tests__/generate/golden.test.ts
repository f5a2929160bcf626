import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import type { ProjectProfile } from '../../src/domain/profile.ts';
import { GenerationRequestSchema } from '../../src/domain/request.ts';
import { generateOver } from './generating.ts';

const folder = fileURLToPath(new URL('fixtures/', import.meta.url));
const cases = readdirSync(folder).sort();

/** The layers that every run has, and over them the request of the case. `vitest -u` writes the files anew. */
describe('The workflow of', () => {
  it.each(cases)('%s is the one that people have read', async (name) => {
    const { text, releaseText } = generated(name);
    await expect(text).toMatchFileSnapshot(`${folder}${name}/generated.yml`);
    if (releaseText !== null) await expect(releaseText).toMatchFileSnapshot(`${folder}${name}/generated-release.yml`);
  });

  it('a release stands beside it where there is one, and nowhere else', () => {
    const released = cases.filter((name) => generated(name).releaseText !== null);
    expect(cases.filter((name) => readdirSync(`${folder}${name}`).includes('generated-release.yml'))).toEqual(released);
  });

  it.each(
    cases.flatMap((name) =>
      readdirSync(`${folder}${name}`).flatMap((file) => (file.endsWith('.yml') ? `${name}/${file}` : [])),
    ),
  )('%s is one that GitHub’s own parser takes', async (name) => {
    const content = readFileSync(`${folder}${name}`, 'utf8');
    const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
    expect(value).toBeDefined();
    if (value) await convertWorkflowTemplate(context, value, undefined, { errorPolicy: 1 });
    expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
  });
});

function generated(name: string) {
  return generateOver(profileOf(name), GenerationRequestSchema.parse(read(name, 'request.json')));
}

function profileOf(name: string): ProjectProfile {
  return read(name, 'profile.json') as ProjectProfile;
}

function read(name: string, file: string): unknown {
  return JSON.parse(readFileSync(`${folder}${name}/${file}`, 'utf8'));
}
