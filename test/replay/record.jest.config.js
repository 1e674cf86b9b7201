import config from '../../jest.config.js';

/** `npm run replay:record`: the recorder is no test, so no tier finds it. */
const replay = config.projects.find(({ displayName }) => displayName === 'replay');

export default { ...replay, displayName: 'record', testMatch: ['<rootDir>/test/replay/record.ts'] };
