import { citationOf, formatDay, workingUrlOf, type ExplainedDeadline } from '@dialogue/domain';

import { reasonText, sentenceOf } from './deadline-texts.vi.js';
import type { ExplanationResponse } from './deadline.response-schemas.js';

/** A deadline with its working as the API shows it, and where people read the same (AP6). */
export function toExplanation(explained: ExplainedDeadline, publicUrl: string): ExplanationResponse {
  const { rule, anchorOn, dueOn, limit, edition, provisional, working } = explained;
  return {
    ...{ rule, article: citationOf(rule), anchorOn, dueOn, dueText: formatDay(dueOn) },
    ...{ sentence: sentenceOf(explained), limit, edition, provisional },
    working: working.map((line) => ({ ...line, text: reasonText(line) })),
    pageUrl: workingUrlOf(publicUrl, { rule, anchorOn, dueOn, edition }),
  };
}
