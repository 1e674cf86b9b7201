import config from '../../jest.config.js';

/** `npm run try:deployment`: builds an image and a Temporal server, minutes long, so no tier of `npm test` has it. */
const architecture = config.projects.find(({ displayName }) => displayName === 'architecture');

export default {
  ...architecture,
  displayName: 'deployment',
  testMatch: ['<rootDir>/test/deployment/*.try-spec.ts'],
};
