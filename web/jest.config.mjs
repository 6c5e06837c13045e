import libraryConfig from '../libs/ui/jest.config.mjs';

const library = '<rootDir>/../libs';

/** As libs/ui, whose set-up it shares. Needs NODE_OPTIONS=--experimental-vm-modules. */
export default {
  ...libraryConfig,
  displayName: 'web',
  rootDir: import.meta.dirname,
  setupFilesAfterEnv: [`${library}/ui/src/testing/set-up.ts`],
  moduleNameMapper: Object.fromEntries(
    Object.entries(libraryConfig.moduleNameMapper).map(([pattern, path]) => [
      pattern,
      path.replace('<rootDir>/..', library),
    ]),
  ),
};
