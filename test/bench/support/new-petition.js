import { sealIdentity, sealingKey } from '@dialogue/persistence';

import { office, registration } from './petition-life.js';

const key = sealingKey(Buffer.alloc(32, 'test'));

/**
 * What the door writes beside the first command of a petition: its master row, and who stands behind it, sealed.
 *
 * @param {string} id
 * @param {string} receivedOn
 */
export function newPetition(id, receivedOn) {
  const { title, content, source, category, petitioner } = registration;
  const { organisation, leadOffice } = office;
  const submission = {
    ...{ id, title, content, source, category, organisation, leadOffice, receivedOn },
    ...{ isCollective: false, isWrittenAnswerRequired: false, isReachableByMail: true },
  };
  const identity = { address: null, phone: null, representative: null, ...petitioner };
  const sealedIdentity = sealIdentity(identity, id, key);
  return { caseKind: 'petition', submission, sealedIdentity };
}
