import type {
  CaseKind,
  DropReason,
  Instant,
  Letter,
  LocalDate,
  NamedField,
  OrganisationCode,
  PostKind,
  RecipientRole,
  ReportFigures,
  RuleId,
} from '@dialogue/domain';

import type { SalutationLanguage } from '../mail-settings/mail-settings.js';

export const deliveryStates = [
  'queued',
  'claimed',
  'sending',
  'sent',
  'deferred',
  'refused',
  'bounced',
  'uncertain',
  'dropped',
  'unaddressed',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

const settledStates: readonly DeliveryState[] = ['sent', 'refused', 'bounced', 'dropped', 'unaddressed'];

/** Nothing more happens to the letter by itself. */
export function isSettled(state: DeliveryState): boolean {
  return settledStates.includes(state);
}

/** What a person says of a letter that is in trouble. */
export type DeliveryDecision = 'resend' | 'confirmSent';

/** D11.3: in which states a person has something to say. What is on its way, or over, is not theirs to decide. */
const decidable: Readonly<Record<DeliveryDecision, readonly DeliveryState[]>> = {
  resend: ['uncertain', 'refused', 'bounced', 'unaddressed'],
  confirmSent: ['uncertain'],
};

export function canDecide(decision: DeliveryDecision, state: DeliveryState): boolean {
  return decidable[decision].includes(state);
}

/** To whom a letter goes. The petitioner's name and address stay sealed until the letter is written. */
export type DeliveryRecipient =
  | {
      readonly kind: 'officeHolder';
      readonly address: string;
      readonly fullName: string;
      readonly postKind: PostKind;
      readonly postTitle: string;
      readonly organisation: NamedOrganisation;
      /** The holder of the post is away, and this is who stands in. */
      readonly isDeputy: boolean;
    }
  /** The body's own address: nobody with one held a fitting post on the day. */
  | { readonly kind: 'body'; readonly address: string; readonly organisation: NamedOrganisation }
  | { readonly kind: 'petitioner' };

export interface NamedOrganisation {
  readonly code: OrganisationCode;
  readonly name: string;
}

/** What a letter belongs to: a case, a rollout to many, the silence of a body, or the digests of a day. */
export interface LetterOwner {
  readonly caseKind: CaseKind | 'rollout' | 'silence' | 'digest';
  readonly caseId: string;
}

/** Of which case a letter speaks. The title is somebody's words: into the body of a letter, never into a log. */
export interface CaseHeader extends LetterOwner {
  /** Of a report, and of a rollout, its id. */
  readonly number: string;
  /** Of a report the code of its period; null for a rollout. */
  readonly title: string | null;
  /** Of a petition. */
  readonly receivedOn: LocalDate | null;
  readonly organisation: NamedOrganisation;
  readonly leadOffice: NamedOrganisation;
}

/** Words and figures of a case that its letters need besides ids, codes and dates. */
export type CaseDetails =
  | {
      readonly kind: 'conference';
      readonly place: string;
      readonly contents: string;
      readonly programme: string | null;
      /** Whose head hosts. */
      readonly hostName: string;
    }
  | {
      readonly kind: 'report';
      /** As they were taken when it was submitted; null before. */
      readonly figures: ReportFigures | null;
      /** The list of fields, by whose names the figures are told (D5). */
      readonly fields: readonly NamedField[];
      readonly text: string;
      readonly reporterName: string;
    }
  /** The deliveries that go with a digest. */
  | { readonly kind: 'digest'; readonly parts: readonly string[] };

/** Everything that a letter is written from. */
export interface DeliveryToSend {
  readonly id: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly letter: Letter;
  /** The letter's key in its case, e.g. for threading. */
  readonly key: string;
  readonly rule: RuleId;
  readonly owedAt: Instant;
  /** The day that the letter bears: that on which it was owed or, if it had to wait, on which it leaves. */
  readonly sentOn: LocalDate;
  readonly salutationLanguage: SalutationLanguage;
  readonly role: RecipientRole;
  /** Null: nobody held a fitting post with an address on the day, and the body had none of its own. */
  readonly recipient: DeliveryRecipient | null;
  readonly header: CaseHeader;
  /** Null for a petition. */
  readonly details: CaseDetails | null;
  /** Names of the bodies that the letter mentions by code, and of the case's own. */
  readonly organisationNames: Readonly<Record<string, string>>;
}

/** `busy`: another attempt holds it. `uncertain`: the text may have gone out; a person decides. `done`: nothing left to do. */
export type Claim = 'claimed' | 'busy' | 'uncertain' | 'done';

/** What became of one attempt. `deferred` frees the letter for the next attempt. */
export interface AttemptOutcome {
  readonly state: 'sent' | 'deferred' | 'refused' | 'uncertain' | 'dropped';
  readonly smtpCode?: number | null;
  /** The server's words without any address in them. */
  readonly smtpAnswer?: string | null;
  readonly messageId?: string | null;
  readonly droppedBecause?: DropReason | null;
}
