import { describe, expect, it } from '@jest/globals';
import { allowedFrom, surroundingsKinds } from '@dialogue/domain';

import { codeOf } from '../cases/command-context.fixture.js';
import { kindsOf } from '../cases/command-row.js';
import { ApiError } from '../errors/api-error.js';
import { canary, conferenceId, contextOf, evidence, split } from './command-table.fixture.js';
import { petitionCommands } from './command-table.js';
import { examples } from './command-examples.js';

const routedKinds = kindsOf(petitionCommands);

describe('the commands of a petition', () => {
  it('has a row for each command of the life cycle that people give', () => {
    const ofTheSystem = [
      'noteDelivery',
      'conferenceConcluded',
      'conferenceMoved',
      'conferencePostponed',
      'conferenceEnded',
      'followerJoined',
      'followerLeft',
      'leadingOutcome',
      'leadingEnded',
      ...surroundingsKinds.filter((kind) => kind !== 'adoptTerms'),
    ];

    expect([...routedKinds, 'register', ...ofTheSystem].sort()).toEqual(Object.keys(allowedFrom).sort());
  });

  it.each(routedKinds)('%s takes the body that the documentation shows', async (kind) => {
    const { command } = await split(kind, examples[kind]);

    expect(command.kind).toBe(kind);
  });

  it.each(routedKinds)('%s refuses a field that it does not know', (kind) => {
    expect(petitionCommands[kind].body.safeParse({ ...examples[kind], extra: 1 }).success).toBe(false);
  });

  it.each([
    ['redirect', { procedure: 'complaint', reason: canary }],
    ['acknowledge', { arrivalNumber: '1', receivedOn: '2026-11-23', evidence, remark: canary }],
    ['answer', { answer: 'measure', document: { number: '1', signedOn: '2026-11-23' }, text: canary, evidence }],
    [
      'contribute',
      { agency: 'SL-CA', document: { number: '1', signedOn: '2026-11-23' }, text: canary, evidence, remark: canary },
    ],
    ['returnAssignment', { reason: canary, evidence }],
    ['reassign', { agency: 'SL-STC', document: { number: '1', signedOn: '2026-11-23' }, reason: canary, evidence }],
    ['requestExtension', { wantedOn: '2026-12-24', legalBasis: canary, reason: canary, evidence }],
    ['grantExtension', { legalBasis: canary, remark: canary, evidence }],
    ['refuseExtension', { reason: canary, evidence }],
    ['approveAnswer', { decision: canary, remark: canary, evidence }],
    ['sendBackAnswer', { reason: canary, evidence }],
    ['recordResolution', { evidence, remark: canary }],
    ['withdraw', { reason: canary, evidence }],
    ['reopen', { reason: canary, evidence }],
    ['detach', { reason: canary }],
    ['settle', { explanation: canary, evidence }],
    ['decline', { reason: canary, evidence }],
    ['unmerge', { reason: canary }],
    ['classify', { urgency: 'urgent', reason: canary }],
    ['markAbusive', { reason: canary, evidence }],
    ['protectIdentity', { reason: canary }],
    ['liftProtection', { reason: canary, evidence }],
    ['defer', { reviewOn: '2027-01-04', reason: canary, evidence }],
    ['resume', { remark: canary }],
    ['refer', { to: 'SL-TU', reason: canary }],
    [
      'recordReferralOutcome',
      { outcome: 'returned', document: { number: '1', signedOn: '2026-11-23' }, remark: canary },
    ],
    ['close', { remark: canary }],
  ] as const)('%s keeps the words of people out of the command', async (kind, body) => {
    const { command, words } = await split(kind, body);

    expect(JSON.stringify(command)).not.toContain(canary);
    expect(JSON.stringify(words)).toContain(canary);
  });

  it('has no words where none were said', async () => {
    expect((await split('close', {})).words).toBeNull();
  });

  it('names the agency in an assignment, for the page of the case', async () => {
    expect((await split('assign', examples.assign)).command).toMatchObject({ agency: 'SL-SXD', agencyName: 'A body' });
  });
});

