import type { Scene } from './scenario.ts';
export function events(_scene: Scene): void {}
