import { describe, expect, it } from '@jest/globals';

import {
  createLogger,
  nestLogger,
  temporalRuntimeOptions,
  withLogContext,
  type Logger,
  type LogLevel,
} from './index.js';

const canary = 'Nguyen Van Canary';

function aLogger(level: LogLevel = 'debug'): { readonly logger: Logger; readonly lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger({
    app: 'test',
    level,
    write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  return { logger, lines };
}

describe('createLogger', () => {
  it('writes one JSON line with message, level, application and fields', () => {
    const { logger, lines } = aLogger();

    logger.info('A petition was registered', { petitionId: 'p1' });

    expect(lines).toEqual([
      { at: expect.any(String), level: 'info', app: 'test', message: 'A petition was registered', petitionId: 'p1' },
    ]);
  });

  it('adds the ids of the work at hand, also after an await', async () => {
    const { logger, lines } = aLogger();

    await withLogContext({ requestId: 'r1' }, async () => {
      await Promise.resolve();
      withLogContext({ commandId: 'c1' }, () => {
        logger.warn('Something happened');
      });
    });

    expect(lines[0]).toMatchObject({ requestId: 'r1', commandId: 'c1' });
  });

  it('leaves out what is quieter than its level', () => {
    const { logger, lines } = aLogger('warn');

    logger.info('Quiet');
    logger.error('Loud');

    expect(lines.map(({ message }) => message)).toEqual(['Loud']);
  });

  it('keeps a line whose fields cannot be written', () => {
    const { logger, lines } = aLogger();
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;

    logger.info('Odd', { cycle, count: 1n });
    logger.info('Big', { count: 1n });

    expect(lines).toMatchObject([
      { message: 'Odd', unwritable: ['cycle', 'count'] },
      { message: 'Big', count: '1' },
    ]);
  });
});

describe('an error in a log line', () => {
  it.each([
    [
      'of the database',
      Object.assign(new Error(`invalid input: "${canary}"`), { severity: 'ERROR', code: '22P02', detail: canary }),
    ],
    [
      'of the row mapper',
      Object.assign(new Error(`duplicate ${canary}`), {
        name: 'QueryFailedError',
        parameters: [canary],
        query: 'select',
      }),
    ],
    ['of the JSON parser', new SyntaxError(`Unexpected token in ${canary}`)],
    [
      'beneath another',
      new Error('The command was not written', { cause: Object.assign(new Error(canary), { severity: 'ERROR' }) }),
    ],
  ])('%s never repeats the value at fault', (_, error) => {
    const { logger, lines } = aLogger();

    logger.error('It failed', { error });

    expect(JSON.stringify(lines)).not.toContain(canary);
  });

  it('keeps code, constraint and place', () => {
    const { logger, lines } = aLogger();

    logger.error('It failed', {
      error: Object.assign(new Error('x'), { code: '23505', constraint: 'accounts_username' }),
    });

    expect(lines[0]).toMatchObject({
      error: { name: 'Error', code: '23505', constraint: 'accounts_username', frames: expect.any(Array) },
    });
  });
});

describe('lines of others', () => {
  it('come from Nest with the class that spoke', () => {
    const { logger, lines } = aLogger();

    nestLogger(logger).warn('Slow', 'RouterExplorer');

    expect(lines[0]).toMatchObject({ level: 'warn', said: 'Slow', context: 'RouterExplorer' });
  });

  it('come from Temporal with their fields, and Temporal leaves the signals of the process alone', () => {
    const { logger, lines } = aLogger();
    const options = temporalRuntimeOptions(logger);

    options.logger.warn('Worker slow', { taskQueue: 'case', [Symbol('hidden')]: 1 });

    expect(options.shutdownSignals).toEqual([]);
    expect(lines[0]).toMatchObject({ level: 'warn', message: 'Worker slow', taskQueue: 'case' });
  });
});
