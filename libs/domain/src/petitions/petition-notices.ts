import type { Letter } from '../cases/letter.js';
import type { Notice } from '../cases/notice.js';
import type { OrganisationCode } from '../organisations/organisation-code.js';
import type { RecipientRole } from '../organisations/recipients.js';
import { awaitedOf } from './petition-cooperation.js';
import type { DutyEndReason } from './petition-letters.js';
import { petitionDuties } from './petition-terms.js';
import type { Petition } from './petition.js';

/** A letter to the person, where one reaches them. */
export function toPetitioner(state: Petition, key: string, letter: Letter): readonly Notice[] {
  return state.isReachableByMail ? [{ key, letter, recipients: ['petitioner'] }] : [];
}

export function withPetitioner(state: Petition, roles: readonly RecipientRole[]): readonly RecipientRole[] {
  return state.isReachableByMail ? [...roles, 'petitioner'] : roles;
}

/** Tells whoever something is awaited from that nothing is any more: the agency and those who cooperate; nobody else. */
export function dutyEnded(
  state: Petition,
  because: DutyEndReason,
  { except = [] }: { readonly except?: readonly OrganisationCode[] } = {},
): readonly Notice[] {
  const { assignment, duties } = state;
  // While the matter is put off the agency is told that nothing is due, but not that nothing will be.
  const isAwaited = state.deferral != null || duties.some((duty) => petitionDuties[duty.kind].owedBy === 'agency');
  if (assignment === null || !isAwaited) return [];
  const { agency, round } = assignment;
  const each = because === 'deferred' ? `/${String((state.deferrals ?? 0) + 1)}` : '';
  const own: readonly Notice[] = [
    {
      key: `dutyEnded/${String(round)}${each}`,
      letter: { kind: 'dutyEnded', agency, because },
      recipients: ['handler', 'agencyHead'],
    },
  ];
  return [...(except.includes(agency) ? [] : own), ...cooperationEnded(state, because, { except, each })];
}

/** D11.1b: tells those who have not contributed that nothing is awaited from them any more. */
export function cooperationEnded(
  { assignment }: Petition,
  because: DutyEndReason,
  { except = [], each = '' }: { readonly except?: readonly OrganisationCode[]; readonly each?: string } = {},
): readonly Notice[] {
  if (assignment === null) return [];
  const awaited = awaitedOf(assignment).filter(({ agency }) => !except.includes(agency));
  return awaited.map(({ agency }) => ({
    key: `dutyEnded/${String(assignment.round)}/${agency}/${because}${each}`,
    letter: { kind: 'dutyEnded', agency, because },
    recipients: ['handler', 'agencyHead'],
  }));
}
