import type { Existing } from '../domain/coverage.ts';
import type { ModelInputs } from '../domain/provider.ts';

export const COMMANDS = ['generate', 'profile', 'request', 'validate', 'explain', 'adopt', 'verify-audit'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** What a command may take where nobody says so, in seconds. */
export const USUAL_SECONDS = 300;

export const TARGETS = ['github', 'gitlab', 'jenkins', 'helm'] as const;
export const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

export interface GenerateInputs {
  readonly command: 'generate';
  readonly repository: string;
  readonly base: string | null;
  readonly head: string | null;
  readonly request: string | null;
  readonly model: ModelInputs;
  /** What becomes of the workflows that are there; null: as the configuration says. */
  readonly existing: Existing | null;
  readonly targets: readonly (typeof TARGETS)[number][];
  readonly timeoutSeconds: number;
  /** Where files go: nowhere, into the repository, or into a folder of its own. */
  readonly destination:
    | { readonly kind: 'none' }
    | { readonly kind: 'repository' }
    | { readonly kind: 'folder'; readonly path: string };
  readonly json: boolean;
  /** Whether every job, step and value is shown with its reason. */
  readonly explain: boolean;
  /** Whether what a model would be told is printed, and nothing else done. */
  readonly showPrompt: boolean;
}

/** What a person asked of the program: one member a command. */
export type CommandLine =
  | GenerateInputs
  | { readonly command: 'profile'; readonly repository: string; readonly json: boolean }
  | {
      readonly command: 'request';
      readonly repository: string;
      readonly text: string;
      readonly model: ModelInputs;
      readonly timeoutSeconds: number;
      readonly showPrompt: boolean;
      readonly json: boolean;
    }
  | {
      readonly command: 'validate';
      readonly paths: readonly string[];
      readonly format: (typeof FORMATS)[number];
      readonly policies: string | null;
      readonly config: string | null;
      readonly timeoutSeconds: number;
    }
  | { readonly command: 'explain'; readonly rule: string }
  | { readonly command: 'adopt'; readonly repository: string; readonly write: boolean }
  | { readonly command: 'verify-audit' }
  | { readonly command: 'help'; readonly topic: CommandName | null };
