import { jestProject, withDatabase } from '../testing/jest.base.mjs';

export default jestProject('libs/demo', withDatabase);
