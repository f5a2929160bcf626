import * as z from 'zod';

// The shapes that programs of others rely on, written here a second time: the program's own types may change without notice, these may not.

const Because = z.array(z.looseObject({ file: z.string().min(1), line: z.int().min(1) }));
const Version = z.strictObject({ tool: z.string(), value: z.string(), because: Because.min(1) });
const Command = z.strictObject({ run: z.string().min(1), directory: z.string(), because: Because.min(1) });
const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const Milliseconds = z.int().min(0);

const Unit = z.strictObject({
  directory: z.string().min(1),
  ecosystem: z.enum(
    words(
      'go node deno bun python java kotlin scala dotnet ruby php elixir rust swift cpp terraform helm kustomize protobuf shell bicep cue',
    ),
  ),
  manager: z.enum(
    words(
      'go npm pnpm yarn-classic yarn-berry bun deno pip uv poetry pdm pipenv hatch maven gradle sbt nuget bundler composer mix cargo spm cmake meson make terraform helm kustomize buf shell',
    ),
  ),
  lockfile: z.nullable(z.string()),
  version: z.nullable(Version),
  versions: z.array(Version),
  // Only where its packages are in a registry of GitHub that asks for one.
  packageToken: z.optional(
    z.strictObject({
      variable: z.string(),
      registry: z.nullable(z.strictObject({ url: z.string(), scope: z.nullable(z.string()) })),
      because: Because,
    }),
  ),
  // Only where the newest commit will not do.
  history: z.optional(Because),
  allows: z.optional(Version.extend({ range: z.string().min(1) })),
  commands: z.strictObject({
    install: z.array(Command),
    lint: z.array(Command.extend({ check: z.string() })),
    test: z.array(Command),
    build: z.array(Command),
  }),
  // Only where tools are declared that nobody configures or calls.
  declared: z.optional(z.array(Command.extend({ check: z.string() }))),
  needs: z.array(
    z.strictObject({
      service: z.string(),
      version: z.nullable(z.string()),
      environment: z.record(z.string(), z.string()),
      // Only where the repository runs it in a way of its own.
      container: z.optional(
        z.strictObject({
          image: z.nullable(z.string()),
          ports: z.array(z.string()),
          options: z.array(z.tuple([z.string(), z.nullable(z.string())])),
          entrypoint: z.nullable(z.string()),
          command: z.nullable(z.string()),
        }),
      ),
      because: Because.min(1),
    }),
  ),
  owns: z.array(z.string()),
  dependsOn: z.array(z.string()),
});

const Sourced = z.nullable(z.strictObject({ value: z.string(), because: Because.min(1) }));

const Service = z.strictObject({
  name: z.string().min(1),
  directory: z.string().min(1),
  image: z.strictObject({
    kind: z.enum(
      words('dockerfile jib ko dotnet-sdk sbt-native-packager spring-boot-build-image maven-plugin bake other'),
    ),
    dockerfile: z.nullable(z.string()),
    context: z.string(),
    target: z.nullable(z.string()),
    buildArgs: z.record(z.string(), z.string()),
    prebuilt: z.array(z.string()),
    /** Beside the contract: the module of a build of Maven that makes those. */
    module: z.optional(z.string()),
    /** Beside the contract: the manager of the unit that makes those, where several lie around the image. */
    builtBy: z.optional(z.string()),
    /** Beside the contract: the commands that make those, where they are written down for this image. */
    madeFirst: z.optional(z.array(Command).min(1)),
    because: Because.min(1),
  }),
  ports: z.array(
    z.strictObject({
      port: z.int().min(1).max(65_535),
      protocol: z.enum(['http', 'grpc', 'tcp', 'udp']),
      because: Because.min(1),
    }),
  ),
  user: Sourced,
  health: Sourced,
  owns: z.array(z.string()),
});

