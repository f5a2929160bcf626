import type { Finding } from '../domain/finding.ts';
import type { Encoding } from '../domain/plain-text.ts';
import type { EngineName } from '../domain/report.ts';
import type { GenerationRequest } from '../domain/request.ts';
import type { YamlDocument } from '../workflow/document.ts';

/** A YAML text, read once for all engines. */
export interface JudgedText {
  readonly file: string;
  /** Without byte-order mark, lines ended with LF alone. */
  readonly text: string;
  /** How its bytes were written. */
  readonly encoding: Encoding;
  readonly yaml: YamlDocument;
}

/**
 * A subject, read once for all engines. `workflow` is a file that GitHub would run, `action` the metadata of an action, `other` any other
 * text: charts and manifests get kinds of their own when there are engines for them.
 */
export type JudgedDocument =
  | ({ readonly kind: 'workflow' | 'action' | 'other' } & JudgedText)
  | { readonly kind: 'unreadable'; readonly file: string; readonly why: string }
  | { readonly kind: 'request'; readonly file: string; readonly request: GenerationRequest };

/** Another document of those that are given, by its path; null where it is not among them. */
export type Beside = (path: string) => JudgedDocument | null;

/** One way to judge a document. Throws what it cannot do; a fault of the document is a finding. */
export interface Engine {
  readonly name: EngineName;
  judge(document: JudgedDocument, beside: Beside): readonly Finding[] | Promise<readonly Finding[]>;
}
