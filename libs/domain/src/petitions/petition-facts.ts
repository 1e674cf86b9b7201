import { isRestricted } from './petition-marks.js';
import { petitionFlags, type Petition, type PetitionFlag, type PetitionTerms } from './petition.js';

export { dutyOf, nextDuty } from './petition-duties.js';

/** What a petition is at the door, before its workflow has taken it. */
export type Submission = Pick<
  Petition,
  | 'id'
  | 'number'
  | 'source'
  | 'receivedOn'
  | 'organisation'
  | 'leadOffice'
  | 'names'
  | 'isWrittenAnswerRequired'
  | 'isReachableByMail'
  | 'classification'
>;

/** The first state of a case. */
export function submitted(
  submission: Submission,
  basis: { terms: PetitionTerms; calendar: Petition['calendar'] },
): Petition {
  return {
    ...submission,
    ...basis,
    stage: 'submitted',
    assignment: null,
    rounds: 0,
    answer: null,
    answers: 0,
    duties: [],
    dutiesSoFar: 0,
    reopenings: 0,
    noticesSent: 0,
    toldOn: null,
    endedAt: null,
    lettersInTrouble: [],
    troublesTold: 0,
  };
}

/** A petition that is answered with another one rests, until its author is to be told what came of that (D11.1c). */
export function isEnded({ stage, endedAt }: Petition): boolean {
  if (stage === 'merged') return endedAt !== null;
  return stage === 'closed' || stage === 'redirected' || stage === 'withdrawn';
}

/** What a supervisor should notice at a glance. */
export function flagsOf(state: Petition): readonly PetitionFlag[] {
  const { assignment, duties } = state;
  const flags: Readonly<Record<PetitionFlag, boolean>> = {
    overdue: duties.some((duty) => duty.missedAt !== null),
    breached: assignment?.breachedOn != null || (state.breachedRounds ?? 0) > 0,
    deemedReceipt: assignment?.isReceiptDeemed === true,
    provisional: duties.some((duty) => duty.isProvisional),
    mailTrouble: state.lettersInTrouble.length > 0,
    urgent: state.urgency !== undefined && state.urgency !== 'ordinary',
    beyondAuthority: state.authority === 'beyond',
    restricted: isRestricted(state),
    protected: state.protection != null,
    abusive: state.isAbusive === true,
  };
  return petitionFlags.filter((flag) => flags[flag]);
}
