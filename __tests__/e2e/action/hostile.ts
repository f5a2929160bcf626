import type { Scene } from './scenario.ts';
export function hostile(_scene: Scene): void {}
