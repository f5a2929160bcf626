import type { DocumentPath } from '../../domain/finding.ts';
import { possibleTexts, type Scope } from './flows.ts';
import { asMapping, asText, isDynamic, isMapping, type Mapping } from './values.ts';

/** A container image that a workflow runs. */
export interface ImageFact {
  readonly path: DocumentPath;
  /** As it is written; where a matrix gives it, the one that is pinned worst. */
  readonly raw: string;
  /** The same without its digest. */
  readonly name: string;
  /** `broken`: a digest that is none, such as one that was cut off. `moving`: no tag, or one that is meant to move. `dynamic`: known only when it runs. */
  readonly pin: Pin;
}

type Pin = 'broken' | 'digest' | 'tag' | 'moving' | 'dynamic';

/** From bad to good; what is not known is no fault. */
const PINS: readonly Pin[] = ['broken', 'moving', 'tag', 'dynamic', 'digest'];

const MOVING = new Set(['latest', 'stable', 'edge', 'nightly', 'main', 'master', 'dev', 'lts']);

/** The images that a job itself names: its container, and its services. */
export function jobImages(job: Mapping, path: DocumentPath, scope: Scope): ImageFact[] {
  const services = Object.entries(asMapping(job.services)).flatMap(([name, service]) =>
    imageIn(service, [...path, 'services', name], scope),
  );
  return [...imageIn(job.container, [...path, 'container'], scope), ...services];
}

function imageIn(value: unknown, path: DocumentPath, scope: Scope): ImageFact[] {
  const text = asText(isMapping(value) ? value.image : value);
  return text === null ? [] : readImage(text, isMapping(value) ? [...path, 'image'] : path, scope);
}

/** The image of a text, in the worst form that it may have. An empty one is no container. */
export function readImage(text: string, path: DocumentPath, scope: Pick<Scope, 'matrix'>): ImageFact[] {
  const images = possibleTexts(text, scope).filter((raw) => raw.trim() !== '');
  const found = images.map((raw): ImageFact => {
    const [name = ''] = raw.split('@');
    return { path, raw, name, pin: pinOf(raw.trim().replace(/^docker:\/\//, '')) };
  });
  return found.sort((a, b) => PINS.indexOf(a.pin) - PINS.indexOf(b.pin)).slice(0, 1);
}

/** Whether an image is the same from run to run, as far as its name tells. */
export function isFixedImage(image: string): boolean {
  const pin = pinOf(image);
  return pin === 'digest' || pin === 'tag';
}

function pinOf(image: string): Pin {
  // A digest that a matrix or an earlier job gives is one all the same.
  if (/@sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$|@sha256:\$\{\{[^}]*\}\}$/.test(image)) return 'digest';
  if (isDynamic(image)) return 'dynamic';
  if (image.includes('@')) return 'broken';
  const tag = /:([^/:@]+)$/.exec(image)?.[1];
  return tag === undefined || MOVING.has(tag.toLowerCase()) ? 'moving' : 'tag';
}
