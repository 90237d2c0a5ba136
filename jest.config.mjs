import angularPresets from 'jest-preset-angular/presets/index.js';

const ignored = [
  '<rootDir>/dist/',
  '<rootDir>/.nx/',
  '<rootDir>/.angular/',
  '<rootDir>/.plumbline/',
  '<rootDir>/.stryker-tmp/',
];
const aliases = { '^@plumbline/(.*)$': '<rootDir>/libs/$1/index.ts' };

const swc = [
  '@swc/jest',
  {
    swcrc: false,
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    sourceMaps: 'inline',
  },
];

const node = {
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: aliases,
  modulePathIgnorePatterns: ignored,
  setupFilesAfterEnv: [
    '<rootDir>/libs/platform/testing/temporal-equality.ts',
    '<rootDir>/libs/platform/testing/patience.ts',
  ],
  transform: { '^.+\\.ts$': swc },
};

const webFolders = ['<rootDir>/apps/web/', '<rootDir>/libs/ui/', '<rootDir>/libs/[^/]+/web/'];

export default {
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.db\\.spec\\.ts$', '<rootDir>/e2e/', ...webFolders],
    },
    {
      ...node,
      displayName: 'db',
      testMatch: ['<rootDir>/**/*.db.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/e2e/'],
      globalSetup: '<rootDir>/tools/test/database-setup.mjs',
      globalTeardown: '<rootDir>/tools/test/database-teardown.mjs',
      setupFiles: ['<rootDir>/libs/platform/testing/redis-prefix.ts'],
      setupFilesAfterEnv: [...node.setupFilesAfterEnv, 'reflect-metadata'],
    },
    {
      ...angularPresets.createEsmPreset({
        tsconfig: '<rootDir>/tsconfig.web.json',
        diagnostics: { ignoreCodes: [151001] },
      }),
      rootDir: '.',
      displayName: 'web',
      testMatch: webFolders.map((folder) => `${folder.replace('[^/]+', '*')}**/*.spec.ts`),
      testPathIgnorePatterns: ['/node_modules/'],
      moduleNameMapper: { ...aliases, '^tslib$': 'tslib/tslib.es6.js' },
      modulePathIgnorePatterns: ignored,
      setupFilesAfterEnv: [
        '<rootDir>/libs/ui/testing/setup-jest.ts',
        '<rootDir>/libs/platform/testing/temporal-equality.ts',
        '<rootDir>/libs/platform/testing/patience.ts',
      ],
    },
  ],
};
