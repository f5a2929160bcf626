import { ActionError } from '../../src/domain/errors.ts';
import type { Conversation, PostedComment } from '../../src/domain/github.ts';

/** The method that fails, and with what. */
export interface Refusal {
  readonly method: keyof Conversation;
  readonly error: Error;
}

export const REFUSED = new ActionError(
  'GITHUB_REFUSED',
  'The token may not write comments (issues: write is missing).',
);

/** A conversation in memory that tells which writes were made. What is in `deleted` is gone after it was listed. */
export class FakeConversation implements Conversation {
  readonly writes: string[] = [];
  readonly comments: PostedComment[];
  readonly #deleted: ReadonlySet<number>;
  readonly #refusal: Refusal | null;

  constructor(
    comments: readonly Partial<PostedComment>[] = [],
    { deleted = [], refusal = null }: { readonly deleted?: readonly number[]; readonly refusal?: Refusal | null } = {},
  ) {
    this.comments = comments.map((given, index) => comment(index + 1, given));
    this.#deleted = new Set(deleted);
    this.#refusal = refusal;
  }

  async list(): Promise<readonly PostedComment[]> {
    this.#refuse('list');
    return [...this.comments];
  }

  async create(body: string): Promise<PostedComment> {
    this.#refuse('create');
    const made = comment(this.comments.length + 1, { body });
    this.comments.push(made);
    this.writes.push(`create ${made.id}`);
    return made;
  }

  async update(id: number, body: string): Promise<PostedComment | null> {
    this.#refuse('update');
    this.writes.push(`update ${id}`);
    const at = this.comments.findIndex((one) => one.id === id);
    if (at < 0 || this.#deleted.has(id)) return null;
    this.comments[at] = comment(id, { ...this.comments[at], body });
    return this.comments[at] ?? null;
  }

  #refuse(method: keyof Conversation): void {
    if (this.#refusal?.method === method) throw this.#refusal.error;
  }
}

function comment(id: number, given: Partial<PostedComment>): PostedComment {
  const author = { login: 'github-actions[bot]', isBot: true };
  const url = `https://github.com/octo/shop/pull/1#issuecomment-${id}`;
  return { id, body: '', isOwn: true, url, author, association: 'NONE', isEdited: false, ...given };
}
