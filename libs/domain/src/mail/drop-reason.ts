/** Why a letter was not sent: a closed set, as the register keeps it. */
export const dropReasons = [
  /** What it asks for is done, or owed by nobody any more. */
  'dutyDone',
  /** What it speaks of is due on another day. */
  'dutyMoved',
  /** The body of which it speaks does not have it any more. */
  'bodyChanged',
  'caseEnded',
  'conferenceOff',
  'conferenceMoved',
  /** A newer one about the same duty says it better. */
  'superseded',
  /** There is nobody to write to any more. */
  'nobodyLeft',
  /** Of a digest: nothing that was to be in it had a purpose any more. */
  'nothingLeft',
] as const;
export type DropReason = (typeof dropReasons)[number];
