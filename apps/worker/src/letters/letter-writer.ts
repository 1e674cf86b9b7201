import type { OutgoingLetter } from '@dialogue/activities';
import { localDate, yearOf, type CalendarRange, type ContactKind, type LocalDate } from '@dialogue/domain';
import { composeEntry, composeLetter, type DigestEntry, type LetterRequest, type OfficeContact } from '@dialogue/mail';
import {
  openIdentity,
  type CaseHeader,
  type Contacts,
  type Deliveries,
  type DeliveryToSend,
  type IdentityStore,
  type Ledger,
  type LinkIssuer,
  type PetitionerIdentity,
  type SealingKey,
} from '@dialogue/persistence';

import { actionLinkOf } from './action-link.js';

/** What writing a letter needs: the register, the calendar, the seal, and where people reach the case. */
export interface LetterWriterPorts {
  readonly deliveries: Pick<Deliveries, 'loadDelivery'>;
  readonly contacts: Pick<Contacts, 'list'>;
  readonly calendar: Pick<Ledger, 'loadCalendar'>;
  readonly identities: IdentityStore;
  readonly links: LinkIssuer;
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
  silence: () => '/v1/deliveries/silent-bodies',
  // Each of its parts leads to its own case.
  digest: () => '/v1/deliveries',
};

interface Addressee {
  readonly to: string;
  readonly salutation: string | null;
  readonly isToDeputy: boolean;
  readonly petitionerName: string | null;
}

/** Turns a delivery of the register into a letter; null when there is nobody to address any more. */
export function createLetterWriter(ports: LetterWriterPorts): (deliveryId: string) => Promise<OutgoingLetter | null> {
  return async (deliveryId) => {
    const delivery = await ports.deliveries.loadDelivery(deliveryId);
    if (delivery === null) return null;
    const addressee = await addresseeOf(ports, delivery);
    if (addressee === null) return null;
    const composed = await composeLetter(await requestOf(ports, delivery, addressee));
    return { deliveryId: delivery.id, to: addressee.to, ...composed };
  };
}

/** To whom a letter of the register goes; nobody, where there is none, or nobody to address. */
export function createSentTo(
  ports: Pick<LetterWriterPorts, 'deliveries' | 'identities' | 'sealingKey'>,
): (deliveryId: string) => Promise<readonly string[]> {
  return async (deliveryId) => {
    const delivery = await ports.deliveries.loadDelivery(deliveryId);
    const addressee = delivery === null ? null : await addresseeOf(ports, delivery);
    return addressee === null ? [] : [addressee.to];
  };
}

/** What a letter is written from; of a digest also what each of its parts says. */
async function requestOf(
  ports: LetterWriterPorts,
  delivery: DeliveryToSend,
  addressee: Addressee,
): Promise<LetterRequest> {
  const { details } = delivery;
  const request = await requestWithout(ports, delivery, addressee);
  if (details?.kind !== 'digest') return { ...request, details };
  const parts = [];
  for (const id of details.parts) parts.push(await ports.deliveries.loadDelivery(id));
  const known = parts.filter((part) => part !== null);
  const entries = [];
  for (const part of known) entries.push(await entryOf(ports, part, addressee));
  const leadOfficeName = [...new Set(known.map(({ header }) => header.leadOffice.name))].join(', ');
  return { ...request, leadOfficeName, details: { kind: 'digest', entries } };
}

async function entryOf(ports: LetterWriterPorts, part: DeliveryToSend, addressee: Addressee): Promise<DigestEntry> {
  // A digest has no digests in it.
  const details = part.details?.kind === 'digest' ? null : part.details;
  return composeEntry({ ...(await requestWithout(ports, part, addressee)), details });
}

async function requestWithout(
  { contacts, calendar, links, publicUrl }: LetterWriterPorts,
  delivery: DeliveryToSend,
  { to: _to, ...addressee }: Addressee,
): Promise<Omit<LetterRequest, 'details'>> {
  const { header, letter, role, organisationNames, sentOn, salutationLanguage } = delivery;
  return {
    ...addressee,
    letter,
    salutationLanguage,
    recipientRole: role,
    organisationNames,
    caseNumber: header.number,
    caseTitle: header.title,
    leadOfficeName: header.leadOffice.name,
    leadOfficeContact: await contactOf(contacts, header.leadOffice.code, sentOn),
    calendar: await calendar.loadCalendar(yearsAround(sentOn)),
    publicUrl,
    link: new URL(places[header.caseKind](header.caseId), publicUrl).href,
    actionLink: await actionLinkOf({ links, publicUrl }, delivery),
    // A letter bears the day on which it was owed, or to which it had to wait: its count of working days is from that day,
    // in virtual time too.
    sentOn,
  };
}

/** Who handles cases there is called before the desk; what one of them lacks, the other may have. */
const called: readonly ContactKind[] = ['handler', 'desk'];

async function contactOf(
  contacts: LetterWriterPorts['contacts'],
  office: string,
  on: LocalDate,
): Promise<OfficeContact> {
  const known = await contacts.list(office, on);
  const inOrder = called.flatMap((kind) => known.filter((contact) => contact.kind === kind));
  return {
    phone: inOrder.find(({ phone }) => phone !== null)?.phone ?? null,
    email: inOrder.find(({ email }) => email !== null)?.email ?? null,
  };
}

/** This year and the next, as far as they are published: no letter waits for a calendar. */
function yearsAround(on: LocalDate): CalendarRange {
  const year = yearOf(on);
  return {
    from: localDate(`${year}-01-01`),
    until: localDate(`${year + 1}-12-31`),
    neededUntil: localDate(`${year - 1}-12-31`),
  };
}

/** D11.1d: the petitioner's name and address are read through the one path that leaves a trace. */
async function addresseeOf(
  ports: Pick<LetterWriterPorts, 'identities' | 'sealingKey'>,
  { recipient, header }: DeliveryToSend,
): Promise<Addressee | null> {
  if (recipient === null) return null;
  if (recipient.kind === 'officeHolder')
    return { ...nobody, to: recipient.address, salutation: recipient.postTitle, isToDeputy: recipient.isDeputy };
  if (recipient.kind === 'body') return { ...nobody, to: recipient.address, salutation: recipient.organisation.name };
  const identity = await readPetitioner(ports, header.caseId);
  return identity?.email == null ? null : { ...nobody, to: identity.email, petitionerName: identity.name };
}

const nobody = { salutation: null, isToDeputy: false, petitionerName: null } as const;

async function readPetitioner(
  { identities, sealingKey }: Pick<LetterWriterPorts, 'identities' | 'sealingKey'>,
  petitionId: string,
): Promise<PetitionerIdentity | null> {
  const sealed = await identities.readIdentity(petitionId, null, 'letter');
  return sealed === null ? null : openIdentity(sealed, petitionId, sealingKey);
}
