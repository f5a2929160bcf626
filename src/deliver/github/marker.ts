import { link, wellFormed } from './markdown.ts';

/** Tells what the marker below it means; a later form of the comment gets another one. */
const VERSION = 'v1';

/**
 * The hidden first line of our comment. `use` tells two uses of the action in one repository apart, and may be any text: nothing of it can
 * end the marker.
 */
export function markerOf(use: string): string {
  const id = encodeURIComponent(wellFormed(use)).replaceAll('--', '%2D%2D');
  return `<!-- agent-generate:${VERSION}:${id} -->`;
}

/** Whether a comment begins with the marker; further down it is a quotation. */
export function isMarked(body: string, marker: string): boolean {
  return body.startsWith(marker);
}

/** What is left of a comment that another one of ours stands for. It has no marker that is looked for, so it is never looked at again. */
export function supersededBody(url: string): string {
  return `<!-- agent-generate:superseded -->\nThis is said in ${link('another comment', url)} now.\n`;
}
