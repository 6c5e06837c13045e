import { expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const repository = join(import.meta.dirname, '../../..');
const projects = globSync(['{api,web,e2e}/tsconfig.json', 'libs/*/tsconfig.json'], { cwd: repository })
  .map((file) => dirname(file))
  .sort();

/** The libraries a project imports by their name or by a way into their folder, its tests included. */
function importedBy(project: string): string[] {
  const files = globSync('**/*.ts', { cwd: join(repository, project), exclude: ['**/node_modules'] });
  const targets = files.flatMap((file) => {
    const text = readFileSync(join(repository, project, file), 'utf8');
    const specifiers = [...text.matchAll(/from '([^']+)'/g)].map(([, specifier = '']) => specifier);
    return specifiers.map((specifier) =>
      specifier.startsWith('@parc/')
        ? specifier.replace('@parc/', 'libs/')
        : resolve('/', project, dirname(file), specifier).slice(1),
    );
  });
  const isOther = (library: string) =>
    library !== project && targets.some((target) => `${target}/`.startsWith(`${library}/`));
  return projects.filter(isOther);
}

function referencedBy(project: string): string[] {
  const { references = [] } = JSON.parse(readFileSync(join(repository, project, 'tsconfig.json'), 'utf8')) as {
    references?: { path: string }[];
  };
  return references.map(({ path }) => resolve('/', project, path).slice(1));
}

it.each(projects)('%s names in its tsconfig.json what it imports, or the same types are checked twice', (project) => {
  const forgotten = importedBy(project).filter((library) => !referencedBy(project).includes(library));
  expect(forgotten.map((library) => `add { "path": "…/${library}" } to the references of ${project}`)).toEqual([]);
});
