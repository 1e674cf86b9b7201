import type { Letter, RecipientRole } from '@dialogue/domain';

const petitioner: readonly RecipientRole[] = ['petitioner'];
const citations = ['điểm 1.1 khoản 1 Điều 8, gạch đầu dòng thứ ba', 'khoản 1 Điều 11, gạch đầu dòng thứ nhất'];

/** Letters about petitions that belong together (D8.1c). */
export const relationSamples = {
  merged: { letter: about('merged'), roles: petitioner, dueOn: null, citations },
  unmerged: { letter: about('unmerged'), roles: petitioner, dueOn: null, citations },
};

function about(kind: 'merged' | 'unmerged'): Letter {
  return { kind, leadingNumber: 'KN-2026-000007' };
}
