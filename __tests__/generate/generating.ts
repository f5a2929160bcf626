import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { type Catalogues, readActionCatalogue, readImageCatalogue } from '../../src/domain/catalogue.ts';
import type { ProjectProfile } from '../../src/domain/profile.ts';
import type { GenerationRequest } from '../../src/domain/request.ts';
import { detectedRequest, minimalRequest } from '../../src/generate/detected.ts';
import {
  type Generated,
  type GenerateInput,
  generate,
  RELEASE_PATH,
  WORKFLOW_PATH,
} from '../../src/generate/generate.ts';
import { mergeRequests } from '../../src/generate/merge-requests.ts';

const data = fileURLToPath(new URL('../../data/', import.meta.url));

/** The catalogues that the product ships. */
export const catalogues: Catalogues = {
  actions: readActionCatalogue(JSON.parse(readFileSync(`${data}action-catalog.json`, 'utf8'))),
  images: readImageCatalogue(JSON.parse(readFileSync(`${data}image-catalog.json`, 'utf8'))),
};

/** What comes out for a profile, with a request over the layers that every run has. */
export function generateOver(
  profile: ProjectProfile,
  asked: GenerationRequest = { version: 1, intents: [] },
  options: Partial<GenerateInput> = {},
): Generated & { readonly text: string; readonly releaseText: string | null } {
  const known = [minimalRequest(), detectedRequest(profile)];
  const request = mergeRequests([...known, asked]);
  const paths = ['docs/about.md', ...profile.units.map(({ directory }) => `${directory}/main`)];
  const detection = { request: mergeRequests(known), paths };
  const input = { request, profile, existing: new Map(), catalogues, defaultBranch: 'main', detection, ...options };
  const generated = generate(input);
  const textOf = (wanted: string) => generated.changeSet.files.find(({ path }) => path === wanted)?.content ?? null;
  return { ...generated, text: textOf(WORKFLOW_PATH) ?? '', releaseText: textOf(RELEASE_PATH) };
}

/** A workflow as plain data, as far as tests look into it. */
export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

export interface WorkflowJob {
  readonly name: string;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly 'runs-on': string | readonly string[];
  readonly 'timeout-minutes': number;
  readonly environment?: string;
  readonly permissions: unknown;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>>; readonly 'max-parallel'?: number };
  readonly services?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly defaults?: unknown;
  readonly steps: readonly WorkflowStep[];
}

export interface WorkflowStep {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

export function workflowOf(text: string): Workflow {
  return parse(text) as Workflow;
}

/** The jobs that come out for a profile. */
export function jobsOver(profile: ProjectProfile, asked?: GenerationRequest): Workflow['jobs'] {
  return workflowOf(generateOver(profile, asked).text).jobs;
}