describe('D5: the field of a petition', () => {
  it.each(['accept', 'classify'] as const)('%s takes any that is in force today', async (kind) => {
    expect((await split(kind, { field: 'landAndHousing' })).command).toEqual({ kind, field: 'landAndHousing' });
  });

  it.each([
    ['accept', 'noneSuch', 'field.unknown'],
    ['classify', 'noneSuch', 'field.unknown'],
    ['accept', 'retired', 'field.not_in_force'],
    ['classify', 'retired', 'field.not_in_force'],
  ] as const)('%s refuses %s: %s', async (kind, field, code) => {
    await expect(split(kind, { field })).rejects.toMatchObject({ code, rule: 'D5', fields: [{ path: 'field' }] });
  });
});

describe('D11.1b: giving a petition to an agency', () => {
  it.each(['assign', 'reassign'] as const)(
    '%s needs one under the authority of the host, else it is referred',
    (kind) => {
      const body = { ...examples[kind], agency: 'SL-TU' };

      return expect(split(kind, body)).rejects.toMatchObject({
        code: 'petition.beyond_authority',
        fields: [{ path: 'agency', message: expect.stringContaining('refer') }],
      });
    },
  );
});

describe('D11.1b: cooperating bodies', () => {
  const document = { number: '1', signedOn: '2026-11-23' };

  it('are named in the assignment, and all under the authority of the host', async () => {
    const body = { agency: 'SL-SXD', cooperating: ['SL-STC'], document };

    expect((await split('assign', body)).command).toMatchObject({ cooperating: [{ code: 'SL-STC', name: 'A body' }] });
    expect((await split('assign', { ...body, cooperating: [] })).command).not.toHaveProperty('cooperating');
    await expect(split('assign', { ...body, cooperating: ['SL-STC', 'SL-TU'] })).rejects.toMatchObject({
      ...{ code: 'petition.beyond_authority', fields: [{ path: 'cooperating.1' }] },
    });
  });

  it('contribute for themselves, and for nobody else', async () => {
    const context = {
      ...contextOf('agency'),
      scopes: { ...contextOf('agency').scopes, scopeOf: () => Promise.resolve(['SL-CA'].map(codeOf)) },
    };
    const body = { document, text: 'x' };

    expect((await split('contribute', body, context)).command).toMatchObject({ agency: 'SL-CA', arrivedOn: null });
    await expect(split('contribute', { ...body, agency: 'SL-SYT' }, context)).rejects.toMatchObject({
      code: 'auth.out_of_scope',
    });
  });

  it('are to be named by whoever enters it for them, with evidence', async () => {
    const body = { document, text: 'x' };

    await expect(split('contribute', { ...body, agency: 'SL-CA' })).rejects.toMatchObject({
      code: 'command.evidence_required',
    });
    await expect(split('contribute', { ...body, evidence })).rejects.toMatchObject({
      ...{ code: 'petition.cooperating_unclear', fields: [{ path: 'agency' }] },
    });
  });
});

describe('an act of the host', () => {
  const document = { number: '1', signedOn: '2026-11-23' };
  const acts = [
    ['reassign', { agency: 'SL-STC', document, reason: 'x' }],
    ['grantExtension', { legalBasis: 'x' }],
    ['refuseExtension', { reason: 'x' }],
    ['approveAnswer', {}],
    ['sendBackAnswer', { reason: 'x' }],
    ['settle', { explanation: 'x' }],
    ['decline', { reason: 'x' }],
    ['defer', { reviewOn: '2027-01-04', reason: 'x' }],
    ['reopen', { reason: 'x' }],
  ] as const;

  it.each(acts)('D10.1a: %s needs evidence when the lead office enters it', async (kind, body) => {
    await expect(split(kind, body)).rejects.toMatchObject({ code: 'command.evidence_required' });
  });

  it.each(acts)('%s needs none when the host does it', async (kind, body) => {
    expect((await split(kind, body, contextOf('host'))).command.kind).toBe(kind);
  });

  it.each([
    [{}, false],
    [{ decision: 'x' }, true],
  ])('D11.1c: approves with a decision, or without (%j)', async (body, isDecided) => {
    expect((await split('approveAnswer', body, contextOf('host'))).command).toEqual({
      kind: 'approveAnswer',
      isDecided,
    });
  });

  it('D11.1c: grants what was asked for, with a report on the progress, unless it says otherwise', async () => {
    expect((await split('grantExtension', { legalBasis: 'x' }, contextOf('host'))).command).toEqual({
      ...{ kind: 'grantExtension', newOn: null, isProgressReportDue: true },
    });
  });
});

