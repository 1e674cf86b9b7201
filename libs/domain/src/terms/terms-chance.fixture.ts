import fc from 'fast-check';

import type { DutyDebtor, Ladder } from '../cases/duty.js';
import { conferenceMilestones, defaultConferenceTerms } from '../conferences/conference-terms.js';
import { conferenceDutyKinds, type MilestoneCount } from '../conferences/conference.js';
import type { RecipientRole } from '../organisations/recipients.js';
import { defaultPetitionTerms, petitionDuties } from '../petitions/petition-terms.js';
import { petitionDutyKinds, type PetitionDutyKind } from '../petitions/petition.js';
import { reportDutyKinds } from '../reports/report.js';
import type { ConferenceOverrides, PetitionOverrides, ReportOverrides, TermsOverrides } from './local-terms.js';
import { termsProblems } from './terms-problems.js';

const optional = { requiredKeys: [] };
const mostDays: Partial<Record<PetitionDutyKind, number>> = { receipt: 10, contribute: 14 };

/** Any terms of petitions that pass, on a legal basis: short days and long ones, steep ladders and flat ones. */
export const validForPetitions: fc.Arbitrary<PetitionOverrides> = fc
  .record(
    {
      duties: someOf(petitionDutyKinds, ofPetition),
      reopeningMonths: upTo(60),
      reworkWorkingDays: upTo(60),
      followUpWorkingDays: upTo(60),
      extensionCount: upTo(5),
      extensionWorkingDays: upTo(60),
    },
    optional,
  )
  .filter((petition) => passes({ petition }));

/** Any terms of conferences that pass. */
export const validForConferences: fc.Arbitrary<ConferenceOverrides> = fc
  .record(
    {
      duties: someOf(conferenceDutyKinds, (kind) =>
        fc.record(
          {
            count: aCount(defaultConferenceTerms.duties[kind].count),
            ladder: aLadder(conferenceMilestones[kind].owedBy, 20),
          },
          optional,
        ),
      ),
      cutOffDays: upTo(60),
    },
    optional,
  )
  .filter((conference) => passes({ conference }));

/** Any terms of reports that pass. */
export const validForReports: fc.Arbitrary<ReportOverrides> = fc
  .record(
    {
      duties: someOf(reportDutyKinds, () => fc.record({ ladder: aLadder('leadOffice', 20) }, optional)),
      upwardsWorkingDays: upTo(19),
    },
    optional,
  )
  .filter((report) => passes({ report }));

function passes(overrides: TermsOverrides): boolean {
  return termsProblems(overrides, { hasLegalBasis: true }).length === 0;
}

function ofPetition(kind: PetitionDutyKind): fc.Arbitrary<{ workingDays?: number; ladder?: Ladder }> {
  const { owedBy, whenMissed } = petitionDuties[kind];
  const standard = defaultPetitionTerms.duties[kind].workingDays;
  const days =
    kind === 'review' || kind === 'reportProgress'
      ? fc.constant(undefined)
      : fc.option(upTo(mostDays[kind] ?? 60), { nil: undefined });
  return days.chain((workingDays) =>
    fc.record(
      {
        ...(workingDays === undefined ? {} : { workingDays: fc.constant(workingDays) }),
        ladder: aLadder(owedBy, whenMissed === 'goOn' ? 20 : Math.min(workingDays ?? standard, 20)),
      },
      { requiredKeys: workingDays === undefined ? [] : ['workingDays'] },
    ),
  );
}

function someOf<Kind extends string, Terms>(
  kinds: readonly Kind[],
  termsOf: (kind: Kind) => fc.Arbitrary<Terms>,
): fc.Arbitrary<Partial<Record<Kind, Terms>>> {
  const model = Object.fromEntries(kinds.map((kind) => [kind, termsOf(kind)])) as Record<Kind, fc.Arbitrary<Terms>>;
  return fc.record(model, optional);
}

/** Reminders to whoever owes the duty, and after its day to anybody. */
function aLadder(owedBy: DutyDebtor, farthest: number): fc.Arbitrary<Ladder> {
  const owing: readonly RecipientRole[] =
    owedBy === 'agency' ? ['handler', 'agencyHead', 'leadOffice'] : ['leadOffice'];
  const any: readonly RecipientRole[] = [...owing, 'monitor', 'front', 'host', 'superior'];
  const rungs = fc.uniqueArray(
    fc.integer({ min: -farthest, max: 15 }).chain((workingDays) => aRung(workingDays, workingDays > 0 ? any : owing)),
    { maxLength: 5, selector: ({ workingDays }) => workingDays },
  );
  const every = upTo(12).chain((workingDays) => aRung(workingDays, any));
  return fc.tuple(rungs, every).map(([unordered, thenEvery]) => ({
    rungs: unordered.toSorted((first, second) => first.workingDays - second.workingDays),
    thenEvery,
  }));
}

function aRung(workingDays: number, roles: readonly RecipientRole[]): fc.Arbitrary<Ladder['rungs'][number]> {
  return fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1 }).map((recipients) => ({ workingDays, recipients }));
}

function aCount(standard: MilestoneCount): fc.Arbitrary<MilestoneCount> {
  return 'days' in standard
    ? upTo(60).map((days) => ({ days: days * Math.sign(standard.days) }))
    : upTo(60).map((workingDays) => ({ workingDays: workingDays * Math.sign(standard.workingDays) }));
}

function upTo(max: number): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max });
}
