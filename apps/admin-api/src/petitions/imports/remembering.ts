import type { LocalDate } from '@dialogue/domain';
import type { Account } from '@dialogue/persistence';

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
    scopes: { ...scopes, scopeOf: remembering((account: Account) => scopes.scopeOf(account)) },
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
