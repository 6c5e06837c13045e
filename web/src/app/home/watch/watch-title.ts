import type { WatchedLine } from '../../shell/domain';

/** What asks for somebody before anything else; a calm sentence when nothing does, and none that nobody has proven. */
export function watchTitle(watched: readonly Pick<WatchedLine, 'alarm' | 'proven'>[]): string {
  const alarm = watched.find((each) => each.alarm !== null)?.alarm;
  if (alarm) return alarm;
  return watched.length > 0 && watched.every(({ proven }) => proven) ? 'Tout fonctionne' : 'Bonjour';
}
