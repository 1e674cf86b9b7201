import { DomainError, domainErrorCodes, type DomainErrorCode } from '@dialogue/domain';
import { describe, expect, it } from '@jest/globals';

import { ApiError, apiErrorStatus, type ApiErrorCode } from './api-error.js';
import { CommandRefused } from './command-refused.js';
import { errorResponse } from './error-response.js';

describe('errorResponse', () => {
  it.each(Object.entries(domainErrorCodes))('tells the rule error %s by its class, %s', (code, errorClass) => {
    const { status, body } = errorResponse(new DomainError(code as DomainErrorCode));

    expect(status).toBe({ conflict: 409, unprocessable: 422, missing: 404 }[errorClass as string]);
    expect(body).toMatchObject({ code, message: expect.stringMatching(/\S+ \S+/) });
  });

  it.each(Object.entries(apiErrorStatus))('tells %s with status %i and a sentence', (code, status) => {
    const response = errorResponse(new ApiError(code as ApiErrorCode));

    expect(response).toMatchObject({ status, body: { code, message: expect.stringMatching(/\S+ \S+/) } });
  });

  it('tells a refusal with its rule, its article, its command, and from where the command would be possible', () => {
    const error = new CommandRefused(
      { code: 'petition.transition_refused', rule: 'D11.3' },
      { id: 'c1', kind: 'accept' },
    );

    expect(errorResponse(error)).toMatchObject({
      status: 409,
      body: {
        code: 'petition.transition_refused',
        rule: 'D11.3',
        article: 'khoản 3 Điều 11',
        commandId: 'c1',
        message:
          'Không thể thụ lý kiến nghị ở giai đoạn hiện nay. Việc này chỉ thực hiện được khi kiến nghị ở giai đoạn: đã tiếp nhận.',
      },
    });
  });

  it.each([
    ['a refused connection', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
    ['a server that is shutting down', Object.assign(new Error('x'), { code: '57P01', severity: 'FATAL' })],
    ['a server that is starting', Object.assign(new Error('x'), { code: '57P03', severity: 'FATAL' })],
    ['a connection that broke', new Error('Connection terminated unexpectedly')],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect')],
    ['an error behind the row mapper', Object.assign(new Error('x'), { driverError: { code: '08006' } })],
    ['several addresses that all refuse', Object.assign(new Error(''), { errors: [{ code: 'ECONNREFUSED' }] })],
  ])('takes %s for PostgreSQL being away', (_, error) => {
    expect(errorResponse(error)).toMatchObject({
      status: 503,
      headers: { 'Retry-After': '5' },
      body: { code: 'service.unavailable' },
    });
  });

  it.each([
    ['a violated constraint', Object.assign(new Error('secret detail'), { code: '23505', severity: 'ERROR' })],
    ['a bug', new TypeError('secret detail')],
    ['something thrown that is no error', 'secret detail'],
  ])('tells nothing of %s', (_, error) => {
    const response = errorResponse(error);

    expect(response).toMatchObject({ status: 500, body: { code: 'server.error' } });
    expect(JSON.stringify(response)).not.toContain('secret');
  });

  it('takes an instant that PostgreSQL does not know for a wrong request: a cursor written by hand', () => {
    expect(errorResponse(Object.assign(new Error('x'), { code: '22008', severity: 'ERROR' })).status).toBe(400);
  });

  it('says how to log in where that is needed', () => {
    expect(errorResponse(new ApiError('auth.required')).headers).toEqual({
      'WWW-Authenticate': 'Bearer realm="dialogue"',
    });
  });
});
