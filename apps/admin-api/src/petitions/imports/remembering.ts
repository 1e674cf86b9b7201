import type { LocalDate } from '@dialogue/domain';

import type { Scopes } from '../../auth/scope.js';
import type { RegistrationParts } from '../registration.js';

/** Register and scopes that ask each question once: ten thousand rows name a few dozen bodies. */
export function rememberingParts({
  register,
  scopes,
}: Pick<RegistrationParts, 'register' | 'scopes'>): Pick<RegistrationParts, 'register' | 'scopes'> {
  return {
    register: {
      ...register,
      organisation: remembering((code: string) => register.organisation(code)),
      organisationLines: remembering((code: string, on: LocalDate) => register.organisationLines(code, on)),
    },
    scopes: {
      ...scopes,
      covers: remembering((...question: Parameters<Scopes['covers']>) => scopes.covers(...question)),
    },
  };
}

function remembering<Question extends readonly unknown[], Answer>(
  ask: (...question: Question) => Promise<Answer>,
): (...question: Question) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...question) => {
    const key = JSON.stringify(question);
    const answer = answers.get(key) ?? ask(...question);
    answers.set(key, answer);
    return answer;
  };
}
