import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });

/** Components run in jsdom, compiled as the browser would. Needs NODE_OPTIONS=--experimental-vm-modules. */
export default {
  ...preset,
  displayName: 'ui',
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  setupFilesAfterEnv: ['<rootDir>/src/testing/set-up.ts'],
  moduleNameMapper: {
    ...preset.moduleNameMapper,
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@parc/ui/first-page$': '<rootDir>/../ui/src/first-page.ts',
    '^@parc/ui$': '<rootDir>/../ui/src/index.ts',
    '^@parc/domain$': '<rootDir>/../domain/src/index.ts',
    '^@parc/api-client/first-page$': '<rootDir>/../api-client/first-page.ts',
    '^@parc/api-client$': '<rootDir>/../api-client/src/index.ts',
  },
};
