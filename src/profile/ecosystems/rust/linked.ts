import type { UnitDraft } from '../../ecosystem.ts';

/**
 * Crates that are linked with libraries of the system which runners do not have, and the packages of Debian that bring these. (v2.tauri.app,
 * "Prerequisites"; the README of alsa, udev, serialport, gtk4 and dbus)
 */
export const LINKED: readonly (readonly [crate: RegExp, packages: readonly string[]])[] = [
  [/^(?:tauri|wry)$/, ['libwebkit2gtk-4.1-dev', 'libxdo-dev', 'libayatana-appindicator3-dev', 'librsvg2-dev']],
  [/^(?:alsa|cpal|rodio|kira|bevy)$/, ['libasound2-dev']],
  [/^(?:libudev|udev|tokio-udev|serialport|gilrs|bevy)$/, ['libudev-dev']],
  [/^gtk4$/, ['libgtk-4-dev']],
  [/^gtk$/, ['libgtk-3-dev']],
  [/^dbus$/, ['libdbus-1-dev']],
];

/** What a unit links with that runners do not have, and the first dependency that asks for some of it. */
export function linkedLibraries({ dependencies }: Pick<UnitDraft, 'dependencies'>) {
  const asked = LINKED.flatMap(([crate, packages]) => {
    const dependency = dependencies.find(({ name }) => crate.test(name));
    return dependency ? [{ packages, dependency }] : [];
  });
  return { packages: [...new Set(asked.flatMap(({ packages }) => packages))], by: asked[0]?.dependency ?? null };
}
