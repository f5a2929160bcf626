import { type Document, parseDocument } from 'yaml';
import { z } from 'zod';
import { RigError } from './error.ts';

const Step = z.looseObject({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).nullish(),
});

const Service = z.looseObject({
  image: z.string(),
  env: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  ports: z.array(z.union([z.string(), z.number()])).optional(),
});

/** One that is an expression as a whole is read as none. */
const Matrix = z.looseObject({ include: z.array(z.record(z.string(), z.unknown())).optional().catch(undefined) });

const Job = z.looseObject({
  'runs-on': z.unknown().optional(),
  container: z.unknown().optional(),
  uses: z.string().optional(),
  services: z.record(z.string(), Service).optional(),
  steps: z.array(Step).optional(),
  strategy: z.looseObject({ matrix: Matrix.optional().catch(undefined) }).optional(),
});

const Workflow = z.looseObject({ jobs: z.record(z.string(), Job) });

export type Step = z.infer<typeof Step>;
export type Service = z.infer<typeof Service>;
export type Job = z.infer<typeof Job>;

/** A workflow, to be edited without losing how its values are written (`3.10` stays `3.10`), and what this rig reads in it. */
export interface WorkflowFile {
  readonly document: Document;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Throws WORKFLOW_UNREADABLE when the text is not YAML or has no jobs. Whether it is a *valid* workflow is for others to say. */
export function parseWorkflow(text: string): WorkflowFile {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new RigError('WORKFLOW_UNREADABLE', `the workflow is not YAML: ${error.message}`);
  const { success, data, error: cause } = Workflow.safeParse(document.toJS());
  if (!success)
    throw new RigError('WORKFLOW_UNREADABLE', `the workflow is not one: ${z.prettifyError(cause)}`, { cause });
  return { document, jobs: data.jobs };
}

/** The labels of the runner that a job asks for, where they are written out. */
export function labelsOf(job: Job): readonly string[] {
  const asked = job['runs-on'];
  const labels = z.looseObject({ labels: z.unknown().optional() }).safeParse(asked).data?.labels ?? asked;
  return [labels].flat().filter((label): label is string => typeof label === 'string');
}

/** Whether a label is that of a runner which this machine cannot be. */
export function isForeign(label: unknown): label is string {
  return typeof label === 'string' && /^(windows|macos)(-|$)/i.test(label);
}
