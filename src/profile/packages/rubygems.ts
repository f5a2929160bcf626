import type { Package } from '../../domain/profile.ts';
import { linesOf } from '../lines.ts';
import { directoryOf } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** Gems whose specification names them, and holds them to no other host. A specification is a program: it is read by patterns, never run. */
export function gemPackages(snapshot: Snapshot, files: readonly string[]): Package[] {
  return files.flatMap((file): Package[] => {
    const lines = linesOf(snapshot.text(file) ?? '');
    const named = lines.flatMap(({ text, number }) => {
      const name = /^\s{0,20}\w{1,20}\.name\s{0,20}=\s{0,20}["']([A-Za-z0-9._-]{1,200})["']/.exec(text)?.[1];
      return name === undefined ? [] : [{ name, number }];
    })[0];
    const hosts = lines.flatMap(
      ({ text }) => /["']allowed_push_host["']\]?\s{0,20}(?:=>|=)\s{0,20}["']([^"']{1,200})["']/.exec(text)?.[1] ?? [],
    );
    const isOpen = hosts.every((host) => /^https:\/\/rubygems\.org\/?$/.test(host));
    if (!named || !isOpen) return [];
    const because = [snapshot.evidence(file, named.number)];
    return [{ registry: 'rubygems', name: named.name, directory: directoryOf(file), file, because }];
  });
}
