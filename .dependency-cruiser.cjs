const spec = String.raw`\.(spec|integration-spec|replay-spec|e2e-spec|fixture)\.ts$`;
const entry = String.raw`(^|[/.])(index|main)\.ts$`;

/** What Nx does not see: the files inside the rooms. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or the shared part belongs below both. Types may point back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is forgotten.',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [spec, entry, String.raw`\.d\.ts$`, String.raw`/migrations/\d{4}-`, '/fixtures/'],
      },
      to: {},
    },
    {
      name: 'no-spec-imported',
      comment: 'What ships must not need a test.',
      severity: 'error',
      from: { pathNot: [spec, '^test/', '^libs/testing/'] },
      to: { path: [spec, '^test/', '^libs/testing/'] },
    },
    {
      name: 'samples-apart',
      comment: 'Letters with made-up data are for whoever works on them; no image has them.',
      severity: 'error',
      from: { pathNot: [spec, '^libs/mail/src/preview/'] },
      to: { path: '^libs/mail/src/preview/' },
    },
    {
      name: 'features-apart',
      comment: 'Of another feature only the shape of its answers is known; what both need lies above them.',
      severity: 'error',
      from: {
        path: '^apps/admin-api/src/(petitions|organisations|posts|tables|conferences|reports|deliveries|calendar|deadlines|fields)/',
      },
      to: {
        path: '^apps/admin-api/src/(petitions|organisations|posts|tables|conferences|reports|deliveries|calendar|deadlines|fields)/',
        pathNot: ['^apps/admin-api/src/$1/', String.raw`\.response-schemas\.ts$`],
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '^test/architecture/fixtures/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@dialogue/source', 'import', 'require', 'node', 'default', 'types'],
    },
  },
};
