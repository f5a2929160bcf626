import type { PullRequestWishes } from '../../context/words/wishes.ts';
import type { PostedComment } from '../../domain/github.ts';
import type { Wish } from '../../domain/wish.ts';

/** What a run is asked for in words. */
export interface Heard extends Pick<PullRequestWishes, 'notes' | 'lost'> {
  /** Lowest first. */
  readonly wishes: readonly Wish[];
  /** All comments of the pull request, read once in a run. Rejects with what kept them from being read. */
  readonly comments: () => Promise<readonly PostedComment[]>;
  /** Why the comment that started the run is not heard, as a sentence; null where it is, or none has. */
  readonly unheard: string | null;
}
