import type { Finding } from '../domain/finding.ts';
import type { EngineName } from '../domain/report.ts';
import type { GenerationRequest } from '../domain/request.ts';
import type { YamlDocument } from '../workflow/document.ts';

/** A subject, read once for all engines. `workflow` is a file that GitHub would run; `other` any other text. */
export type JudgedDocument =
  | { readonly kind: 'workflow' | 'other'; readonly file: string; readonly text: string; readonly yaml: YamlDocument }
  | { readonly kind: 'unreadable'; readonly file: string; readonly why: string }
  | { readonly kind: 'request'; readonly file: string; readonly request: GenerationRequest };

/** One way to judge a document. Throws what it cannot do; a fault of the document is a finding. */
export interface Engine {
  readonly name: EngineName;
  judge(document: JudgedDocument): readonly Finding[] | Promise<readonly Finding[]>;
}
