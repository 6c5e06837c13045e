import { jestProject, withDatabase } from './jest.base.mjs';

export default jestProject('libs/testing', withDatabase);
