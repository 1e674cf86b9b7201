import { dropReasonNames, dropReasons, type DropReason } from '@dialogue/domain';
import { z } from 'zod';

/** Why a letter was not sent: the reason by its code, and in the words of an office. */
export const dropShown = z.object({ because: z.enum(dropReasons), name: z.string() });
type DropResponse = z.output<typeof dropShown>;

export function toDrop(because: DropReason | null): DropResponse | null {
  return because === null ? null : { because, name: dropReasonNames[because] };
}
