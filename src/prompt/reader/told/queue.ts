import { tagged } from '../clauses/chunks.ts';
import type { Atom } from '../meaning.ts';

const TOLD =
  /^(?:github|we|our|the|a|now|have|has|got|use|uses|is|are|since|with|on|in|for|turned on|enabled|to|that|there is|there's|merges)$/i;
const WISH =
  /^(?:whatever|what|everything|anything|all|comes?|out of|out|of|goes|gets|leaves|lands|is|that|this|the|queue|in|into|from|has to|have to|must|should|needs to|need to|go through|run|be|checked|tested|go|through|ci|the pipeline|pipeline|for|on|,|too|also|as well|please|there|there too|them)$/i;
const BINDING = /^(?:has to|have to|must|should|needs to|need to)$/i;
const RUN = /^(?:ci|pipeline|the pipeline|run)$/i;

/**
 * A queue of merges that is told of, and what comes out of it: `GitHub queues our merges since Monday; whatever comes out of that queue has to go through CI`.
 * Null where another queue, or more, is spoken of.
 */
export function wishOfQueue(told: readonly Atom[], wish: readonly Atom[]): readonly Atom[] | null {
  const [event, ...more] = tagged(told, 'event');
  const since = told.findIndex(({ words }) => /^since$/i.test(words));
  const isVerb = told.some(({ words }, at) => /^queues$/i.test(words) && told.slice(at + 1, at + 3).some(isMerges));
  const isOne = event === undefined ? isVerb : event.meaning.on === 'merge_group' && more.length === 0 && !isVerb;
  const isPlain = told.every(
    (atom, at) =>
      atom === event ||
      /^queues$/i.test(atom.words) ||
      TOLD.test(atom.words) ||
      (atom.meaning.tag === 'day' && at === since + 1 && since >= 0),
  );
  const queue = wish.findIndex(({ words }) => /^queue$/i.test(words));
  // `CI has to run there as well`, `… for them too`: for the queue that is told of, where it is one of merges.
  const isThere = event !== undefined && wish.some(({ words }) => /^(?:there(?: too)?|them)$/i.test(words));
  const isSame = isThere || (queue > 0 && /^(?:that|this|the)$/i.test(wish[queue - 1]?.words ?? ''));
  const isWished = wish.some(({ words }) => BINDING.test(words)) && wish.some(({ words }) => RUN.test(words));
  if (!isOne || !isPlain || !isSame || !isWished || !wish.every(({ words }) => WISH.test(words))) return null;
  return [
    { meaning: { tag: 'do' }, words: 'run' },
    { meaning: { tag: 'event', on: 'merge_group' }, words: 'on the merge queue' },
  ];
}

function isMerges({ words }: Atom): boolean {
  return /^merges$/i.test(words);
}
