import config from '../../jest.config.js';

/** `npm run life-cycles`: the writer is no test, so no tier finds it. */
const architecture = config.projects.find(({ displayName }) => displayName === 'architecture');

export default { ...architecture, displayName: 'life-cycles', testMatch: ['<rootDir>/test/life-cycles/write.ts'] };
