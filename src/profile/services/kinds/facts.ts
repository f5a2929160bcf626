import type { ImageFacts } from '../../docker/dockerfile.ts';
import type { Word } from '../../word.ts';

/** What is known of an image that no Dockerfile makes. */
export interface MadeFacts {
  /** The manifest that asks for it. */
  readonly file: string;
  /** The image that it starts from; the value is empty where that is not known. */
  readonly base: Word;
  readonly exposed?: readonly Word[];
  readonly user?: Word | null;
  readonly variables?: ReadonlyMap<string, Word>;
}

/** The same as a Dockerfile of that image would say it, so that ports, user and health are found by the same rules. */
export function madeFacts({ file, base, exposed, user, variables }: MadeFacts): ImageFacts {
  return {
    file,
    base,
    bases: [base],
    exposed: exposed ?? [],
    user: user ?? null,
    healthcheck: null,
    variables: variables ?? new Map(),
    commands: [],
    sources: [],
    workdirs: [],
    calls: [],
    holdsBuilt: true,
    onlyInstalls: false,
  };
}
