import type { Package } from '../../domain/profile.ts';
import { findBuilds } from '../ecosystems/java/gradle-build.ts';
import { pluginsIn } from '../ecosystems/java/gradle-plugins.ts';
import { baseName } from '../paths.ts';
import type { Snapshot } from '../snapshot.ts';

/** The plugin that publishes to the Central Portal, and its task for a release. (vanniktech, "gradle-maven-publish-plugin", "Maven Central") */
const PLUGIN = /^com\.vanniktech\.maven\.publish(?:\.base)?$/;
const TASK = 'publishAndReleaseToMavenCentral';

/** Builds of Gradle that bring a plugin for it: one publication each, of all its projects. */
export function gradlePackages(snapshot: Snapshot): Package[] {
  return findBuilds(snapshot).value.flatMap((build): Package[] => {
    const plugin = pluginsIn(build).find(({ id }) => PLUGIN.test(id));
    if (!plugin) return [];
    const { directory } = build;
    const name = directory === '.' ? 'the build' : baseName(directory);
    const because = [snapshot.evidence(plugin.file, plugin.line)];
    return [{ registry: 'maven-central', name, directory, file: plugin.file, task: TASK, because }];
  });
}
