import type { CaseKind } from '../cases/ledger-entry.js';
import type { Ladder } from '../cases/duty.js';
import { defaultConferenceTerms } from '../conferences/conference-terms.js';
import {
  conferenceDutyKinds,
  type ConferenceDutyKind,
  type ConferenceTerms,
  type MilestoneCount,
} from '../conferences/conference.js';
import type { PostKind } from '../organisations/recipients.js';
import { defaultPetitionTerms } from '../petitions/petition-terms.js';
import { petitionDutyKinds, type PetitionDutyKind, type PetitionTerms } from '../petitions/petition.js';
import { defaultReportTerms } from '../reports/report-terms.js';
import { reportDutyKinds, type ReportDutyKind, type ReportTerms } from '../reports/report.js';

/** The terms of each kind of case. */
export interface TermsByKind {
  readonly petition: PetitionTerms;
  readonly conference: ConferenceTerms;
  readonly report: ReportTerms;
}

/** What an office sets for petitions; what it does not name stays as it is by default. A ladder is set as a whole. */
export interface PetitionOverrides {
  readonly duties?: Overridden<PetitionDutyKind, { workingDays: number; ladder: Ladder }> | undefined;
  readonly reopeningMonths?: number | undefined;
  readonly reworkWorkingDays?: number | undefined;
  readonly followUpWorkingDays?: number | undefined;
  readonly extensionCount?: number | undefined;
  readonly extensionWorkingDays?: number | undefined;
}

/** What an office sets for conferences. */
export interface ConferenceOverrides {
  readonly duties?: Overridden<ConferenceDutyKind, { count: MilestoneCount; ladder: Ladder }> | undefined;
  readonly cutOffDays?: number | undefined;
  /** Kinds of post that may host besides those of D1. */
  readonly hostKinds?: readonly PostKind[] | undefined;
}

/** What an office sets for period reports. The days of D14.1 are no terms: nobody sets them. */
export interface ReportOverrides {
  readonly duties?: Overridden<ReportDutyKind, { ladder: Ladder }> | undefined;
  readonly upwardsWorkingDays?: number | undefined;
}

/** Local terms as an office writes them down: only what differs, for the kinds of case of which it speaks (D13.1). */
export interface TermsOverrides {
  readonly petition?: PetitionOverrides | undefined;
  readonly conference?: ConferenceOverrides | undefined;
  readonly report?: ReportOverrides | undefined;
}

type Overridden<Kind extends string, Terms> = Readonly<Partial<Record<Kind, Differing<Terms> | undefined>>>;
type Differing<Terms> = { readonly [Field in keyof Terms]?: Terms[Field] | undefined };

/** What holds where no office has set anything. */
export const defaultTerms: TermsByKind = {
  petition: defaultPetitionTerms,
  conference: defaultConferenceTerms,
  report: defaultReportTerms,
};

/** D13.1: the defaults, but for what an office has set, under the version that a case remembers them by. */
export function applyTerms<Kind extends CaseKind>(
  kind: Kind,
  overrides: NonNullable<TermsOverrides[Kind]>,
  version: string,
): TermsByKind[Kind] {
  const apply: (own: NonNullable<TermsOverrides[Kind]>, version: string) => TermsByKind[Kind] = appliers[kind];
  return apply(overrides, version);
}

/** The name of the terms that an organisation has set from a day on. */
export function termsVersion(organisation: string, validFrom: string): string {
  return `${organisation}/${validFrom}`;
}

/** D13.1: the kinds of post that may host a conference of an organisation with these terms, besides those of D1. */
export function hostKindsOf({ hostKinds = [] }: Pick<ConferenceTerms, 'hostKinds'>): readonly PostKind[] {
  return hostKinds;
}

const appliers: {
  readonly [Kind in CaseKind]: (own: NonNullable<TermsOverrides[Kind]>, version: string) => TermsByKind[Kind];
} = { petition: petitionTerms, conference: conferenceTerms, report: reportTerms };

function petitionTerms({ duties = {}, ...own }: PetitionOverrides, version: string): PetitionTerms {
  const terms = defaultPetitionTerms;
  return {
    ...terms,
    ...given(own),
    version,
    duties: petitionDutyKinds.reduce(
      (all, kind) => ({ ...all, [kind]: { ...all[kind], ...given(duties[kind] ?? {}) } }),
      terms.duties,
    ),
  };
}

function conferenceTerms({ duties = {}, ...own }: ConferenceOverrides, version: string): ConferenceTerms {
  const terms = defaultConferenceTerms;
  return {
    ...terms,
    ...given(own),
    version,
    duties: conferenceDutyKinds.reduce(
      (all, kind) => ({ ...all, [kind]: { ...all[kind], ...given(duties[kind] ?? {}) } }),
      terms.duties,
    ),
  };
}

function reportTerms({ duties = {}, ...own }: ReportOverrides, version: string): ReportTerms {
  const terms = defaultReportTerms;
  return {
    ...terms,
    ...given(own),
    version,
    duties: reportDutyKinds.reduce(
      (all, kind) => ({ ...all, [kind]: { ...all[kind], ...given(duties[kind] ?? {}) } }),
      terms.duties,
    ),
  };
}

/** Without the fields that say nothing. */
function given<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  // eslint-disable-next-line house/no-assertion -- the same fields, less those that are undefined
  return Object.fromEntries(entries) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
}
