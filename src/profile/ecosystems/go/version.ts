import type { ToolVersion } from '../../../domain/profile.ts';
import { dockerTag } from '../../docker/base-tag.ts';
import { firstMatch } from '../../lines.ts';
import { nearest } from '../../nearest.ts';
import type { Snapshot } from '../../snapshot.ts';
import { toolVersion } from '../../tool-versions.ts';
import { cite } from '../../word.ts';
import type { GoModule } from './module.ts';

/** .go-version, then .tool-versions and mise, then go.mod (`toolchain` is what setup-go reads first), then the Dockerfile. (detection.md, "Version precedence") */
export function versionOf(snapshot: Snapshot, { directory, toolchain, language }: GoModule): ToolVersion | null {
  const word = [toolchain, language].find((it) => it !== null && /^\d/.test(it.value)) ?? null;
  return (
    versionFile(snapshot, directory) ??
    toolVersion({ snapshot, directory, tool: 'go', names: ['golang', 'go'] }) ??
    (word && { tool: 'go', value: word.value, because: cite(snapshot, word) }) ??
    dockerTag({ snapshot, directory, tool: 'go', images: ['golang'] })
  );
}

function versionFile(snapshot: Snapshot, directory: string): ToolVersion | null {
  const file = nearest(snapshot, directory, ['.go-version']);
  const found = file === null ? null : firstMatch(snapshot.text(file) ?? '', /^\s{0,8}(?:go)?(\d[\w.]{0,30})\s*$/);
  return file === null || !found?.match[1]
    ? null
    : { tool: 'go', value: found.match[1], because: [snapshot.evidence(file, found.line)] };
}
