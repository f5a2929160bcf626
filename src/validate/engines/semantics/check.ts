import type { DocumentPath } from '../../../domain/finding.ts';
import type { Mapping } from '../../../workflow/facts/values.ts';
import type { OwnFinding } from '../../own-finding.ts';

/** One question about a workflow. Pure and total: any value of YAML is answered; what is not known for certain is no fault. */
export type Check = (subject: CheckedWorkflow) => readonly Fault[];

export interface CheckedWorkflow {
  readonly workflow: Mapping;
  /** As they stand. */
  readonly jobs: readonly CheckedJob[];
  /** What a `uses` names of the same repository, where it is given too; null elsewhere. */
  readonly local: (uses: string) => LocalDocument | null;
}

export interface LocalDocument {
  readonly kind: 'workflow' | 'action';
  readonly value: Mapping;
}

export interface CheckedJob {
  readonly id: string;
  readonly job: Mapping;
  readonly path: DocumentPath;
}

export type Fault = Pick<OwnFinding, 'rule' | 'level' | 'params'> & {
  readonly path: DocumentPath;
  /** Whether the key at the path is at fault, not the value. */
  readonly isOfKey?: boolean;
  /** What is at fault of a value of several lines. */
  readonly words?: string;
};
