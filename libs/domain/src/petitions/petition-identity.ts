import type { Decision } from '../cases/case-machine.js';
import { accepted, refused, type Asked } from './petition-asked.js';
import type { Petition } from './petition.js';

/** Who stands behind a petition: sealed, opened again, represented by another (D2.2, D11.1d). The data stay in the register. */
export const decideIdentity = { protectIdentity, liftProtection, changeRepresentative };

/** D11.1d: from now on only named roles read who it is. */
function protectIdentity({ state, command, at, on }: Asked<'protectIdentity'>): Decision<Petition> {
  if (state.protection != null) return refused('case.unchanged', 'D11.1d');
  const { by } = command;
  const after: Petition = { ...state, protection: { by, since: on } };
  return accepted('identityProtected', { at, rule: 'D11.1d', facts: { by }, state: after }, []);
}

/** D11.1d: never by the role that sealed it. */
function liftProtection({ state, command, at }: Asked<'liftProtection'>): Decision<Petition> {
  const { protection } = state;
  if (protection == null) return refused('petition.not_protected', 'D11.1d');
  const { by } = command;
  if (protection.by === by) return refused('petition.protected_by_same_role', 'D11.1d');
  const facts = { by, sealedBy: protection.by, sealedOn: protection.since };
  const after: Petition = { ...state, protection: null };
  return accepted('protectionLifted', { at, rule: 'D11.1d', facts, state: after }, []);
}

/** D2.2: another speaks for the collective; whether a letter reaches them is all that the case needs to know. */
function changeRepresentative({ state, command, at }: Asked<'changeRepresentative'>): Decision<Petition> {
  const { isReachableByMail } = command;
  const after: Petition = { ...state, isReachableByMail };
  return accepted('representativeChanged', { at, rule: 'D2.2', facts: { isReachableByMail }, state: after }, []);
}
