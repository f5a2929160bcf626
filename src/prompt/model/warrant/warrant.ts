import type { ProjectProfile } from '../../../domain/profile.ts';
import type { Utterances } from './utterances.ts';

/** What an answer is held against: what people have said, and what the repository has. */
export interface Warrant {
  readonly utterances: Utterances;
  readonly profile: ProjectProfile;
  readonly defaultBranch: string | null;
}
