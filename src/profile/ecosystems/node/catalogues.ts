import type { Command } from '../../../domain/profile.ts';
import { dependencyPath } from './dependencies.ts';
import { type Place, programCommand } from './place.ts';
import { ownSource } from './sources.ts';

/** What compiles catalogues of messages by itself, where they are imported. (lingui.dev, "Vite Plugin", "Webpack Loader") */
const LOADERS = ['@lingui/vite-plugin', '@lingui/loader', '@lingui/metro-transformer'];

/**
 * Lingui's catalogues are written by translators and imported as modules that are not kept: they are compiled before tests that would
 * import them. (lingui.dev, "lingui compile")
 * @param text all that the tests run already
 */
export function compiledCatalogues(place: Place, text: string): Command[] {
  const { manifest } = place;
  const compiler = dependencyPath(manifest, '@lingui/cli');
  if (!compiler || /\blingui compile\b/.test(text)) return [];
  if (LOADERS.some((name) => dependencyPath(manifest, name))) return [];
  const written = ownSource(place, (path) => /(?:^|\/)messages\.(?:po|json)$/.test(path));
  const isKept = ownSource(place, (path) => /(?:^|\/)messages\.[cm]?[jt]s$/.test(path)) !== null;
  if (written === null || isKept) return [];
  return [programCommand(place, 'lingui compile', [{ file: written, line: 1 }, manifest.evidence(compiler)])];
}
