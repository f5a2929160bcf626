import type { Finding } from '../../domain/finding.ts';
import type { Subject } from '../../domain/judge.ts';
import { decodeText } from '../../domain/plain-text.ts';
import { CONFIGURATION_PATH } from '../../domain/repository.ts';

export interface JudgedConfiguration {
  /** The requests that the configurations hold: policies judge them. */
  readonly subjects: readonly Subject[];
  readonly findings: readonly Finding[];
}

/** What stands in those of the files that are configurations of ours, whose shape no engine knows. */
export async function judgeConfigurations(subjects: readonly Subject[]): Promise<JudgedConfiguration> {
  const files = subjects.flatMap((subject) =>
    subject.kind === 'file' && isConfiguration(subject.file) ? [subject] : [],
  );
  if (files.length === 0) return { subjects: [], findings: [] };
  const { ConfigurationError, parseConfiguration } = await import('../../context/configuration.ts');
  const judged = files.map(({ file, bytes }): JudgedConfiguration => {
    const decoded = decodeText(bytes);
    // What cannot be decoded is for the engine of YAML to say.
    if (decoded.kind === 'unreadable') return { subjects: [], findings: [] };
    try {
      const { request } = parseConfiguration(decoded.text);
      return { subjects: request ? [{ kind: 'request', file, request }] : [], findings: [] };
    } catch (thrown) {
      if (!(thrown instanceof ConfigurationError)) throw thrown;
      return { subjects: [], findings: thrown.findings.map((finding) => ({ ...finding, file })) };
    }
  });
  return { subjects: judged.flatMap((it) => it.subjects), findings: judged.flatMap((it) => it.findings) };
}

function isConfiguration(file: string): boolean {
  return file === CONFIGURATION_PATH || file.endsWith(`/${CONFIGURATION_PATH}`);
}
