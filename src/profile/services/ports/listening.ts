import type { Snapshot } from '../../snapshot.ts';
import type { Units } from '../../units.ts';
import type { Word } from '../../word.ts';
import type { CodeFacts } from '../code/code.ts';
import type { ImageBuild } from '../image-build.ts';
import type { KubernetesContainer } from '../kubernetes/containers.ts';

/** All that may tell what an image listens on. */
export interface Listening {
  readonly snapshot: Snapshot;
  readonly build: ImageBuild;
  /** Files of the program that were read. */
  readonly files: readonly string[];
  readonly code: CodeFacts;
  readonly units: Units;
  /** The containers of Kubernetes' manifests that run it. */
  readonly running: readonly KubernetesContainer[];
}

/** A port as one place tells it. */
export interface FoundPort {
  readonly port: number;
  readonly transport: 'tcp' | 'udp';
  readonly word: Word;
}