/** `profile --json`. */
export const ProfileShape = z.strictObject({
  units: z.array(Unit),
  services: z.array(Service),
  /** Beside the contract: what can be published. */
  packages: z.optional(
    z
      .array(
        z.strictObject({
          registry: z.enum(['npm', 'pypi', 'crates', 'maven-central', 'nuget', 'rubygems']),
          name: z.string(),
          directory: z.string(),
          file: z.string(),
          task: z.optional(z.string()),
          server: z.optional(z.string()),
          because: Because.min(1),
        }),
      )
      .min(1),
  ),
  /** Beside the contract: what task runners name. */
  tasks: z.array(
    z.strictObject({
      runner: z.enum(['make', 'just', 'task', 'script']),
      name: z.string(),
      directory: z.string(),
      because: Because.min(1),
    }),
  ),
  ignored: z.array(z.strictObject({ path: z.string(), why: z.string() })),
  warnings: z.array(z.strictObject({ file: z.string(), line: z.int().min(1), message: z.string() })),
});

const Position = z.strictObject({ line: z.int().min(1), column: z.int().min(1) });

const Finding = z.strictObject({
  rule: z.string().min(1),
  level: z.enum(['error', 'warning', 'note']),
  message: z.string().regex(/^[^\n]+\.$/),
  file: z.string().min(1),
  path: z.array(z.union([z.string(), z.int().min(0)])),
  range: z.strictObject({ start: Position, end: Position }),
  aliases: z.array(z.string()),
  help: z.string(),
});

/** `validate --format json`. */
export const ReportShape = z.strictObject({
  verdict: z.enum(['pass', 'fail', 'error']),
  findings: z.array(Finding),
  waived: z.array(Finding),
  digests: z.strictObject({ input: Digest, policy: Digest }),
  engines: z.array(
    z.strictObject({
      name: z.string(),
      status: z.enum(['ran', 'failed']),
      reason: z.optional(z.string()),
      milliseconds: Milliseconds,
    }),
  ),
});

const Intent = z.looseObject({ kind: z.string() });

const Request = z.strictObject({ version: z.literal(1), intents: z.array(Intent) });
const Question = z.strictObject({
  about: z.string(),
  text: z.string(),
  choices: z.array(z.string()),
  replies: z.optional(z.array(z.string())),
});

const Fallback = z.nullable(z.strictObject({ code: z.string(), message: z.string() }));

const Usage = z.strictObject({
  inputTokens: z.int().min(0),
  outputTokens: z.int().min(0),
  costUsd: z.number().min(0),
  calls: z.int().min(0),
  unpricedTokens: z.optional(z.int().min(1)),
});

/** `request --json`. */
export const ReadingShape = z.strictObject({
  source: z.enum(['model', 'read']),
  request: Request,
  questions: z.array(Question),
  refused: z.array(z.strictObject({ rule: z.string(), message: z.string() })),
  fallback: Fallback,
  usage: Usage,
});

const File = z.strictObject({
  path: z.string(),
  digest: Digest,
  status: z.enum(['added', 'changed', 'unchanged', 'removed']),
});

const Covered = z.strictObject({
  subject: z.string(),
  check: z.string().nullable(),
  /** The commands, where they are not the whole check. */
  part: z.array(z.string()).optional(),
  by: z.array(z.strictObject({ file: z.string(), line: z.int() })),
});

/** `generate --json`. */
export const ProposalShape = z.strictObject({
  source: z.enum(['model', 'read', 'accepted-request', 'detected', 'minimal']),
  fallback: Fallback,
  request: Request,
  questions: z.array(Question),
  covered: z.array(Covered),
  overlaps: z.array(
    z.strictObject({
      ...Covered.shape,
      missed: z.strictObject({
        kind: z.enum(['branch', 'path', 'condition', 'mended', 'fork', 'merge']),
        name: z.string(),
      }),
    }),
  ),
  understood: z.array(z.strictObject({ intent: Intent, does: z.enum(['changes', 'nothing', 'left-out']) })),
  files: z.array(File),
  accepted: z.nullable(File),
  report: ReportShape,
  usage: Usage,
  milliseconds: Milliseconds,
});

function words(text: string): string[] {
  return text.split(' ');
}
