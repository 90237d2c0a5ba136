import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const boundaries = [
  // Layers: who may look at whom (docs/architecture.md, "Boundaries").
  { sourceTag: 'layer:engine', onlyDependOnLibsWithTags: ['layer:engine'] },
  { sourceTag: 'layer:schema', onlyDependOnLibsWithTags: ['layer:schema', 'layer:engine'] },
  { sourceTag: 'layer:platform', onlyDependOnLibsWithTags: ['layer:platform'] },
  // the kit shows verdicts, traces and calls by the engine's and the API's own words (docs/decisions/0007-…)
  { sourceTag: 'layer:ui', onlyDependOnLibsWithTags: ['layer:ui', 'layer:engine', 'thing:api'] },
  {
    sourceTag: 'layer:web',
    onlyDependOnLibsWithTags: ['layer:web', 'layer:schema', 'layer:engine', 'layer:ui'],
  },
  {
    sourceTag: 'layer:server',
    onlyDependOnLibsWithTags: ['layer:server', 'layer:schema', 'layer:engine', 'layer:platform'],
  },
  { sourceTag: 'layer:app', onlyDependOnLibsWithTags: ['*'] },
  // Things: a schema is public; a server reaches other servers only along this acyclic list, a web only its own.
  ...Object.entries({
    documents: [],
    vendors: ['documents'],
    calendars: ['vendors'],
    people: ['vendors'],
    activity: [],
    notifications: [],
    measurements: ['vendors', 'calendars'],
    contracts: ['documents', 'vendors', 'measurements'],
    slas: ['vendors', 'measurements', 'contracts'],
    scorecards: ['vendors', 'measurements', 'contracts', 'slas'],
    credits: ['vendors', 'measurements', 'contracts', 'slas'],
    clocks: ['vendors'],
    incidents: ['documents', 'vendors', 'calendars', 'measurements', 'contracts', 'slas', 'clocks'],
  }).flatMap(([thing, servers]) => [
    {
      allSourceTags: [`thing:${thing}`, 'layer:server'],
      onlyDependOnLibsWithTags: [
        `thing:${thing}`,
        ...servers.map((name) => `thing:${name}`),
        'layer:schema',
        'layer:engine',
        'layer:platform',
      ],
    },
    {
      allSourceTags: [`thing:${thing}`, 'layer:web'],
      onlyDependOnLibsWithTags: [`thing:${thing}`, 'layer:schema', 'layer:engine', 'layer:ui'],
    },
  ]),
];

/** The one door to data is platform/database: nobody else opens a connection or holds a repository. */
const door = {
  patterns: [
    {
      group: ['typeorm'],
      importNames: ['DataSource', 'Repository', 'getRepository', 'createConnection'],
      message: 'Data is reached through withTenant (libs/platform/database), invariant 2.',
    },
    {
      group: ['pg', 'pg-copy-streams'],
      allowTypeImports: true,
      message: 'Connections belong to libs/platform/database, invariant 2.',
    },
  ],
};

export default tseslint.config(
  {
    ignores: [
      'dist/',
      '.nx/',
      '.angular/',
      '.plumbline/',
      'node_modules/',
      'coverage/',
      'reports/',
      '.stryker-tmp/',
      'test-results/',
      'playwright-report/',
    ],
  },
  { plugins: { '@nx': nx } },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: false } },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          // programs that compose: the migration, the demo, the browser tests
          // regular expressions, unless they end in /* or /**
          allow: [
            '/migrations/index$',
            '/[^/]+/src/create-',
            '/api/src/[a-z-]+-under-test$',
            '/tools/bootstrap/[^/]+\\.mjs$',
          ],
          enforceBuildableLibDependency: false,
          // specs load a whole process lazily, once its environment is set
          checkDynamicDependenciesExceptions: ['.*'],
          depConstraints: boundaries,
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/no-restricted-imports': ['error', door],
      'no-console': 'error',
      'max-lines': ['warn', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-params': ['warn', { max: 7 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    // Nest reads constructor parameter types at run time: those imports must stay values.
    files: ['libs/*/server/**/*.ts', 'libs/platform/**/*.ts', 'apps/api/**/*.ts', 'apps/worker/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: [
      'libs/platform/database/**/*.ts',
      'libs/platform/testing/**/*.ts',
      'migrations/**/*.ts',
      'tools/**/*.ts',
      'e2e/**/*.ts',
      'apps/api/src/worker-death.db.spec.ts',
    ],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    // The engine reads no clock, no process zone and no random source (invariant 4).
    files: ['libs/sla-engine/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: {
      'no-restricted-globals': ['error', 'Date', 'process', 'setTimeout', 'performance', 'crypto'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random' },
        { object: 'Temporal', property: 'Now' },
      ],
    },
  },
  {
    files: ['libs/*/web/**/*.ts', 'libs/ui/**/*.ts', 'apps/web/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-selector': ['error', { type: 'element', prefix: 'pl', style: 'kebab-case' }],
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
    },
  },
  {
    files: ['**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  { files: ['tools/**', 'e2e/**', 'libs/sla-engine/cli/**'], rules: { 'no-console': 'off' } },
  prettier,
);
