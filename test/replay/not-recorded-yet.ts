/**
 * What no committed history goes through yet. Each is to get a path (`npm run replay:record -- -t <path>`) before anything runs
 * on it, and then leaves this list: a new command or event that is neither recorded nor listed fails, and so does one that is
 * listed although it is recorded.
 */
export const notRecordedYet: Readonly<Record<'petition' | 'conference' | 'report', readonly string[]>> = {
  petition: [
    'command detach',
    'command calendarChanged',
    'command organisationChanged',
    'command adoptTerms',
    'event progressReported',
    'event raised',
    'event detached',
    'event referralAnswered',
  ],
  conference: ['command calendarChanged', 'command adoptTerms', 'command noteDelivery'],
  report: ['command calendarChanged', 'command organisationChanged', 'command adoptTerms', 'command noteDelivery'],
};
