import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One check of the project. All of them make `npm test`; each also runs alone by `npm run check -- NAME`. */
export interface Step {
  name: string;
  /** What it proves, for the person who reads the list. */
  proves: string;
  /** Run one after the other, from the top of the repository; the step fails with the first that fails. */
  commands: string[][];
  /** Where the tests' counts are read: jest's or playwright's JSON. Without it the step counts as one. */
  counts?: 'jest' | 'playwright';
  /** Steps whose product this one uses. */
  after?: string[];
  /** Needs the run's PostgreSQL (TEST_DATABASE_URL). */
  database?: boolean;
  /** Takes the whole machine, or is sensitive to a busy one: nothing else runs beside it. */
  alone?: boolean;
}

const jest = ['node', '--experimental-vm-modules', 'node_modules/jest/bin/jest.js'];

/** On two cores Jest takes one by itself, and leaves the other to whoever is there: at the end, to nobody. */
const bothCores = ['--maxWorkers=2'];

/** The unit tests of every library that has some; each has its own configuration. */
const unitProjects = ['libs/domain', 'libs/demo', 'libs/bench', 'libs/launcher', 'libs/testing', 'libs/ui', 'web'];

/** What was already found well formatted; a place of its own, for Prettier without a cache forgets the usual one. */
const formatMemory = ['--cache', '--cache-strategy=content', '--cache-location=node_modules/.cache/format'];

/** Long ones first: two run at a time. */
export const steps: Step[] = [
  {
    name: 'unit',
    proves: 'rules, libraries and components',
    commands: [[...jest, ...projects(unitProjects), ...bothCores]],
    counts: 'jest',
    database: true,
  },
  {
    name: 'build',
    proves: 'the API and the web application build',
    commands: [['node', 'libs/launcher/src/build-all.ts']],
  },
  {
    name: 'lint',
    proves: 'rules of the code and of the modules',
    commands: [
      // The rule on module boundaries reads the project graph, which a fresh clone has not made yet: without it, it passes all.
      ['nx', 'show', 'projects'],
      ['eslint', '.', '--max-warnings=0', '--cache', '--cache-strategy=content', `--cache-location=${lintMemory()}`],
      ['node', 'libs/launcher/src/check-circles.ts'],
    ],
  },
  { name: 'types', proves: 'types of every project', commands: [['node', 'libs/launcher/src/types.ts']] },
  {
    name: 'api',
    proves: 'the API on a real PostgreSQL',
    commands: [[...jest, ...projects(['api']), ...bothCores]],
    counts: 'jest',
    database: true,
    alone: true,
  },
  {
    name: 'client',
    proves: 'the web client agrees with the API document',
    commands: [['node', 'libs/launcher/src/client.ts', '--check']],
    after: ['build'],
  },
  { name: 'unused', proves: 'nothing is unused', commands: [['knip']] },
  {
    name: 'format',
    proves: 'formatting',
    commands: [['prettier', '--check', '.', '--log-level=warn', ...formatMemory]],
  },
  {
    name: 'journeys',
    proves: 'what people do, in a real browser',
    commands: [['playwright', 'test', '--config=e2e/playwright.config.ts']],
    counts: 'playwright',
    after: ['build'],
    database: true,
    alone: true,
  },
];

function projects(folders: string[]): string[] {
  return folders.length === 1
    ? ['-c', `${folders[0]}/jest.config.mjs`]
    : ['--projects', ...folders.map((folder) => `${folder}/jest.config.mjs`)];
}

/**
 * Where ESLint remembers the files it found clean. A file is judged by itself, but for the directions between projects,
 * which their tags decide: when one changes, or a package does, everything is judged again. A rule that reads a further
 * file names it here.
 */
function lintMemory(): string {
  const repository = join(import.meta.dirname, '../../..');
  const judges = [
    'package-lock.json',
    'eslint.config.mjs',
    'libs/launcher/src/state-literals.mjs',
    ...globSync(['{*,libs/*}/project.json', 'libs/domain/src/*/*-{states,lifecycle}.ts'], { cwd: repository }),
  ];
  const hash = createHash('sha256');
  for (const file of judges.sort()) hash.update(`${file}\n${readFileSync(join(repository, file), 'utf8')}`);
  return `node_modules/.cache/lint/${hash.digest('hex').slice(0, 16)}`;
}
