import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import typescript from 'typescript-eslint';
import {
  STATE_ROWS,
  STATES_IN_CODE,
  STATES_IN_STORIES,
  STATES_IN_TEMPLATES,
  statesTold,
  TABLES,
  wordsByFolder,
} from './libs/launcher/src/state-literals.mjs';

/** Who may import whom: the directions of the house. What is not listed is forbidden. */
const directions = [
  {
    sourceTag: 'scope:domain',
    onlyDependOnLibsWithTags: ['scope:domain'],
    bannedExternalImports: ['@nestjs/*', '@angular/*', 'typeorm', 'pg', 'class-validator', 'rxjs'],
  },
  { sourceTag: 'scope:ui', onlyDependOnLibsWithTags: ['scope:ui', 'scope:domain'] },
  { sourceTag: 'scope:api-client', onlyDependOnLibsWithTags: ['scope:api-client'] },
  { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:web', 'scope:ui', 'scope:api-client', 'scope:domain'] },
  { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['scope:api', 'scope:domain', 'scope:demo', 'scope:testing'] },
  { sourceTag: 'scope:demo', onlyDependOnLibsWithTags: ['scope:demo', 'scope:domain'] },
  { sourceTag: 'scope:launcher', onlyDependOnLibsWithTags: ['scope:launcher'] },
  { sourceTag: 'scope:testing', onlyDependOnLibsWithTags: ['scope:testing', 'scope:launcher', 'scope:domain'] },
  ...['scope:bench', 'scope:e2e'].map((sourceTag) => ({
    sourceTag,
    onlyDependOnLibsWithTags: [sourceTag, 'scope:testing', 'scope:launcher', 'scope:demo', 'scope:domain'],
  })),
];

/** Node runs these as they are, without an alias: they name a library by its entry, never a file inside it. */
const entriesByPath = ['../../launcher/src/index.ts', '../../testing/src/index.ts', '../../demo/src/index.ts'];

const typeScript = ['**/*.ts'];
const tests = ['**/*.spec.ts', 'api/test/**/*.ts', 'e2e/**/*.ts', 'libs/bench/**/*.ts', 'libs/testing/**/*.ts'];
const angularCode = ['web/src/**/*.ts', 'libs/ui/src/**/*.ts'];

/** What somebody is shown follows from what they may do: a role that is given or loses a permission changes one table. */
const roleName =
  '/^(teacher|school-head|technician|installer|plan-manager|commune-officer|private-body-officer|inspector|digital-trainer|committee|administrator)$/';
const askedOfRole =
  'A screen asks what somebody may do, never which role they have: may(), meets() or permitted() with a permission, or the object’s `possible`.';

/** Signing in to the demonstration is by role, and accounts are about roles. */
const rolesByName = [
  'web/src/app/identity/sign-in/demonstration-doors.ts',
  'web/src/app/identity/accounts/account-words.ts',
];
const rolesInTemplates = [{ selector: `LiteralPrimitive[value=${roleName}]`, message: askedOfRole }];

/** The framework's own ways to read, which know neither the house's problems nor what stays in sight. */
const frameworkReadings = [
  { name: '@angular/core', importNames: ['resource', 'resourceFromSnapshots'] },
  { name: '@angular/core/rxjs-interop', importNames: ['rxResource'] },
  { name: '@angular/common/http', importNames: ['httpResource'] },
].map((path) => ({
  ...path,
  message:
    'A screen reads by reading() (web/src/app/shell/reading.ts), a list by listReading(): value, failed, loading, reload.',
}));

const timeIsPassedIn = [
  'NewExpression[callee.name="Date"][arguments.length=0]',
  'MemberExpression[object.name="Date"][property.name="now"]',
  'MemberExpression[object.name="performance"]',
].map((selector) => ({ selector, message: 'Time is passed in.' }));

const rolesInCode = [
  { selector: `Literal[value=${roleName}]`, message: askedOfRole },
  { selector: 'ImportSpecifier[imported.name=/^(SCHOOL_ROLES|isSchoolRole)$/]', message: askedOfRole },
];

/** `linkedSignal` begins anew whenever its source is asked, though it names the same thing as before. */
const begunAnew = [
  {
    selector:
      'CallExpression[callee.name="linkedSignal"] > ObjectExpression > Property[key.name="source"] > ArrowFunctionExpression > :matches(MemberExpression, TemplateLiteral)',
    message: 'What a person changes stays while the same thing is read again: anewWith() (web/src/app/shell/anew.ts).',
  },
];

/** A school is open or closed, a mail waits or is sent: words of states, of other things. */
/** A raw address lets one subscriber of IPv6 be counted 2^64 times. */
const COUNTED = 'An address is counted as platform/http/client-address.ts says it (ClientAddress).';
const otherStates = ['api/src/{directory,notifications}/**/*.ts', 'web/src/app/{directory,mail}/**/*.ts'];

/** In the folders where some words of states are words of something else, what is told of the others. */
const otherWordsIn = (root, ending, also, place) =>
  wordsByFolder(root).map(({ folder, words }) => ({
    files: [`${folder}/**/*.${ending}`],
    ignores: ['**/*.spec.ts', '**/*.fixture.ts', ...STATE_ROWS, ...otherStates, ...rolesByName],
    rules: { 'no-restricted-syntax': ['error', ...also, ...statesTold(TABLES, words)[place]] },
  }));

export default typescript.config(
  {
    ignores: ['dist/', 'coverage/', 'screens/', '.data/', '.nx/', '.angular/', 'libs/api-client/src/', 'test-results/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...typeScript, '**/*.mjs'],
    rules: {
      'max-lines': ['error', { max: 350 }],
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'object-shorthand': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: typeScript,
    extends: [...typescript.configs.recommended],
    plugins: { '@nx': nx },
    // Where a decorator keeps the type of a parameter (Nest, Angular), an import that looks like a type's is a value's.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    rules: {
      '@nx/enforce-module-boundaries': ['error', { allow: entriesByPath, depConstraints: directions }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // The suites of a test file stand in functions, and are as long as what they tell.
    files: tests,
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    // The one replaces the console to watch it; the other has nothing else to tell that the page could not start.
    files: ['libs/testing/src/alarms/console.ts', 'web/src/main.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['api/src/**/*.ts', 'libs/ui/src/**/*.ts'],
    ignores: ['**/*.spec.ts', ...otherStates],
    rules: { 'no-restricted-syntax': ['error', ...STATES_IN_CODE] },
  },
  {
    files: ['libs/demo/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...STATES_IN_STORIES] },
  },
  {
    // The rules know neither the clock nor the machine.
    files: ['libs/domain/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ regex: '^node:', message: 'libs/domain does no I/O.' }] }],
      'no-restricted-syntax': ['error', ...timeIsPassedIn, ...STATES_IN_CODE],
    },
  },
  {
    files: ['api/src/**/*.ts'],
    ignores: ['api/src/main.ts', '**/*.spec.ts', '**/demonstration/**', '**/*demonstration*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^@parc/(demo|testing)$', message: 'Only the demonstration loader and tests use it.' }],
          paths: [{ name: '@nestjs/common', importNames: ['Ip'], message: COUNTED }],
        },
      ],
    },
  },
  {
    files: ['api/src/**/*.ts'],
    ignores: ['api/src/platform/http/client-address.ts'],
    rules: { 'no-restricted-properties': ['error', { property: 'ip', message: COUNTED }] },
  },
  {
    files: angularCode,
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'parc', style: 'kebab-case' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'error',
      '@angular-eslint/prefer-signals': 'error',
    },
  },
  {
    files: ['web/src/app/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/*.fixture.ts', ...rolesByName],
    rules: {
      'no-restricted-syntax': ['error', ...rolesInCode, ...begunAnew, ...STATES_IN_CODE],
    },
  },
  {
    files: ['web/src/app/**/*.html', 'web/src/app/**/*.ts.html'],
    rules: {
      'no-restricted-syntax': ['error', ...rolesInTemplates, ...STATES_IN_TEMPLATES],
    },
  },
  ...otherWordsIn('api/src', 'ts', [], 'inCode'),
  ...otherWordsIn('libs/domain/src', 'ts', timeIsPassedIn, 'inCode'),
  ...otherWordsIn('web/src/app', 'ts', [...rolesInCode, ...begunAnew], 'inCode'),
  ...otherWordsIn('web/src/app', 'html', rolesInTemplates, 'inTemplates'),
  {
    files: [...STATE_ROWS, 'libs/domain/src/directory/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...timeIsPassedIn] },
  },
  {
    files: otherStates.filter((each) => each.startsWith('web')),
    ignores: ['**/*.spec.ts', '**/*.fixture.ts'],
    rules: { 'no-restricted-syntax': ['error', ...rolesInCode, ...begunAnew] },
  },
  {
    files: angularCode,
    ignores: ['web/src/app/shell/reading.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: frameworkReadings }] },
  },
  {
    files: ['web/src/**/*.html', 'libs/ui/src/**/*.html', 'web/src/**/*.ts.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
);