describe('D10.1c: referring', () => {
  it('names the authority, for the page of the case', async () => {
    expect((await split('refer', examples.refer)).command).toEqual({ kind: 'refer', to: 'SL-TU', toName: 'A body' });
  });

  it('needs an authority that is in force', async () => {
    await expect(split('refer', { to: 'SL-NONE', reason: 'x' })).rejects.toMatchObject({
      code: 'organisation.unknown',
      fields: [{ path: 'to' }],
    });
  });
});

describe('D8.1e: attaching to a conference', () => {
  const body = { conference: conferenceId };

  it.each(['planning', 'preparing'] as const)('is possible while it is %s, and carries its day', async (stage) => {
    expect((await split('attachToConference', body, contextOf('clerk', stage))).command).toEqual({
      kind: 'attachToConference',
      conference: { id: conferenceId, number: 'HN-2026-000001', on: '2026-12-21' },
    });
  });

  it.each(['drafted', 'held', 'followUp', 'closed', 'cancelled'] as const)(
    'is not possible while it is %s',
    async (stage) => {
      await expect(split('attachToConference', body, contextOf('clerk', stage))).rejects.toMatchObject({
        code: 'conference.takes_no_petitions',
        fields: [{ path: 'conference' }],
      });
    },
  );

  it('D10.1a: is possible only where the host answers for whom the petition was addressed to', async () => {
    const other = contextOf('clerk', 'preparing', ['SXD']);

    await expect(split('attachToConference', body, other)).rejects.toMatchObject({
      code: 'conference.of_another_host',
    });
  });

  it('to one that the account may not see is told as unknown', async () => {
    const context = contextOf('clerk');
    const blind = {
      ...context,
      scopes: { ...context.scopes, readable: () => Promise.reject(new ApiError('conference.not_found')) },
    };

    await expect(split('attachToConference', body, blind)).rejects.toMatchObject({ code: 'conference.unknown' });
  });
});

describe('an act of the agency', () => {
  const acts = [
    ['acknowledge', { arrivalNumber: '1', receivedOn: '2026-11-23' }],
    ['answer', { answer: 'measure', document: { number: '1', signedOn: '2026-11-23' }, text: 'text' }],
    ['returnAssignment', { reason: 'x' }],
    ['requestExtension', { wantedOn: '2026-12-24', legalBasis: 'x', reason: 'x' }],
  ] as const;

  it.each(acts)('%s needs evidence when the lead office enters it', async (kind, body) => {
    await expect(split(kind, body)).rejects.toMatchObject({
      code: 'command.evidence_required',
      fields: [{ path: 'evidence' }],
    });
  });

  it.each(acts)('%s needs none when the agency does it', async (kind, body) => {
    expect((await split(kind, body, contextOf('agency'))).command.kind).toBe(kind);
  });

  it('carries whether its day of receipt was proven', async () => {
    const [, body] = acts[0];

    expect((await split('acknowledge', { ...body, evidence })).command).toMatchObject({ isEvidenced: true });
    expect((await split('acknowledge', body, contextOf('agency'))).command).toMatchObject({ isEvidenced: false });
  });

  it('has an arrival stamp only when the lead office enters it', async () => {
    const body = { ...acts[1][1], arrivedOn: '2026-11-22' };

    await expect(split('answer', body, contextOf('agency'))).rejects.toMatchObject({
      code: 'command.field_of_lead_office',
    });
    expect((await split('answer', { ...body, evidence })).command).toMatchObject({ arrivedOn: '2026-11-22' });
  });
});

describe('days in a command', () => {
  it.each([
    ['2026-02-30', 'is not in the calendar'],
    ['2014-12-31', 'lies before the register'],
    ['23/11/2026', 'is written another way'],
    ['', 'is empty'],
  ])('%s %s', (receivedOn) => {
    const result = petitionCommands.acknowledge.body.safeParse({ arrivalNumber: '1', receivedOn });

    expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual(['receivedOn']);
  });
});
