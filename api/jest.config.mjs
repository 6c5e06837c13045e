import { jestProject, withDatabase } from '../libs/testing/jest.base.mjs';

export default jestProject('api', { ...withDatabase, testTimeout: 60_000 });
