import type { OutgoingLetter } from '@dialogue/activities';
import { dateAt } from '@dialogue/domain';
import { composeLetter } from '@dialogue/mail';
import {
  openIdentity,
  type CaseHeader,
  type Deliveries,
  type DeliveryToSend,
  type IdentityStore,
  type PetitionerIdentity,
  type SealingKey,
} from '@dialogue/persistence';

/** What writing a letter needs: the register, the seal, and where people reach the case. */
export interface LetterWriterPorts {
  readonly deliveries: Pick<Deliveries, 'loadDelivery'>;
  readonly identities: IdentityStore;
  readonly sealingKey: SealingKey;
  readonly publicUrl: string;
}

/** Where the API shows what a letter belongs to. */
const places: Readonly<Record<CaseHeader['caseKind'], (id: string) => string>> = {
  petition: (id) => `/v1/petitions/${id}`,
  conference: (id) => `/v1/conferences/${id}`,
  report: (id) => `/v1/reports/${id}`,
  // `calendar/2`: so far only editions of the calendar write letters of their own.
  rollout: (id) => `/v1/calendar/editions/${id.split('/')[1] ?? ''}`,
};

interface Addressee {
  readonly to: string;
  readonly salutation: string | null;
  readonly petitionerName: string | null;
}

/** Turns a delivery of the register into a letter; null when there is nobody to address any more. */
export function createLetterWriter(ports: LetterWriterPorts): (deliveryId: string) => Promise<OutgoingLetter | null> {
  return async (deliveryId) => {
    const delivery = await ports.deliveries.loadDelivery(deliveryId);
    if (delivery === null) return null;
    const addressee = await addresseeOf(ports, delivery);
    return addressee === null ? null : write(delivery, addressee, ports.publicUrl);
  };
}

function write(delivery: DeliveryToSend, { to, ...addressee }: Addressee, publicUrl: string): OutgoingLetter {
  const { header, details, letter, role, organisationNames, owedAt } = delivery;
  const composed = composeLetter({
    ...addressee,
    letter,
    recipientRole: role,
    organisationNames,
    caseNumber: header.number,
    caseTitle: header.title,
    details,
    leadOfficeName: header.leadOffice.name,
    publicUrl,
    link: new URL(places[header.caseKind](header.caseId), publicUrl).href,
    // A letter bears the day on which it was owed: its count of working days is from that day, in virtual time too.
    sentOn: dateAt(owedAt),
  });
  return { deliveryId: delivery.id, to, ...composed };
}

/** D11.1d: the petitioner's name and address are read through the one path that leaves a trace. */
async function addresseeOf(ports: LetterWriterPorts, { recipient, header }: DeliveryToSend): Promise<Addressee | null> {
  if (recipient === null) return null;
  if (recipient.kind === 'officeHolder')
    return { to: recipient.address, salutation: recipient.postTitle, petitionerName: null };
  if (recipient.kind === 'body')
    return { to: recipient.address, salutation: recipient.organisation.name, petitionerName: null };
  const identity = await readPetitioner(ports, header.caseId);
  return identity?.email == null ? null : { to: identity.email, salutation: null, petitionerName: identity.name };
}

async function readPetitioner(
  { identities, sealingKey }: LetterWriterPorts,
  petitionId: string,
): Promise<PetitionerIdentity | null> {
  const sealed = await identities.readIdentity(petitionId, null, 'letter');
  return sealed === null ? null : openIdentity(sealed, petitionId, sealingKey);
}
