import type { AccountRole, HistoryRow } from '@dialogue/persistence';
import { describe, expect, it } from '@jest/globals';

import { toHistory } from './case.response.js';

function anEvent(command: string): HistoryRow {
  return {
    ...{
      sequence: 2,
      event: 'identityProtected',
      at: 0,
      rule: 'D11.1d',
      facts: {},
      actor: null,
      link: null,
      recordedAt: 0,
    },
    ...{ command, commandId: null, words: { reason: 'Bị đe dọa sau khi phản ánh.' } },
  };
}

describe('D11.1d: why a person is protected', () => {
  const shownTo = (role: AccountRole, command: string): unknown =>
    toHistory('petition', anEvent(command), { role }).words;

  it.each(['agency', 'monitor', 'auditor'] as const)('is not shown to: %s', (role) => {
    expect(['protectIdentity', 'liftProtection'].map((command) => shownTo(role, command))).toEqual([null, null]);
    expect(shownTo(role, 'decline')).not.toBeNull();
  });

  it.each(['clerk', 'host', 'admin'] as const)('is shown to: %s', (role) => {
    expect(shownTo(role, 'protectIdentity')).not.toBeNull();
  });
});
