import { jestProject, withDatabase } from '../libs/testing/jest.base.mjs';

export default jestProject('api', {
  ...withDatabase,
  testSequencer: '<rootDir>/long-first.mjs',
  testTimeout: 60_000,
  // What a specification has loaded is never given back: a process that holds so much is ended after the next one, and
  // another takes its place. All of them in one would fill a heap of four gigabytes.
  workerIdleMemoryLimit: '1500MB',
});
