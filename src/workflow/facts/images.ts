import type { DocumentPath } from '../../domain/finding.ts';

/** A container image that a workflow runs. */
export interface ImageFact {
  readonly path: DocumentPath;
  readonly raw: string;
  /** `moving`: no tag, or one that is meant to move. `dynamic`: known only when it runs. */
  readonly pin: 'digest' | 'tag' | 'moving' | 'dynamic';
}

const MOVING = new Set(['latest', 'stable', 'edge', 'nightly', 'main', 'master', 'dev', 'lts']);

export function readImage(raw: string, path: DocumentPath): ImageFact {
  return { path, raw, pin: pinOf(raw.replace(/^docker:\/\//, '')) };
}

function pinOf(image: string): ImageFact['pin'] {
  if (image.includes('${{')) return 'dynamic';
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return 'digest';
  const tag = /:([^/:@]+)$/.exec(image)?.[1];
  return tag === undefined || MOVING.has(tag.toLowerCase()) ? 'moving' : 'tag';
}
