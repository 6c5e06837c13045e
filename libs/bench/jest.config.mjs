import { jestProject } from '../testing/jest.base.mjs';

export default jestProject('libs/bench');
