import { describe, expect, it } from '@jest/globals';

import { codeOf } from '../cases/command-context.fixture.js';
import type { CommandContext } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { examples } from './command-examples.js';
import { canary, contextOf, evidence, split } from './command-table.fixture.js';
import { petitionCommands } from './command-table.js';

describe('what the host decides', () => {
  const acts = [
    ['settle', { explanation: 'text' }],
    ['decline', { reason: 'text' }],
    ['defer', { reviewOn: '2027-01-04', reason: 'text' }],
    ['reopen', { reason: 'text' }],
    ['markAbusive', { reason: 'text' }],
  ] as const;

  it.each(acts)('D10.1a: %s needs evidence when the lead office enters it', async (kind, body) => {
    await expect(split(kind, body)).rejects.toMatchObject({
      code: 'command.evidence_required',
      fields: [{ path: 'evidence' }],
    });
    expect((await split(kind, { ...body, evidence })).command.kind).toBe(kind);
  });

  it.each(acts)('%s needs none when the host does it', async (kind, body) => {
    expect((await split(kind, body, contextOf('host'))).command.kind).toBe(kind);
  });
});

describe('D11.1d: sealing a person', () => {
  it.each([
    ['clerk', 'leadOffice'],
    ['host', 'host'],
    ['admin', 'administrator'],
  ] as const)('a %s seals and opens as %s', async (role, by) => {
    for (const kind of ['protectIdentity', 'liftProtection'] as const)
      expect(
        (await split(kind, { reason: 'text', ...(kind === 'liftProtection' ? { evidence } : {}) }, contextOf(role)))
          .command,
      ).toEqual({ kind, by });
  });

  it('a clerk opens no seal without the document that says so', async () => {
    await expect(split('liftProtection', { reason: 'text' })).rejects.toMatchObject({
      code: 'command.evidence_required',
    });
  });

  it('D2.2: keeps another representative out of the command and of its words', async () => {
    const body = {
      representative: { name: canary, email: 'canary@example.com' },
      evidence: { ...evidence, signatory: 'x' },
    };

    const { command, words, beside } = await split('changeRepresentative', body);

    expect(command).toEqual({ kind: 'changeRepresentative', isReachableByMail: true });
    expect(JSON.stringify(words)).not.toContain(canary);
    expect(beside).toEqual({ representative: body.representative });
  });

  it('D2.2: only a collective has a representative', async () => {
    const context = contextOf('clerk');
    const scopes = { ...context.scopes, readable: () => Promise.resolve({ isCollective: false }) };

    await expect(
      split('changeRepresentative', examples.changeRepresentative, { ...context, scopes } as unknown as CommandContext),
    ).rejects.toMatchObject({ code: 'petition.not_collective' });
  });
});

describe('D8.1c: petitions that belong together', () => {
  const leading = '0190a7f4-3333-7abc-8def-0123456789ab';

  it('carries into which one it is merged', async () => {
    expect((await split('merge', { leading })).command).toEqual({
      kind: 'merge',
      into: { id: leading, number: 'KN-2026-000001' },
    });
  });

  it.each([
    ['petition.of_another_host', { organisation: codeOf('SXD') }],
    ['petition.leads_nobody', { stage: 'merged' }],
    ['petition.leads_nobody', { stage: 'submitted' }],
    ['petition.leads_nobody', { stage: 'withdrawn' }],
    ['petition.leads_nobody', { stage: 'redirected' }],
  ] as const)('is refused (%s) where the leading one is %j', async (code, changes) => {
    const context = contextOf('clerk');
    const petition = await context.scopes.readable(context.account, 'petition', 'p1');
    const scopes = { ...context.scopes, actionable: () => Promise.resolve({ ...petition, ...changes }) };

    await expect(
      split('merge', { leading }, { ...context, scopes } as unknown as CommandContext),
    ).rejects.toMatchObject({ code, fields: [{ path: 'leading' }] });
  });

  it('is refused as unknown where the account may not act on the leading one', async () => {
    const context = contextOf('clerk');
    const scopes = { ...context.scopes, actionable: () => Promise.reject(new ApiError('auth.out_of_scope')) };

    await expect(split('merge', { leading }, { ...context, scopes })).rejects.toMatchObject({
      code: 'petition.unknown',
    });
  });

  it('gives each matter of a letter an id, and keeps its words out of the command', async () => {
    const matters = [
      { title: canary, content: canary },
      { title: 'b', content: 'c' },
    ];

    const { command, words, beside } = await split('split', { matters });

    expect(command).toEqual({ kind: 'split', parts: beside?.parts?.map(({ id }) => id) });
    expect(JSON.stringify([command, words])).not.toContain(canary);
    expect(beside?.parts).toMatchObject(matters);
    expect(new Set(beside?.parts?.map(({ id }) => id)).size).toBe(2);
  });

  it('D4.1: nothing is classed as a state secret', () => {
    expect(petitionCommands.classify.body.safeParse({ classification: 'stateSecret' }).success).toBe(false);
  });
});
