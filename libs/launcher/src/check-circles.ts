import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findCircle, passagesBetweenFolders } from './circles.ts';

const repository = join(import.meta.dirname, '../../..');

/** Fails when the domain folders of a source tree need each other in a circle. */
for (const root of ['api/src', 'libs/domain/src', 'web/src/app'].filter((folder) =>
  existsSync(join(repository, folder)),
)) {
  const passages = passagesBetweenFolders(join(repository, root));
  const circle = findCircle(passages);
  if (circle === null) continue;
  process.exitCode = 1;
  process.stdout.write(`${root}: the folders ${circle.join(' → ')} need each other:\n`);
  for (const [index, from] of circle.slice(0, -1).entries()) {
    const used = passages.filter((passage) => passage.from === from && passage.to === circle[index + 1]);
    for (const { file, to } of used) process.stdout.write(`  ${file} imports from ${to}\n`);
  }
}
